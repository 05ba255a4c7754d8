import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { settled, signIn, test, who } from './district'

test.setTimeout(300_000)
// A draft whose sides cross is answered as one: 400.
test.use({ expected: [/status of (400|401|404)/] })

/** The grids of the street worker's street lie around one community that was cut anew a year ago. */
test('a grid is redrawn with the keyboard, an overlap is mended, and the old shape is kept', async ({
  open,
}) => {
  const page = await open('console')
  const elsewhere: string[] = []
  await signIn(page, 'console', who('STREET_WORKER'))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) elsewhere.push(request.url())
  })

  await test.step('the map shows the street, and its grids are reached by key', async () => {
    await page.goto('/console/map')
    await settled(page)
    await expect(page.locator('.canvas-note')).toContainText('示意')
    await look(page, 'journey-map')
    await page.getByLabel('网格图层').selectOption('GOVERNANCE')
    await expect(page.locator('path.area.grid').first()).toBeVisible()
    await page.locator('path.area.grid').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: '打开网格' })).toBeVisible()
    await look(page, 'journey-map-grids')
  })

  const name = await test.step('one of them is opened and redrawn', async () => {
    await page.getByRole('radio', { name: '列表' }).check({ force: true })
    await page.getByRole('main').getByRole('searchbox').fill('南铁北一区社区第一')
    await expect(page.locator('tbody').first().locator('tr')).toHaveCount(1)
    const link = page.locator('tbody').first().getByRole('link')
    const said = await link.innerText()
    await link.click()
    await expect(page).toHaveURL(/\/grids\/[\da-f-]{36}/)
    await settled(page)
    await look(page, 'journey-grid')
    return said
  })
  const record = page.url().replace(/\?.*/, '')
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const before = await shape(page, record)
  const earlier = await shape(page, record, yesterday)

  await page.getByRole('link', { name: '重新划定' }).click()
  await settled(page)
  await expect(page.getByText('与同层网格没有重叠')).toBeVisible()
  const corners = page.getByRole('listbox', { name: '角点' })
  let gone = 0

  await test.step('moved too far it overlaps its neighbour, which is named', async () => {
    await page.getByLabel('每次移动').selectOption('100')
    await corners.focus()
    gone = await pushUntilOverlapping(page)
    await look(page, 'journey-grid-overlap')
  })

  await test.step('undone by a key, nothing overlaps any more', async () => {
    await corners.focus()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('与同层网格没有重叠')).toBeVisible()
  })

  await test.step('drawn back from its neighbours by a corner more, it is saved', async () => {
    await corners.focus()
    for (let keys = 0; keys < gone; keys += 1) await page.keyboard.press('PageUp')
    await page.keyboard.press('Insert')
    await pull(page, before)
    await expect(page.getByText('与同层网格没有重叠')).toBeVisible()
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page).toHaveURL(record)
    await settled(page)
    await expect(page.getByRole('heading', { name })).toBeVisible()
    await expect(page.getByText('重新划定“').first()).toBeVisible()
    await look(page, 'journey-grid-redrawn')
    expect(await shape(page, record)).not.toEqual(before)
  })

  await test.step('on an earlier day it has the shape it had', async () => {
    expect(await shape(page, record, yesterday)).toEqual(earlier)
    const drawn = page.locator('path.area.grid.chosen')
    const now = await drawn.getAttribute('d')
    await page.goto(`${record}?on=${yesterday}`)
    await settled(page)
    await expect(drawn).toBeVisible()
    expect(await drawn.getAttribute('d')).not.toBe(now)
    await page.goto('/console/map?layer=GOVERNANCE')
    await page.getByLabel('看哪一天的网格').fill(yesterday)
    await expect(page).toHaveURL(/on=/)
    await settled(page)
    await look(page, 'journey-map-earlier')
  })
  expect(elsewhere, 'no request leaves the installation').toEqual([])
})

test('a leader sees counts by community and draws nothing', async ({ open }) => {
  const page = await open('console')
  await signIn(page, 'console', who('DISTRICT_LEADER'))
  await page.goto('/console/map?layer=PARTY')
  await settled(page)
  await expect(page.locator('path.area.grid')).toHaveCount(112)
  await expect(page.getByRole('link', { name: '划网格' })).toHaveCount(0)
  await page.goto('/console/map?figure=N33&view=list')
  await settled(page)
  await expect(page.locator('tbody tr')).toHaveCount(157)
  await expect(page.locator('a[href*="/console/wishes"]')).toHaveCount(0)
})

type Corners = number[][][][]

async function shape(page: Page, record: string, on?: string): Promise<Corners> {
  const day = on ? `?on=${on}` : ''
  const answer = await page.request.get(`/api/grids/${record.split('/').at(-1)}${day}`)
  return (await answer.json()).grid.outline.coordinates
}

/** A step out of the shape, from a corner with a neighbour: that many from the first. */
async function pushUntilOverlapping(page: Page): Promise<number> {
  const overlap = page.getByText(/与“.*网格”重叠/).first()
  const sides = ['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp']
  for (let tried = 0; tried < 5 * sides.length; tried += 1) {
    const key = sides[tried % sides.length]!
    const checked = page.waitForResponse(/draft-check/)
    await page.keyboard.press(key)
    await checked
    await settled(page)
    if (await overlap.isVisible()) return Math.floor(tried / sides.length)
    await page.keyboard.press('Control+z')
    if (key === sides.at(-1)) await page.keyboard.press('PageDown')
  }
  throw new Error('Nothing is overlapped from any of five corners')
}

/** Towards the middle: the corner just put between the first two goes inside. */
async function pull(page: Page, corners: Corners): Promise<void> {
  const ring = corners[0]![0]!
  const [a, b] = [ring[0]!, ring[1]!]
  const middle = [0, 1].map(
    (of) => ring.reduce((sum, corner) => sum + corner[of]!, 0) / ring.length,
  )
  const across = Math.abs(a[0]! - b[0]!) > Math.abs(a[1]! - b[1]!)
  const here = across ? (a[1]! + b[1]!) / 2 : (a[0]! + b[0]!) / 2
  const inward = across
    ? middle[1]! > here
      ? 'ArrowUp'
      : 'ArrowDown'
    : middle[0]! > here
      ? 'ArrowRight'
      : 'ArrowLeft'
  await page.keyboard.press(inward)
}
