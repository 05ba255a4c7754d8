import { expect } from '@playwright/test'
import { look } from '../look'
import { dialog, settled, signIn, test, who } from './district'

// What a form refuses answers with 400, 409 or 422.
test.use({ expected: [/status of (400|401|404|409|422)/] })

test('a post has changed hands, and the secretary says who takes the seat', async ({ open }) => {
  const page = await open('console')
  await signIn(page, 'console', who('COMMUNITY_SECRETARY'))

  await test.step('the question is on her list', async () => {
    await page.getByRole('link', { name: /确认接任人选：秀灵南社区社校联盟大党委/ }).click()
    await expect(page.getByRole('heading', { name: '确认接任' })).toBeVisible()
    await settled(page)
    await look(page, 'journey-seat-asked')
  })

  await test.step('she answers with one click, since only one holds the post', async () => {
    await expect(page.getByRole('radio')).toBeChecked()
    await page.getByRole('button', { name: '确认就任' }).click()
    await expect(page.getByRole('heading', { name: '秀灵南社区社校联盟大党委' })).toBeVisible()
    await expect(page.getByText('待确认')).toHaveCount(0)
    await look(page, 'journey-body')
  })

  await test.step('the officer is deputy secretary, never 书记', async () => {
    const officer = page.getByRole('row', { name: /覃守禾/ })
    await expect(officer.getByRole('cell').first()).toHaveText('副书记')
  })

  await test.step('a seat needs a post, and a person has one seat', async () => {
    await page.getByRole('link', { name: '增设席位' }).click()
    await page.getByRole('button', { name: '增设并就任' }).click()
    await expect(page.getByText('席位须由一个在任的岗位兼任')).toBeVisible()
    await page.getByRole('searchbox', { name: '单位名称的一部分，或姓名' }).fill('覃守禾')
    await page.getByRole('radio', { name: /覃守禾.*社区党组织副书记/ }).check({ force: true })
    await page.getByRole('button', { name: '增设并就任' }).click()
    await expect(page.getByText('此人在这个机构已有席位')).toBeVisible()
    await look(page, 'journey-seat-refused')
  })
})

test('the department enters a joint document, and everybody along the line reads it', async ({
  open,
}) => {
  const title = '关于联合开展校地共建月活动的通知'
  const page = await open('console')
  await signIn(page, 'console', who('ORGANISATION_DEPARTMENT'))
  await page.goto('/console/joint-documents/new')
  await settled(page)
  const year = new Date().getFullYear()
  const number = `西区校〔${year}〕${(Date.now() % 9000) + 100}号`
  await page.getByLabel('文号', { exact: true }).fill(number.replace('〔', '[').replace('〕', ']'))
  await page.getByLabel('标题', { exact: true }).fill(title)
  await page.getByRole('button', { name: '登记' }).click()
  await expect(page.getByText('联合发文应有2至20个发文单位')).toBeVisible()
  for (const [label, name] of [
    ['主办单位', '区委组织部'],
    ['第 2 个发文单位', '望江大学'],
  ] as const) {
    const issuer = page.getByRole('combobox', { name: label })
    await issuer.click()
    await issuer.fill(name)
    await page.getByRole('option', { name, exact: true }).click()
  }
  await page.getByRole('button', { name: '登记' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect(page.getByText(number)).toBeVisible()
  await look(page, 'journey-joint-document')

  const liaison = await open('console')
  await signIn(liaison, 'console', who('UNIVERSITY_LIAISON'))
  await liaison.goto('/console/joint-documents')
  await settled(liaison)
  await expect(liaison.getByRole('row', { name: new RegExp(number.slice(-6)) })).toBeVisible()
})

test('the organisation department founds a leading group and dissolves it', async ({ open }) => {
  const name = `校地共建领导小组${'甲乙丙丁戊己庚辛壬癸'[Date.now() % 10]}`
  const page = await open('console')
  await signIn(page, 'console', who('ORGANISATION_DEPARTMENT'))
  await page.goto('/console/bodies/found')
  await page.getByRole('radio', { name: '领导小组' }).check()
  await page.getByLabel('名称', { exact: true }).fill(name)
  const place = page.getByRole('combobox', { name: '设在' })
  await place.click()
  await place.fill('西乡塘区')
  await page.getByRole('option', { name: '西乡塘区', exact: true }).click()
  await page.getByRole('button', { name: '成立', exact: true }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await look(page, 'journey-body-founded')

  await page.getByRole('button', { name: '议事规则' }).click()
  const rule = dialog(page, '议事规则')
  await rule.getByRole('radio', { name: '固定人数' }).check()
  await rule.getByLabel('到会人数').fill('3')
  await look(page, 'journey-body-rule')
  await rule.getByRole('button', { name: '保存规则' }).click()
  await expect(page.getByText('到会 3 人', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: '撤销' }).click()
  await dialog(page, '撤销').getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText(/\d{4}-\d{2}-\d{2} 撤销/)).toBeVisible()
})
