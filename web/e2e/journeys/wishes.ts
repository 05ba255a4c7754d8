import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { settled } from './district'

/** A resident makes a wish on the phone, and is told its number. */
export async function makeWish(page: Page, words: string): Promise<string> {
  await page.goto('/wishes')
  await page.getByRole('link', { name: '说个心愿' }).click()
  await page.getByRole('radio', { name: '小修小补' }).check()
  await look(page, 'journey-make')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('心愿', { exact: true }).fill(words)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('radio', { name: '100 元以内' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('radio', { name: '不是' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('checkbox').check()
  await look(page, 'journey-make-agree')
  await page.getByRole('button', { name: '交给社区' }).click()
  await expect(page.getByRole('heading', { name: '收到了' })).toBeVisible()
  await look(page, 'journey-made')
  const said = await page.locator('.made').innerText()
  const number = /编号\s*([^\s。]+)/.exec(said)?.[1]
  expect(number, said).toBeTruthy()
  return number!
}

/** By its number, in the list. */
export async function findWish(page: Page, number: string): Promise<void> {
  await page.goto('/console/wishes')
  await page.getByRole('main').getByRole('searchbox').fill(number)
  await page.getByRole('main').getByRole('searchbox').press('Enter')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await page.locator('tbody a').click()
  await settled(page)
}
