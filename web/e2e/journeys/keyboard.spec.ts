import { expect, type Page } from '@playwright/test'
import { dialog, settled, signIn, test, who } from './district'

test.setTimeout(240_000)

/** What one may reach by Tab, as the browser sees it. */
const STOPS =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]'

interface Stop {
  name: string
  seen: boolean
  marked: boolean
}

async function stop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return undefined
    // A radio or a tick may be drawn by what stands beside it.
    const drawn = [at, at.nextElementSibling, at.parentElement].filter((each) => each !== null)
    const { width, height, bottom, right } = at.getBoundingClientRect()
    return {
      name: `${at.tagName} ${at.id || at.getAttribute('aria-label') || at.textContent?.trim().slice(0, 20)}`,
      seen: width > 0 && height > 0 && bottom > 0 && right > 0,
      marked: drawn.some((each) => getComputedStyle(each).outlineStyle !== 'none'),
    }
  })
}

/** Tab leads through the whole page and out again; everything it stops at is seen and marked. */
async function walk(page: Page): Promise<void> {
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    scrollTo(0, 0)
  })
  const groups = await page.evaluate((stops) => {
    const all = [...document.querySelectorAll<HTMLElement>(stops)].filter(
      (each) => each.tabIndex >= 0 && each.offsetParent !== null && !each.closest('[inert]'),
    )
    // Of radios with one name Tab stops at one; in a date at year, month, day and calendar.
    const dates = all.filter((each) => each.matches('[type=date]')).length
    return new Set(all.map((each) => (each as HTMLInputElement).name || each)).size + 3 * dates
  }, STOPS)
  const seen: string[] = []
  for (let at = 0; at < groups + 10; at++) {
    await page.keyboard.press('Tab')
    const here = await stop(page)
    // Behind the last one lies the browser's own bar, or the first again.
    if (!here || here.name === seen[0]) break
    expect.soft(here.seen, `${page.url()} ${here.name} is seen`).toBe(true)
    expect.soft(here.marked, `${page.url()} ${here.name} is marked`).toBe(true)
    seen.push(here.name)
  }
  expect.soft(seen.length, `${page.url()} ends`).toBeLessThan(groups + 10)
  expect.soft(seen.length, `${page.url()} leads everywhere`).toBeGreaterThanOrEqual(groups - 2)
}

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let at = 0; at < 80; at++) {
    const text = await page.evaluate(() => {
      const own = document.activeElement
      return own?.getAttribute('aria-label') ?? own?.textContent?.trim() ?? ''
    })
    if (typeof name === 'string' ? text === name : name.test(text)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

test('the console by keyboard alone', async ({ open }) => {
  const page = await open('console')
  await signIn(page, 'console', who('COMMUNITY_SECRETARY'))
  await test.step('to a record, with the focus on each heading', async () => {
    await page.keyboard.press('Tab')
    await tabTo(page, '跳到正文')
    await page.keyboard.press('Enter')
    await expect(page.locator('#main')).toBeFocused()
    await page.goto('/console/')
    await settled(page)
    await page.keyboard.press('Tab')
    await tabTo(page, '微心愿')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '微心愿' })).toBeFocused()
    await settled(page)
    await page.keyboard.press('/')
    await expect(page.locator('.page-filters :focus')).toHaveCount(1)
    for (let at = 0; at < 30; at++) {
      await page.keyboard.press('Tab')
      if (await page.locator('tbody a:focus').count()) break
    }
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/[\da-f]{8}-[\da-f-]{27}/)
    await expect(page.locator('main h1')).toBeFocused()
  })
  await test.step('menus open and close, and give the focus back', async () => {
    await tabTo(page, '选择以哪个岗位办事').catch(async () => {
      await page.goto('/console/')
      await settled(page)
      await tabTo(page, '选择以哪个岗位办事')
    })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menuitem').first()).toBeHidden()
  })
  await test.step('the list of keys opens, closes and switches off', async () => {
    await page.goto('/console/wishes')
    await settled(page)
    await page.keyboard.press('?')
    const list = dialog(page, '快捷键')
    await expect(list).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await page.keyboard.press('t')
    await expect(page).toHaveURL(/\/console\/$/)
    await page.keyboard.press('?')
    await list.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('h')
    await expect(page).toHaveURL(/\/console\/$/)
  })
  for (const path of ['', 'wishes', 'wishes/collect', 'figures', 'figures/N33', 'people', 'help']) {
    await page.goto(`/console/${path}`)
    await settled(page)
    await walk(page)
  }
})

test('the phone pages by keyboard alone', async ({ open }) => {
  const page = await open('phone')
  await signIn(page, 'phone', who('RESIDENT', '卢小满'))
  await test.step('a wish is begun', async () => {
    await page.goto('/wishes')
    await settled(page)
    await page.keyboard.press('Tab')
    await tabTo(page, '说个心愿')
    await page.keyboard.press('Enter')
    await expect(page.locator('main h1')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(page.getByRole('radio').first()).toBeChecked()
    await tabTo(page, '下一步')
    await page.keyboard.press('Enter')
    await expect(page.locator('main h1')).toBeFocused()
    await tabTo(page, '')
    await page.keyboard.type('想请人换灯泡')
    await expect(page.getByLabel('心愿', { exact: true })).toHaveValue('想请人换灯泡')
  })
  await test.step('a sheet gives the focus back', async () => {
    await page.goto('/wishes')
    await settled(page)
    const choose = page.getByRole('button', { name: /离哪个社区近/ })
    await choose.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('searchbox')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(choose).toBeFocused()
  })
  for (const path of ['wishes', 'wishes/mine', 'today', 'me', 'help', 'notices/preferences']) {
    await page.goto(`/${path}`)
    await settled(page)
    await walk(page)
  }
})
