import { expect, type Locator, type Page } from '@playwright/test'
import { look } from '../look'
import { freshPhone, settled, test, unique, who } from './district'

test('somebody registers on a phone and comes back with a code', async ({ open }) => {
  const phone = freshPhone()
  const name = `访客${unique().slice(-2)}`
  const page = await open('phone')
  await page.goto('/register')
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByRole('textbox', { name: '验证码' }).fill(await shownCode(page))
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('在哪个社区').click()
  await page.getByRole('searchbox').fill('秀灵南')
  await look(page, 'journey-register-communities')
  await page.getByRole('button', { name: /秀灵南社区/ }).click()
  await page.getByRole('radio', { name: '居民' }).check()
  await page.getByRole('checkbox').check()
  await look(page, 'journey-register')
  await page.getByRole('button', { name: '注册' }).click()
  await expect(page).toHaveURL(/\/today$/)
  await page.goto('/me')
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.locator('main')).toContainText('秀灵南社区')
  await look(page, 'journey-registered')
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/\/wishes/)

  await page.goto('/sign-in')
  await page.getByRole('radio', { name: '验证码' }).check()
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByRole('textbox', { name: '验证码' }).fill(await shownCode(page))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/today$/)
})

test('a wrong password is said beside the form', async ({ open }) => {
  const page = await open('console')
  await page.goto('/console/sign-in')
  await page.getByLabel('手机号').fill(who('COMMUNITY_WORKER').phone)
  await page.locator('input[type=password]').fill('never-this-one')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.locator('form').getByRole('alert')).toBeVisible()
  await expect(page.locator('form').getByRole('alert')).not.toContainText('access.')
  await look(page, 'journey-wrong-password')
})

test('by keyboard alone: sign in, open the first task, go back', async ({ open }) => {
  const worker = who('COMMUNITY_WORKER', '梁巧宜')
  const page = await open('console')
  await page.goto('/console/')
  await expect(page).toHaveURL(/sign-in/)
  await tabTo(page, () => page.getByLabel('手机号'))
  await page.keyboard.type(worker.phone)
  await tabTo(page, () => page.locator('input[type=password]'))
  await page.keyboard.type(worker.password)
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/sign-in/)
  await settled(page)
  const first = page.locator('.row-title').first()
  await expect(first).toBeVisible()
  await tabTo(page, () => first)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/console\/wishes\//)
  await settled(page)
  await tabTo(page, () => page.getByRole('link', { name: /今日/ }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/console\/$/)
  await expect(first).toBeVisible()
})

async function shownCode(page: Page): Promise<string> {
  const said = page.getByText(/验证码是 \d+/)
  await expect(said).toBeVisible()
  return /\d{4,8}/.exec(await said.innerText())![0]
}

/** Presses Tab until the thing has the focus; a hundred keys are too many. */
async function tabTo(page: Page, thing: () => Locator): Promise<void> {
  for (let keys = 0; keys < 100; keys += 1) {
    if (await thing().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not get there')
}
