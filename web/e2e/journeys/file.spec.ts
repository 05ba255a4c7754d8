import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { dialog, settled, signIn, test, who } from './district'

test.setTimeout(180_000)
test.use({ expected: [/status of (401|404|422)|ERR_INTERNET_DISCONNECTED/] })

const PLACE = 'GPS 22.8389N 108.2712E'

/** A picture made in the browser, with what a phone writes into it. */
async function photo(page: Page): Promise<Buffer> {
  const plain = Buffer.from(
    await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 900 })
      const pen = canvas.getContext('2d')!
      for (let at = 0; at < 900; at += 3)
        for (let down = 0; down < 900; down += 3) {
          pen.fillStyle = `rgb(${(at * 7) % 255} ${(down * 13) % 255} ${(at * down) % 255})`
          pen.fillRect(at, down, 3, 3)
        }
      return canvas.toDataURL('image/jpeg', 1).split(',')[1]!
    }),
    'base64',
  )
  const said = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0${PLACE}`, 'latin1')
  const head = Buffer.from([0xff, 0xe1, 0, said.length + 2])
  return Buffer.concat([plain.subarray(0, 2), head, said, plain.subarray(2)])
}

/** One page, and enough beside it that it comes in several pieces. */
function paper(): Buffer {
  const parts = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n',
    `4 0 obj<</Length 1600000>>stream\n${'x'.repeat(1_600_000)}\nendstream endobj\n`,
  ]
  let text = '%PDF-1.4\n'
  const at = parts.map((part) => {
    const here = text.length
    text += part
    return `${String(here).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(
    `${text}xref\n0 5\n0000000000 65535 f \n${at.join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

test('papers are attached over a bad network, and are nobody else’s', async ({ open }) => {
  const worker = await open('console')
  await signIn(worker, 'console', who('COMMUNITY_WORKER', '梁巧宜'))
  await worker.goto('/console/wishes?state=COLLECTED')
  await settled(worker)
  await worker.locator('main tbody a').first().click()
  await expect(worker).toHaveURL(/[\da-f]{8}-[\da-f-]{27}/)
  await settled(worker)
  const address = worker.url()
  const card = worker.getByRole('region', { name: '纸面材料' })
  await expect(card.getByText('选填')).toBeVisible()
  const input = card.locator('input[type=file]')

  await test.step('a paper arrives although the line is cut in the middle', async () => {
    let pieces = 0
    let cut = 0
    await worker.route('**/api/files/uploads/*', (route) => {
      if (route.request().method() === 'POST' && ++pieces === 2) {
        cut++
        return route.abort('internetdisconnected')
      }
      return route.continue()
    })
    await input.setInputFiles({
      name: '签字的同意书.pdf',
      mimeType: 'application/pdf',
      buffer: paper(),
    })
    await expect(card.getByText('签字的同意书.pdf')).toBeVisible()
    await expect(card.getByRole('button', { name: '打开 签字的同意书.pdf' })).toBeVisible({
      timeout: 30_000,
    })
    expect(cut).toBe(1)
    expect(pieces).toBeGreaterThan(3)
    await worker.unroute('**/api/files/uploads/*')
    await look(worker, 'journey-file-attached')
  })

  await test.step('a picture loses where it was taken', async () => {
    const picture = await photo(worker)
    expect(picture.includes(PLACE)).toBe(true)
    await input.setInputFiles({ name: '扫描件.jpg', mimeType: 'image/jpeg', buffer: picture })
    const opens = card.getByRole('button', { name: '打开 扫描件.jpg' })
    await expect(opens).toBeVisible({ timeout: 30_000 })
    const [download] = await Promise.all([worker.waitForEvent('download'), opens.click()])
    expect(download.suggestedFilename()).toBe('扫描件.jpg')
    const kept = readFileSync(await download.path())
    expect(kept.length).toBeGreaterThan(10_000)
    expect(kept.includes(PLACE)).toBe(false)
  })

  await test.step('what may not be kept is refused beside its name', async () => {
    await input.setInputFiles({
      name: '照片.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('MZ this is a program'),
    })
    await expect(card.getByRole('alert')).toContainText('这是一个程序')
    await look(worker, 'journey-file-refused')
    await card.getByRole('button', { name: '收起 照片.jpg' }).click()
    await expect(card.getByRole('alert')).toHaveCount(0)
  })

  const id = address.split('/').at(-1)!
  const files = await worker.evaluate(
    async (wish) => (await fetch(`/api/files?type=wish&id=${wish}`)).json(),
    id,
  )
  await test.step('another post gets nothing', async () => {
    const grid = await open('console')
    await signIn(grid, 'console', who('GRID_WORKER'))
    for (const path of [`?type=wish&id=${id}`, `/${files[0].id}/link`]) {
      const answer = await grid.evaluate(
        async (rest) => (await fetch(`/api/files${rest}`)).status,
        path,
      )
      expect(answer).toBe(404)
    }
  })

  await test.step('one is removed, for a reason that stays', async () => {
    await card.getByRole('button', { name: '移除 扫描件.jpg' }).click()
    const asked = dialog(worker, '移除文件')
    await asked.getByLabel('原因').fill('扫描了两次')
    await asked.getByRole('button', { name: '移除' }).click()
    await expect(asked).toBeHidden()
    await expect(card.getByText('扫描件.jpg')).toHaveCount(0)
    await expect(worker.getByText('扫描了两次')).toBeVisible()
  })
})
