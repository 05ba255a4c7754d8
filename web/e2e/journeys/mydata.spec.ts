import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { dialog, figureOf, freshPhone, settled, signIn, test, unique, who } from './district'

test.setTimeout(300_000)

// After erasing, the door refuses: that is what this file is about.
test.use({ expected: [/status of (401|404)/] })

test('a resident sees who looked, takes her data away and is forgotten', async ({ open }) => {
  const phone = freshPhone()
  const name = `访客${unique().slice(-2)}`
  const words = `想请人陪我去看一次展览，记号${unique()}`
  const secretary = await open('console')
  await signIn(secretary, 'console', who('COMMUNITY_SECRETARY'))
  const before = await figureOf(secretary, 'N33')

  const page = await open('phone')
  await test.step('she registers and makes a wish', async () => {
    await register(page, phone, name)
    await makeWish(page, words)
  })

  await test.step('a worker looks at how to reach her', async () => {
    const worker = await open('console')
    await signIn(worker, 'console', who('COMMUNITY_WORKER', '梁巧宜'))
    await worker.goto('/console/wishes?state=COLLECTED')
    await settled(worker)
    await worker
      .locator('tbody tr', { hasText: words.slice(0, 8) })
      .first()
      .locator('a')
      .click()
    await settled(worker)
    await expect(worker.locator('main')).toContainText(phone)
  })

  await test.step('she sees it, in her log', async () => {
    await page.goto('/me')
    await page.getByRole('link', { name: '我的数据' }).click()
    await settled(page)
    await look(page, 'journey-my-data')
    await page.getByText('您的姓名和电话').click()
    await expect(page.locator('main')).toContainText(phone)
    await page.getByRole('link', { name: '谁看过我的信息' }).click()
    await settled(page)
    await expect(page.locator('main')).toContainText('心愿人的姓名、电话和地址')
    await expect(page.locator('main')).toContainText('梁巧宜')
    await look(page, 'journey-my-reads')
  })

  await test.step('she corrects her name', async () => {
    await page.goto('/me/data/correct')
    await settled(page)
    await look(page, 'journey-my-correct')
    await page.getByRole('textbox', { name: '姓名' }).fill(`${name}新`)
    await page.getByRole('button', { name: '更正', exact: true }).click()
    await expect(page.getByText('已更正。')).toBeVisible()
  })

  await test.step('she takes a copy away', async () => {
    await page.goto('/me/data/copy')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('my-data.zip')
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await look(page, 'journey-my-copy')
  })

  await test.step('she takes her consent to the wish back, and it is gone', async () => {
    await page.goto('/me/data')
    await settled(page)
    const wish = page.locator('.own-list', { hasText: '为心愿' })
    await wish.getByRole('button', { name: '撤回同意' }).click()
    await look(page, 'journey-my-consent')
    await dialog(page, '撤回同意').getByRole('button', { name: '撤回同意' }).click()
    await expect(page.getByText('已撤回。')).toBeVisible()
    await expect(page.locator('.own-list', { hasText: '为心愿' })).toHaveCount(0)
  })

  await test.step('she is forgotten, and cannot come in any more', async () => {
    await page.goto('/me/data/erase')
    await settled(page)
    await look(page, 'journey-my-erase')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '注销并删除' }).click()
    await expect(page.getByText('已注销')).toBeVisible()
    await page.goto('/sign-in')
    await page.getByRole('radio', { name: '密码' }).check()
    await page.getByLabel('手机号').fill(phone)
    await page.locator('input[type=password]').fill('一句容易记的话 2026')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.locator('form').getByRole('alert')).toBeVisible()
  })
  expect(await figureOf(secretary, 'N33'), 'what is counted stays').toBe(before)
})

test('the next of kin ask on paper, and who has died is forgotten', async ({ open }) => {
  const phone = freshPhone()
  const name = `故人${unique().slice(-2)}`
  await register(await open('phone'), phone, name)
  const admin = await open('console')
  await signIn(admin, 'console', who('SYSTEM_ADMINISTRATOR'))
  await admin.goto('/console/administration/data-requests')
  await admin.getByRole('link', { name: '登记个人信息申请' }).click()
  await admin.getByRole('textbox', { name: '姓名' }).fill(`${name}误`)
  await admin.getByLabel('手机号').fill(phone)
  await admin.getByRole('radio', { name: '逝者近亲属：请求删除' }).check()
  await admin.getByLabel('申请内容和证明材料').fill('女儿，持户口簿和死亡证明')
  await look(admin, 'journey-heirs')
  await admin.getByRole('button', { name: '登记', exact: true }).click()
  await expect(admin.getByText('没有这个姓名和电话的人').first()).toBeVisible()
  await admin.getByRole('textbox', { name: '姓名' }).fill(name)
  await admin.getByRole('button', { name: '登记', exact: true }).click()
  await expect(admin.locator('main')).toContainText(name)
  await admin.getByRole('button', { name: '删除…' }).click()
  const asked = dialog(admin, '同意，并删除此人的信息')
  await asked.getByLabel('依据').fill('已核对户口簿和死亡证明')
  await asked.getByRole('checkbox').check()
  await look(admin, 'journey-heirs-erase')
  await asked.getByRole('button', { name: '同意并删除' }).click()
  await expect(admin.getByText('此人的信息已删除')).toBeVisible()
  await expect(admin.locator('main')).not.toContainText(name)
})

test('a secretary merges two records of one person, and parts them again', async ({ open }) => {
  const name = `双录${unique().slice(-2)}`
  const admin = await open('console')
  await signIn(admin, 'console', who('SYSTEM_ADMINISTRATOR'))
  const phone = freshPhone()
  for (const [number, role] of [
    [phone, '社区工作者'],
    [String(Number(phone) + 1), '网格员'],
  ] as const)
    await invite(admin, name, number, role)

  const secretary = await open('console')
  await signIn(secretary, 'console', who('COMMUNITY_SECRETARY'))
  await test.step('the pair is found and merged', async () => {
    await secretary.goto('/console/people')
    await secretary.getByRole('link', { name: '重复的人员' }).click()
    await settled(secretary)
    const pair = secretary.locator('tbody tr', { hasText: name })
    await expect(pair).toHaveCount(1)
    await look(secretary, 'journey-duplicates')
    await pair.getByRole('button', { name: '合并' }).click()
    const asked = dialog(secretary, '合并')
    await look(secretary, 'journey-merge')
    await asked.getByRole('button', { name: '合并' }).click()
    await expect(secretary).toHaveURL(/\/people\/[\da-f-]{36}$/)
    await settled(secretary)
    await expect(secretary.locator('main')).toContainText('社区工作者')
    await expect(secretary.locator('main')).toContainText('网格员')
    await look(secretary, 'journey-merged')
  })

  await test.step('and parted again', async () => {
    await secretary.getByRole('button', { name: '撤销合并' }).click()
    await expect(secretary.getByText('已撤销合并。')).toBeVisible()
    await secretary.goto('/console/people/duplicates')
    await settled(secretary)
    await expect(secretary.locator('tbody tr', { hasText: name })).toHaveCount(1)
    await secretary
      .locator('tbody tr', { hasText: name })
      .getByRole('button', { name: '不是同一人' })
      .click()
    await expect(secretary.locator('tbody tr', { hasText: name })).toHaveCount(0)
  })
})

async function register(page: Page, phone: string, name: string): Promise<void> {
  await page.goto('/register')
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByRole('textbox', { name: '验证码' }).fill(await shownCode(page))
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('在哪个社区').click()
  await page.getByRole('searchbox').fill('秀灵南')
  await page.getByRole('button', { name: /秀灵南社区/ }).click()
  await page.getByRole('radio', { name: '居民' }).check()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '注册' }).click()
  await expect(page).toHaveURL(/\/today$/)
}

async function makeWish(page: Page, words: string): Promise<void> {
  await page.goto('/wishes/make')
  await page.getByRole('radio', { name: '陪伴' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('心愿', { exact: true }).fill(words)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('radio', { name: '100 元以内' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('radio', { name: '不是' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '交给社区' }).click()
  await expect(page.getByRole('heading', { name: '收到了' })).toBeVisible()
}

async function shownCode(page: Page): Promise<string> {
  const said = page.getByText(/验证码是 \d+/)
  await expect(said).toBeVisible()
  return /\d{4,8}/.exec(await said.innerText())![0]
}

async function invite(page: Page, name: string, phone: string, role: string): Promise<void> {
  await page.goto('/console/people/invite')
  await settled(page)
  await page.getByLabel('姓名', { exact: true }).fill(name)
  await page.getByLabel('手机号').fill(phone)
  const where = page.getByRole('combobox', { name: '组织' })
  await where.click()
  await where.fill('秀灵南社区')
  await page.getByRole('option', { name: '秀灵南社区', exact: true }).click()
  await page.getByLabel('岗位', { exact: true }).selectOption({ label: role })
  await page.getByRole('button', { name: '生成邀请' }).click()
  await expect(page.getByLabel('邀请链接')).toBeVisible()
}
