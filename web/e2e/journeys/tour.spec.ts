import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { settled, signIn, test, who, type Half } from './district'

test.setTimeout(300_000)

const posts: [string, string[]][] = [
  [
    'COMMUNITY_WORKER',
    ['', 'wishes', 'wishes/collect', 'figures', 'figures/N33', 'people', 'imports', 'exports'],
  ],
  [
    'COMMUNITY_SECRETARY',
    [
      '',
      'wishes?state=PUBLISHED',
      'bodies',
      'joint-documents',
      'figures',
      'figures?wall=1',
      'people',
      'people/duplicates',
      'me/data',
    ],
  ],
  ['COMMUNITY_PARTY_DEPUTY_SECRETARY', ['', 'wishes', 'figures']],
  ['GRID_WORKER', ['', 'wishes', 'wishes/collect', 'figures/N33']],
  ['STREET_WORKER', ['', 'wishes', 'figures', 'figures/N33', 'people']],
  ['UNIVERSITY_LIAISON', ['', 'bodies', 'joint-documents']],
  ['PARTNER_LIAISON', ['']],
  ['DISTRICT_LEADER', ['', 'figures', 'figures/N33', 'wishes', 'bodies']],
  [
    'ORGANISATION_DEPARTMENT',
    [
      '',
      'figures',
      'people',
      'city',
      'city/publish',
      'bodies?tier=DISTRICT',
      'bodies/found',
      'joint-documents/new',
    ],
  ],
  [
    'SYSTEM_ADMINISTRATOR',
    [
      '',
      'people',
      'people/invite',
      'security',
      'security-settings',
      'imports',
      'people/invite/many',
      'invitations',
      'organisations',
      'organisations?q=社区',
      'appointments/ending?days=180',
      'roles',
      'words',
      'district',
      'administration/data-requests',
      'administration/keeping',
    ],
  ],
  ['SECURITY_ADMINISTRATOR', ['', 'people', 'grants', 'roles', 'accounts', 'security-settings']],
  [
    'AUDIT_ADMINISTRATOR',
    [
      '',
      'security-record',
      'security-record?failed=1',
      'security-settings',
      'administration/access-log',
      'administration/keeping',
      'seals',
    ],
  ],
]

for (const [role, paths] of posts)
  test(`console of ${role}`, async ({ open }) => {
    const page = await open('console')
    await signIn(page, 'console', who(role))
    for (const path of paths) await visit(page, 'console', path, role)
    await records(page, role)
  })

test('console doors, in English too', async ({ open }) => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = await open('console', locale)
    for (const path of ['sign-in', 'reset', 'nowhere', 'invitation/no-such-token'])
      await visit(page, 'console', path, `door-${locale}`)
  }
})

test('console in English', async ({ open }) => {
  const page = await open('console', 'en')
  await signIn(page, 'console', who('COMMUNITY_SECRETARY'))
  for (const path of [
    '',
    'wishes',
    'wishes/collect',
    'figures',
    'figures/N33',
    'people',
    'imports',
    'exports',
    'bodies',
    'joint-documents',
  ])
    await visit(page, 'console', path, 'en')
  await records(page, 'en')
})

const maps: [string, string[]][] = [
  [
    'STREET_WORKER',
    [
      'map',
      'map?layer=GOVERNANCE&checks=1',
      'map?layer=GOVERNANCE&checks=1&view=list',
      'map/import',
      'grids/draw',
    ],
  ],
  ['COMMUNITY_WORKER', ['map', 'map?view=list']],
  ['DISTRICT_LEADER', ['map?layer=PARTY']],
]
for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const)
  test(`the map on ${width} × ${height}`, async ({ open }) => {
    for (const [role, paths] of maps) {
      const page = await open('console', role === 'COMMUNITY_WORKER' ? 'en' : 'zh-CN')
      await signIn(page, 'console', who(role))
      await page.setViewportSize({ width, height })
      for (const path of paths) await visit(page, 'console', path, `${role}-${width}`)
    }
  })

test('phone of nobody', async ({ open }) => {
  const page = await open('phone')
  for (const path of [
    '',
    'wishes',
    'today',
    'me',
    'sign-in',
    'register',
    'reset',
    'me/data/catalogue',
    'nowhere/at/all',
  ])
    await visit(page, 'phone', path, 'nobody')
  await page.goto('/wishes')
  await settled(page)
  await page.locator('li.tile').first().getByRole('link').click()
  await expect(page.locator('.card-text')).toBeVisible()
  await found(page, 'phone', 'nobody-card')
})

for (const [role, name] of [
  ['RESIDENT', '李阿槐'],
  ['STUDENT', '莫听夏'],
  ['VOLUNTEER', undefined],
  ['COMMUNITY_WORKER', '梁巧宜'],
] as const)
  test(`phone of ${role}`, async ({ open }) => {
    const page = await open('phone')
    await signIn(page, 'phone', who(role, name))
    const paths = ['today', 'wishes', 'wishes/mine', 'wishes/mine?list=claimed', 'me', 'security']
    if (role === 'RESIDENT')
      paths.push(
        'wishes/make',
        'me/data',
        ...['correct', 'reads', 'copy', 'erase', 'requests'].map((own) => `me/data/${own}`),
      )
    for (const path of paths) await visit(page, 'phone', path, role)
    for (const list of ['made', 'claimed']) {
      await page.goto(`/wishes/mine?list=${list}`)
      await settled(page)
      const first = page.locator('li.tile a').first()
      if ((await first.count()) === 0) continue
      await first.click()
      await expect(page.locator('.own-next')).toBeVisible()
      await settled(page)
      await found(page, 'phone', `${role}-own-${list}`)
    }
  })

test('phone in English', async ({ open }) => {
  const page = await open('phone', 'en')
  await signIn(page, 'phone', who('RESIDENT', '卢小满'))
  for (const path of ['today', 'wishes', 'wishes/mine', 'wishes/make', 'me'])
    await visit(page, 'phone', path, 'en')
})

/** The first record of each list, as far as this post has them in its menu. */
async function records(page: Page, role: string): Promise<void> {
  for (const list of ['wishes', 'people', 'organisations?q=社区', 'bodies', 'joint-documents']) {
    await page.goto(`/console/${list}`)
    await settled(page)
    const first = page.locator('tbody a').first()
    if ((await first.count()) === 0) continue
    await first.click()
    await expect(page).toHaveURL(/[\da-f]{8}-[\da-f-]{27}/)
    await expect(page.locator('.card').first()).toBeVisible()
    await settled(page)
    await found(page, 'console', `${role}-${list.replace(/\W.*/, '')}-record`)
  }
}

async function visit(page: Page, half: Half, path: string, name: string): Promise<void> {
  await page.goto(half === 'console' ? `/console/${path}` : `/${path}`)
  await settled(page)
  await found(page, half, `${name}-${path.replaceAll(/[^\w]+/g, '-') || 'today'}`)
}

/** What has to be so on every page. */
async function found(page: Page, half: Half, name: string): Promise<void> {
  const body = page.locator('body')
  const english = (await page.locator('html').getAttribute('lang')) === 'en'
  await expect.soft(body, name).toContainText(english ? 'Demo data' : '演示数据')
  if (half === 'console' && !page.url().includes('wall=1'))
    await expect.soft(body, name).toContainText(english ? 'Not a classified' : '非涉密')
  // What stands in code is the name of a setting, and meant.
  const text = await body.evaluate((own: HTMLElement) =>
    [...own.querySelectorAll('code')].reduce(
      (left, code) => left.replace(code.innerText, ''),
      own.innerText,
    ),
  )
  expect
    .soft(text.match(/(?<!\/)\b[a-z]+(\.[a-zA-Z-]{2,}){1,4}\b(?<!\.com|\.cn)/g) ?? [], name)
    .toEqual([])
  expect.soft(text.match(/\b[A-Z]{2,}_[A-Z_]+\b|undefined|NaN|\bnull\b/g) ?? [], name).toEqual([])
  expect.soft(text.match(/\b\d{4}-\d\d-\d\dT/g) ?? [], name).toEqual([])
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
  await look(page, `${half}-of-${name}`)
}
