import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { dialog, freshPhone, settled, signIn, test, unique, who } from './district'

// Rights that have just gone are refused: that is what this file is about.
test.use({ expected: [/status of (401|403|404)/] })

test('a worker is invited, works at once, and is out at the next click once her post ends', async ({
  open,
}) => {
  const name = `新同事${unique().slice(-2)}`
  const phone = freshPhone()
  const admin = await open('console')
  await signIn(admin, 'console', who('SYSTEM_ADMINISTRATOR'))

  const link = await test.step('the administrator invites', async () => {
    await admin.goto('/console/people')
    await settled(admin)
    await admin.getByRole('link', { name: '邀请', exact: true }).click()
    await expect(admin).toHaveURL(/\/people\/invite$/)
    await admin.getByLabel('姓名', { exact: true }).fill(name)
    await admin.getByLabel('手机号').fill(phone)
    const where = admin.getByRole('combobox', { name: '组织' })
    await where.click()
    await where.fill('秀灵南社区')
    await admin.getByRole('option', { name: '秀灵南社区', exact: true }).click()
    await admin.getByLabel('岗位', { exact: true }).selectOption({ label: '社区工作者' })
    await look(admin, 'journey-invite')
    await admin.getByRole('button', { name: '生成邀请' }).click()
    await look(admin, 'journey-invited')
    return admin.getByLabel('邀请链接').inputValue()
  })

  const worker = await open('console')
  await test.step('she accepts and works at once', async () => {
    await worker.goto(link)
    await expect(worker.getByText(name)).toBeVisible()
    await look(worker, 'journey-invitation')
    await worker.locator('input[type=password]').fill('一句容易记的话 2026')
    await worker.getByRole('button', { name: '接受并登录' }).click()
    await expect(worker).not.toHaveURL(/invitation/)
    await settled(worker)
    await look(worker, 'journey-first-day')
    await menu(worker, '微心愿').click()
    await expect(worker.locator('tbody tr').first()).toBeVisible()
  })

  await test.step('the administrator ends the appointment', async () => {
    await admin.getByRole('link', { name: '看此人' }).click()
    await settled(admin)
    await look(admin, 'journey-person')
    await admin.getByRole('button', { name: '免去' }).click()
    const asked = dialog(admin, '免去')
    await look(admin, 'journey-end')
    await asked.getByRole('button', { name: '免去' }).click()
    await expect(asked).toBeHidden()
    await expect(admin.getByText('已免去')).toBeVisible()
  })

  await test.step('and her rights are gone at the next click', async () => {
    await worker.locator('tbody a').first().click()
    await settled(worker)
    await expect(worker.locator('dl.facts')).toHaveCount(0)
    await look(worker, 'journey-ended')
    await worker.goto('/console/wishes')
    await settled(worker)
    await expect(worker.locator('tbody tr')).toHaveCount(0)
    await look(worker, 'journey-ended-list')
  })
})

test('a leader sees numbers down to communities, and no records', async ({ open }) => {
  const page = await open('console')
  await signIn(page, 'console', who('DISTRICT_LEADER'))
  await look(page, 'journey-leader-today')
  await page.goto('/console/figures')
  await settled(page)
  await look(page, 'journey-leader-figures')
  await page.locator('a[href*="/console/figures/N33"]').click()
  await expect(page.locator('.figure-value')).toBeVisible()
  await expect(page.locator('.figure-entries')).toHaveCount(0)
  await look(page, 'journey-leader-figure')
  const parts = page.locator('table', { has: page.getByRole('columnheader', { name: '组织' }) })
  await parts.getByRole('link', { name: /街道/ }).first().click()
  await expect(page.locator('.figure-path')).toContainText('街道')
  await parts.getByRole('link', { name: /社区/ }).first().click()
  await expect(page.locator('.figure-path')).toContainText('社区')
  await expect(page.locator('.figure-entries')).toHaveCount(0)
  await expect(page.locator('a[href*="/console/wishes/"]')).toHaveCount(0)
  await look(page, 'journey-leader-community')
})

/** Today lists what one's own organisation asked for, so the street's urge is sent as a page would. */
test('one urges down one’s own line alone, and the holder sees the sentence', async ({ open }) => {
  const words = `请本周内办结，记号${unique()}`
  const worker = await open('console')
  await signIn(worker, 'console', who('COMMUNITY_WORKER', '梁巧宜'))
  const { items } = await (await worker.request.get('/api/tasks?list=mine')).json()
  const [task] = items as { id: string; version: number }[]

  const secretary = await open('console')
  await signIn(secretary, 'console', who('COMMUNITY_SECRETARY'))
  await expect(secretary.getByRole('button', { name: /^督办：/ })).toHaveCount(0)
  expect(await urge(secretary, task!, words), 'a colleague is not below').toBe(403)

  const street = await open('console')
  await signIn(street, 'console', who('STREET_WORKER'))
  expect(await urge(street, task!, words)).toBe(200)

  await worker.reload()
  await expect(worker.getByText(words)).toBeVisible()
  await look(worker, 'journey-urged')
})

async function urge(page: Page, task: { id: string; version: number }, words: string) {
  const cookies = await page.context().cookies()
  const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await page.request.post(`/api/tasks/${task.id}/urges`, {
    headers: { 'X-XSRF-TOKEN': token, 'If-Match': `"${task.version}"` },
    data: { words },
  })
  return answer.status()
}

function menu(page: Page, name: string) {
  return page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name })
}
