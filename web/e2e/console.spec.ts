import { expect, test } from '@playwright/test'
import { complaints, look } from './look'
import { mock } from './mock/server'

let said: string[]
test.beforeEach(({ page }) => {
  said = complaints(page)
})
test.afterEach(() => expect(said).toEqual([]))

const pages: [string, string][] = [
  ['today', '/console/'],
  ['wishes', '/console/wishes'],
  ['wish', '/console/wishes/w0'],
  ['wish-claimed', '/console/wishes/w4'],
  ['wish-fulfilled', '/console/wishes/w7'],
  ['collect', '/console/wishes/collect'],
  ['figures', '/console/figures'],
  ['figures-wall', '/console/figures?wall=1'],
  ['figure', '/console/figures/N33'],
  ['people', '/console/people'],
  ['person', '/console/people/person2'],
  ['invite', '/console/people/invite'],
  ['appoint', '/console/people/person2/appoint'],
  ['no-permission', '/console/no-permission'],
  ['not-found', '/console/nowhere'],
]
for (const [name, path] of pages)
  test(`console ${name}`, async ({ page }) => {
    await mock(page, 'secretary')
    await page.goto(path)
    await look(page, `console-${name}`)
  })

const doors: [string, string][] = [
  ['sign-in', '/console/'],
  ['setup', '/console/setup/abc'],
  ['invitation', '/console/invitation/abc'],
  ['reset', '/console/reset'],
]
for (const [name, path] of doors)
  test(`console ${name}`, async ({ page }) => {
    await mock(page)
    await page.goto(path)
    await look(page, `console-${name}`)
  })

test('console in English, dark and high contrast', async ({ page }) => {
  await mock(page, 'secretary')
  await page.goto('/console/')
  await page.evaluate(() => {
    localStorage.setItem('silian.locale', 'en')
    localStorage.setItem('silian.theme', 'dark')
  })
  for (const [name, path] of [
    ['today', ''],
    ['wish', 'wishes/w0'],
    ['figure', 'figures/N33'],
  ]) {
    await page.goto(`/console/${path}`)
    await look(page, `console-dark-${name}`)
  }
  await page.evaluate(() => localStorage.setItem('silian.theme', 'contrast'))
  await page.goto('/console/wishes')
  await look(page, 'console-contrast-wishes')
})

test('a wish is verified and published in one dialog, by keyboard', async ({ page }) => {
  await mock(page, 'secretary')
  await page.goto('/console/wishes/w0')
  await page.getByRole('button', { name: '核实', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '核实' })
  await expect(dialog).toBeVisible()
  await look(page, 'console-verify')
  await dialog.getByRole('button', { name: '核实并发布' }).click()
  await expect(dialog.getByRole('alert')).toContainText('四项')
  for (const tick of await dialog.getByRole('checkbox').all()) {
    await tick.focus()
    await page.keyboard.press('Space')
  }
  const sent: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.headers()['if-match'])
  })
  await dialog.getByRole('button', { name: '核实并发布' }).press('Enter')
  await expect(dialog).toBeHidden()
  expect(sent).toEqual(['"3"', '"4"'])
})

for (const [id, step] of [
  ['w0', '退回'],
  ['w4', '同意认领'],
  ['w7', '确认'],
  ['w8', '更正'],
  ['w0', '撤回'],
] as const)
  test(`console step ${step}`, async ({ page }) => {
    await mock(page, 'secretary')
    await page.goto(`/console/wishes/${id}`)
    await page.getByRole('button', { name: step, exact: true }).click()
    await expect(page.getByRole('dialog', { name: step })).toBeVisible()
    await look(page, `console-step-${id}-${step}`)
  })

test('console urge and hand over', async ({ page }) => {
  await mock(page, 'secretary')
  await page.goto('/console/')
  await page.getByRole('button', { name: /^督办：/ }).click()
  await look(page, 'console-urge')
  await page.getByRole('dialog').getByLabel('一句话').fill('请本周内办结')
  await page.getByRole('button', { name: '发出' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page
    .getByRole('button', { name: /^转交：/ })
    .first()
    .click()
  await expect(page.getByRole('radio', { name: /黄晓岚/ })).toBeVisible()
  await look(page, 'console-hand-over')
})

test('console post and person menus', async ({ page }) => {
  await mock(page, 'secretary')
  await page.goto('/console/')
  await page.getByRole('button', { name: /选择以哪个岗位办事/ }).click()
  await expect(page.getByRole('menuitem', { name: /区领导/ })).toBeVisible()
  await look(page, 'console-posts')
  await page.getByRole('menuitem', { name: /区领导/ }).click()
  await expect(page.getByRole('link', { name: '微心愿' })).toHaveCount(0)
  await page.getByRole('button', { name: /语言、外观、退出/ }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Mine to do' })).toBeVisible()
})

test('errors stand beside their fields, and what was typed survives a reload', async ({ page }) => {
  await mock(page, 'secretary', {
    'POST /wishes': {
      status: 400,
      body: {
        type: 'urn:problem:invalid',
        status: 400,
        detail: '有几项要改。',
        errors: [{ field: 'costFen', code: 'wish.over-cap', message: '超过上限 500 元。' }],
      },
    },
  })
  await page.goto('/console/wishes/collect')
  await page.getByRole('radio', { name: '小修小补' }).check()
  await page.getByLabel('心愿', { exact: true }).fill('换一盏灯')
  await page.getByLabel(/预计花费/).fill('900')
  await page.getByLabel('心愿人').fill('李某')
  await page.getByRole('radio', { name: '口头同意' }).check()
  await page.getByRole('button', { name: '记下心愿' }).click()
  await expect(page.getByLabel(/预计花费/)).toBeFocused()
  await expect(page.getByText('超过上限 500 元。')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('心愿', { exact: true })).toHaveValue('换一盏灯')
  await look(page, 'console-collect-draft')
})

test('a figure is a table behind one key, and filters live in the URL', async ({ page }) => {
  await mock(page, 'secretary')
  await page.goto('/console/figures/N33')
  await page.getByRole('button', { name: '看表格' }).click()
  await expect(page.getByRole('cell', { name: '2024-01' })).toBeVisible()
  await page.getByLabel('期间').selectOption('lastYear')
  await expect(page).toHaveURL(/from=\d{4}-01-01&to=\d{4}-12-31/)
  await page.goto('/console/wishes')
  await page.getByLabel('状态').selectOption('COLLECTED')
  await expect(page).toHaveURL(/state=COLLECTED/)
})

test('a dead network says what to do', async ({ page }) => {
  await mock(page, 'secretary', { 'GET /wishes?size=50': 'offline' })
  await page.goto('/console/wishes')
  await expect(page.getByText('网络不通')).toBeVisible()
  await look(page, 'console-offline')
})
