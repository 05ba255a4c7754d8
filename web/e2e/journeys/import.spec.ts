import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { settled, signIn, test, unique, who } from './district'

const KINDS = ['小修小补', '物品', '陪伴', '学习辅导', '跑腿代办']

/** Thirty wishes as they stand on paper, typed in an afternoon; three of them wrong. */
function typed(mark: string): string[][] {
  const rows = Array.from({ length: 30 }, (_, at) => [
    String(at + 1),
    `李阿${'一二三四五六七八九十'[at % 10]}`,
    `1390000${String(1000 + at)}`,
    `${mark}第${at + 1}张纸条：想请人来帮一个小忙`,
    KINDS[at % KINDS.length]!,
    at === 20 ? '是' : '否',
    at === 20 ? '是' : '',
    '书面',
    '2026年3月5日',
  ])
  return rows
}

function file(rows: string[][]): Buffer {
  const lines = [
    ['秀灵南社区微心愿登记表'],
    [
      '序号',
      '姓名',
      '联系电话',
      '心愿内容',
      '类别',
      '未成年人',
      '监护人同意',
      '同意方式',
      '登记日期',
    ],
    ...rows,
    ['填表说明：一行一条'],
    ['制表人：梁巧宜'],
  ]
  return Buffer.from('\uFEFF' + lines.map((line) => line.join(',')).join('\r\n'), 'utf8')
}

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/console/imports')
  await settled(page)
  await page.getByRole('radio', { name: '微心愿' }).check()
  await page.getByLabel('文件').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('heading', { name: '每一列是什么？' })).toBeVisible()
}

async function count(page: Page, name: string): Promise<number> {
  const text = await page
    .locator('.exchange-counts > div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .innerText()
  return Number(text)
}

test('a worker imports thirty paper wishes, puts three right, and none is there twice', async ({
  open,
}) => {
  const mark = unique()
  const page = await open('console')
  await signIn(page, 'console', who('COMMUNITY_WORKER', '梁巧宜'))
  const rows = typed(mark)
  rows[3]![2] = '139'
  rows[11]![3] = ''
  rows[20]![6] = '否'

  await test.step('the columns are proposed', async () => {
    await bring(page, '心愿.csv', file(rows))
    await expect(page.getByLabel('“联系电话”对应')).toHaveValue('phone')
    await expect(page.getByLabel('“序号”对应')).toHaveValue('')
    await look(page, 'import-columns')
    await page.getByRole('button', { name: '核对' }).click()
  })

  const download = await test.step('three rows are wrong, each with its reason', async () => {
    await expect(page.getByRole('heading', { name: '先看看会怎样' })).toBeVisible()
    expect(await count(page, '新增')).toBe(27)
    expect(await count(page, '有问题')).toBe(3)
    const table = page.locator('.exchange-bad tbody')
    await expect(table.locator('tr')).toHaveCount(3)
    await expect(table).toContainText('电话号码不正确')
    await expect(table).toContainText('没有填写')
    await expect(table).toContainText('未成年人的心愿需要监护人同意')
    await expect(page.getByText(/说明、合计、签名等（第33、34行）/)).toBeVisible()
    await look(page, 'import-check')
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载这3行（附原因）' }).click()
    const saved = await waiting
    expect(saved.suggestedFilename()).toBe('微心愿-待改.xlsx')
    await page.getByRole('button', { name: '先导入没问题的27条，留下3条' }).click()
    await expect(page.getByRole('heading', { name: '导入好了' })).toBeVisible()
    expect(await count(page, '新增了')).toBe(27)
    await look(page, 'import-done')
    return saved.path()
  })

  await test.step('the corrected rows come in, the others are there already', async () => {
    expect(readFileSync(download).subarray(0, 2).toString()).toBe('PK')
    const right = typed(mark)
    await bring(page, '心愿-改.csv', file(right))
    await page.getByRole('button', { name: '核对' }).click()
    await expect(page.getByRole('heading', { name: '先看看会怎样' })).toBeVisible()
    expect(await count(page, '新增')).toBe(3)
    expect(await count(page, '已有，跳过')).toBe(27)
    await page.getByRole('button', { name: '导入3条' }).click()
    await expect(page.getByRole('heading', { name: '导入好了' })).toBeVisible()
  })

  await test.step('and the list, exported as it is seen, has thirty', async () => {
    await page.getByRole('link', { name: '去看微心愿' }).click()
    await settled(page)
    await page.goto(`/console/wishes?q=${encodeURIComponent(mark)}`)
    await settled(page)
    await expect(page.locator('tbody tr')).toHaveCount(30)
    await page.getByRole('button', { name: '导出', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '导出', exact: true })
    await dialog.getByRole('radio', { name: 'CSV 文本' }).check()
    await look(page, 'export-dialog')
    const waiting = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '导出' }).click()
    const text = readFileSync(await (await waiting).path(), 'utf8')
    expect(text).toContain(`筛选：搜索“${mark}”`)
    expect(text).toContain('演示数据')
    expect(text).toContain('编号,心愿,类别,社区,状态,征集于,期限')
    expect(text.split('\r\n').filter((line) => line.includes(`,${mark}`))).toHaveLength(30)
    await page.goto('/console/exports')
    await settled(page)
    await expect(page.locator('tbody tr').first()).toContainText('写好了')
    await look(page, 'exports')
  })
})
