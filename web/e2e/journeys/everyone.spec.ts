import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { settled, signIn, test, who, type Half } from './district'

test.setTimeout(300_000)

async function keep(page: Page, kept: Record<string, string>): Promise<void> {
  await page.addInitScript((all) => {
    for (const [name, value] of Object.entries(all)) localStorage.setItem(`silian.${name}`, value)
  }, kept)
}

async function fits(page: Page, name: string): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}

const resident = ['start', 'more', 'wishes', 'wishes/mine', 'wishes/make', 'today', 'me', 'help']

test('长辈版: large, few, and readable at 200 %', async ({ open }) => {
  const page = await open('phone')
  await signIn(page, 'phone', who('RESIDENT', '卢小满'))
  await page.getByRole('button', { name: '长辈版' }).click()
  await page.goto('/')
  await settled(page)
  await expect(page).toHaveURL(/\/start$/)
  await expect(page.getByRole('link', { name: /给.*打电话/ })).toHaveAttribute('href', /^tel:/)
  await expect(page.locator('nav.tabs a')).toHaveCount(2)
  for (const path of resident) {
    await page.goto(`/${path}`)
    await settled(page)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main button, .tabs a, main .btn')]
        .filter((each) => each.offsetParent !== null)
        .filter((each) => each.getBoundingClientRect().height < 55.5)
        .map((each) => each.textContent?.trim()),
    )
    expect.soft(small, `${path}: large enough to touch`).toEqual([])
    const letters = await page.evaluate(() => getComputedStyle(document.body).fontSize)
    expect.soft(parseFloat(letters)).toBeGreaterThanOrEqual(20)
    await fits(page, path)
    await look(page, `plain-${path.replaceAll('/', '-')}`)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    await fits(page, `${path} at 200 %`)
    await page.screenshot({ path: `screenshots/plain-200-${path.replaceAll('/', '-')}.png` })
  }

  const elsewhere = await open('phone')
  await signIn(elsewhere, 'phone', who('RESIDENT', '卢小满'))
  await expect(elsewhere.getByRole('button', { name: '回到标准版' })).toBeVisible()
  await elsewhere.getByRole('button', { name: '回到标准版' }).click()
  await expect(elsewhere.getByRole('button', { name: '长辈版' })).toBeVisible()
  await settled(elsewhere)
})

const pages: [Half, string, string | undefined, string[]][] = [
  [
    'console',
    'COMMUNITY_SECRETARY',
    undefined,
    ['', 'wishes', 'wishes/collect', 'figures', 'figures/N33', 'people', 'counter', 'help'],
  ],
  ['phone', 'RESIDENT', '卢小满', ['wishes', 'wishes/mine', 'wishes/make', 'today', 'me', 'help']],
]

for (const theme of ['dark', 'contrast'])
  for (const [half, role, name, paths] of pages)
    test(`${half} in ${theme}`, async ({ open }) => {
      const page = await open(half)
      await keep(page, { theme })
      await signIn(page, half, who(role, name))
      for (const path of paths) {
        await page.goto(half === 'console' ? `/console/${path}` : `/${path}`)
        await settled(page)
        await look(page, `${theme}-${half}-${path.replaceAll(/\W+/g, '-') || 'today'}`)
      }
    })

test('colours that the system sets', async ({ open }) => {
  const page = await open('phone')
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.goto('/wishes')
  await settled(page)
  await page.screenshot({ path: 'screenshots/forced-phone-wishes.png' })
  const grounds = await page.evaluate(() =>
    [...document.querySelectorAll('.chip input + span')].map(
      (each) => getComputedStyle(each).backgroundColor,
    ),
  )
  expect(new Set(grounds).size).toBe(2)
})
