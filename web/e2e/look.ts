import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Everything the browser complains of, the content policy's refusals among it. */
export function complaints(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    const expected =
      /status of (400|401|403|404|409|412|422)|net::ERR_FAILED|blocked by Playwright/.test(text)
    if (['error', 'warning'].includes(message.type()) && !expected) found.push(text)
  })
  page.on('pageerror', (error) => found.push(String(error)))
  return found
}

/** A page as a person finds it: settled, pictured, with nothing axe objects to. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.load-wait')).toHaveCount(0)
  await page.waitForTimeout(350)
  await page.screenshot({ path: `screenshots/${name}.png` })
  // At the end nothing lies under the tabs; a person scrolls there as well.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const said = violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect.soft(said, name).toEqual([])
}
