import { expect } from '@playwright/test'
import { look } from '../look'
import { settled, signIn, test, who } from './district'

test('a district publishes last month; the city shows two, small numbers masked', async ({
  open,
}) => {
  const page = await open('console')
  await signIn(page, 'console', who('ORGANISATION_DEPARTMENT'))
  await page.goto('/console/city/publish')
  await settled(page)
  const month = await page.getByLabel('月份').inputValue()
  await expect(page.locator('tbody')).toContainText('衡阳街道')
  await expect(page.locator('tbody')).toContainText('<5*')
  await look(page, 'journey-city-publish')
  await page.getByRole('button', { name: '公布', exact: true }).click()

  await expect(page).toHaveURL(new RegExp(`/console/city\\?month=${month}`))
  await settled(page)
  const districts = page.locator('.page-list tbody')
  await expect(districts.getByRole('row')).toHaveCount(2)
  await expect(districts).toContainText('兴宁区')
  await expect(districts).toContainText('西乡塘区')
  await expect(page.locator('.city-one')).toContainText('<5*')
  await look(page, 'journey-city')

  const feed = await page.request.get(`/api/city/open?month=${month}`)
  const lines = (await feed.text()).split('\r\n').filter((line) => line.includes('450107001,'))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line).toMatch(/,(\d+,false|,true)$/)
})
