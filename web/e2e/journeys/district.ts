import { readFileSync } from 'node:fs'
import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test'

/** The people of the demo who may sign in, as the running Silian wrote them down. */
export interface Who {
  role: string
  name: string
  organisation: string
  phone: string
  password: string
}
export type Half = 'console' | 'phone'

const file = process.env.SILIAN_SIGN_INS

function fields(line: string): string[] {
  return line.split(',').map((field) => field.replace(/^"|"$/g, ''))
}

function everybody(): Who[] {
  const [head, ...rows] = readFileSync(file ?? '', 'utf8')
    .trim()
    .split(/\r?\n/)
  const names = fields(head!.replace('\uFEFF', ''))
  return rows.map((row) => {
    const values = fields(row)
    return Object.fromEntries(names.map((name, at) => [name, values[at]])) as unknown as Who
  })
}

export function who(role: string, name?: string): Who {
  const found = everybody().find((each) => each.role === role && (!name || each.name === name))
  if (!found) throw new Error(`Nobody signs in as ${role} ${name ?? ''}: ${file}`)
  return found
}

/** Opens the half of the system in a browser of its own; the browser's complaints are kept. */
export type Open = (half: Half, locale?: 'zh-CN' | 'en') => Promise<Page>

/**
 * Every journey fails on what the browser complains of: scripts that break, the content policy's
 * refusals, answers nobody expects. 401 says that nobody is signed in, 404 that there is nothing.
 */
export const test = base.extend<{ open: Open; expected: RegExp[] }>({
  expected: [[/status of (401|404)/], { option: true }],
  open: async ({ browser, expected }, use, journey) => {
    journey.skip(!file, 'SILIAN_SIGN_INS names no running demo')
    const said: string[] = []
    const opened: Page[] = []
    await use(async (half, locale) => {
      const page = await newPage(browser, half)
      if (locale)
        await page.addInitScript((own) => localStorage.setItem('silian.locale', own), locale)
      page.on('console', (message) => {
        const text = message.text()
        if (
          ['error', 'warning'].includes(message.type()) &&
          !expected.some((each) => each.test(text))
        )
          said.push(`${page.url()} ${text}`)
      })
      page.on('pageerror', (error) => said.push(`${page.url()} ${String(error)}`))
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
    expect(said).toEqual([])
  },
})

async function newPage(browser: Browser, half: Half): Promise<Page> {
  const shape =
    half === 'console'
      ? { viewport: { width: 1366, height: 768 } }
      : { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const context = await browser.newContext({
    ...shape,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  return context.newPage()
}

/** Signs in through the door, with the password. */
export async function signIn(page: Page, half: Half, person: Pick<Who, 'phone' | 'password'>) {
  await page.goto(half === 'console' ? '/console/sign-in' : '/sign-in')
  await page.getByRole('radio', { name: /密码|Password/ }).check()
  await page.getByLabel(/手机号|Phone|Mobile/).fill(person.phone)
  await page.locator('input[type=password]').fill(person.password)
  await page.locator('form button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.load-wait')).toHaveCount(0)
}

/** Words that nobody else has used, without a digit: a number could be somebody's. */
export function unique(): string {
  const signs = [...'甲乙丙丁戊己庚辛壬癸']
  const digits = String(Date.now()).slice(-9)
  return Array.from(digits, (digit) => signs[Number(digit)]).join('')
}

/** A phone that nobody has registered yet. */
export function freshPhone(): string {
  return `199${String(Date.now()).slice(-8)}`
}

export function dialog(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name, exact: true })
}

/** What a figure's card says. */
export async function figureOf(page: Page, id: string): Promise<number> {
  await page.goto('/console/figures')
  await settled(page)
  const text = await page.locator(`a[href*="/console/figures/${id}"] b`).innerText()
  return Number(text.replace(/[^\d]/g, ''))
}
