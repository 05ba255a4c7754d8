import { expect, test } from '@playwright/test'
import { complaints, look } from './look'
import { mock } from './mock/server'

let said: string[]
test.beforeEach(({ page }) => {
  said = complaints(page)
})
test.afterEach(() => expect(said).toEqual([]))

for (const [name, path] of [
  ['wall', '/'],
  ['card', '/wishes/w0'],
  ['sign-in', '/sign-in'],
  ['register', '/register'],
  ['today-signed-out', '/today'],
  ['me-signed-out', '/me'],
  ['not-found', '/nowhere/at/all'],
] as const)
  test(`phone ${name}`, async ({ page }) => {
    await mock(page)
    await page.goto(path)
    await look(page, `phone-${name}`)
  })

for (const [name, path] of [
  ['today', '/'],
  ['mine', '/wishes/mine'],
  ['claimed', '/wishes/mine?list=claimed'],
  ['own', '/wishes/mine/w7'],
  ['own-claim', '/wishes/mine/w6'],
  ['me', '/me'],
] as const)
  test(`phone ${name}`, async ({ page }) => {
    await mock(page, 'resident')
    await page.goto(path)
    await look(page, `phone-${name}`)
  })

test('phone of a worker', async ({ page }) => {
  await mock(page, 'secretary')
  await page.goto('/today')
  await look(page, 'phone-worker-today')
  await page.goto('/me')
  await look(page, 'phone-worker-me')
})

test('phone dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await mock(page, 'resident')
  await page.goto('/wishes')
  await look(page, 'phone-dark-wall')
})

test('a wish is made one question at a time', async ({ page }) => {
  await mock(page, 'resident')
  await page.goto('/wishes')
  await page.getByRole('link', { name: '说个心愿' }).click()
  await look(page, 'phone-make-1')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('radio', { name: '小修小补' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('心愿', { exact: true }).fill('客厅的灯坏了，想换一盏')
  await look(page, 'phone-make-2')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('radio', { name: '100 元以内' }).check()
  await look(page, 'phone-make-3')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('radio', { name: /未满 18 岁/ }).check()
  await look(page, 'phone-make-4')
  await page.getByRole('radio', { name: '不是' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await look(page, 'phone-make-5')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '交给社区' }).click()
  await expect(page.getByRole('heading', { name: '收到了' })).toBeVisible()
  await look(page, 'phone-made')
})

test('a wish is claimed', async ({ page }) => {
  await mock(page, 'resident')
  await page.goto('/wishes')
  await page.getByRole('link', { name: /^我来/ }).first().click()
  await page.getByRole('button', { name: '我来' }).click()
  await expect(page.getByRole('dialog', { name: '认领' })).toBeVisible()
  await look(page, 'phone-claim')
  await page.getByRole('button', { name: '我来办' }).click()
  await expect(page).toHaveURL(/\/wishes\/mine\/w0/)
})

test('the wall is near a community one chooses', async ({ page }) => {
  await mock(page)
  await page.goto('/wishes')
  await page.getByRole('button', { name: /离哪个社区近/ }).click()
  await page.getByRole('searchbox').fill('明秀')
  await look(page, 'phone-communities')
  await page.getByRole('button', { name: /明秀东社区/ }).click()
  await expect(page).toHaveURL(/near=c3/)
  await expect(page.getByText(/到社区服务中心约/).first()).toBeVisible()
})

test('a wish is confirmed and rated', async ({ page }) => {
  await mock(page, 'resident')
  await page.goto('/wishes/mine/w7')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('radio', { name: '5 星' }).check()
  await look(page, 'phone-confirm')
})

test('the privacy notice can be read', async ({ page }) => {
  await mock(page)
  await page.goto('/register')
  await page.getByRole('button', { name: /看一看/ }).click()
  await look(page, 'phone-notice')
})
