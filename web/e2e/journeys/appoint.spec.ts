import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { dialog, freshPhone, settled, signIn, test, unique, who } from './district'
import { findWish, makeWish } from './wishes'

// Rights that have just gone are refused: that is what this file is about.
test.use({ expected: [/status of (401|403|404)/] })
test.setTimeout(240_000)

function menu(page: Page, name: string) {
  return page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name })
}

test('an administrator appoints a secretary, who acts at once and loses the rights the minute the term ends', async ({
  open,
}) => {
  const name = `覃${unique().slice(-2)}`
  const words = `楼道的灯坏了，想请人换一盏，记号${unique()}`
  const resident = await open('phone')
  await signIn(resident, 'phone', who('RESIDENT', '卢小满'))
  const number = await makeWish(resident, words)

  const admin = await open('console')
  await signIn(admin, 'console', who('SYSTEM_ADMINISTRATOR'))
  const link = await test.step('the administrator finds the community and appoints', async () => {
    await menu(admin, '组织').click()
    await expect(admin.getByRole('treeitem').nth(3)).toBeVisible()
    await look(admin, 'journey-tree')
    await admin.getByRole('main').getByRole('searchbox').fill('秀灵南')
    await admin.getByRole('link', { name: '秀灵南社区', exact: true }).click()
    await settled(admin)
    await expect(admin.getByRole('row', { name: /^社区党组织副书记/ })).toBeVisible()
    await look(admin, 'journey-organisation')
    await admin.getByRole('link', { name: '邀请', exact: true }).click()
    await admin.getByLabel('姓名', { exact: true }).fill(name)
    await admin.getByLabel('手机号').fill(freshPhone())
    await admin.getByLabel('岗位', { exact: true }).selectOption({ label: '社区党组织书记' })
    await admin.getByLabel('依据文件').fill('西组干〔2026〕12号')
    await admin.getByRole('button', { name: '生成邀请' }).click()
    await expect(admin.getByRole('img', { name: '邀请链接的二维码' })).toBeVisible()
    await look(admin, 'journey-appointed')
    return admin.getByLabel('邀请链接', { exact: true }).inputValue()
  })

  const secretary = await open('console')
  await test.step('the secretary accepts, and verifies and publishes a wish', async () => {
    await secretary.goto(link)
    await secretary.locator('input[type=password]').fill('一句容易记的话 2026')
    await secretary.getByRole('button', { name: '接受并登录' }).click()
    await expect(secretary).not.toHaveURL(/invitation/)
    await settled(secretary)
    await findWish(secretary, number)
    await secretary.getByRole('button', { name: '核实', exact: true }).click()
    const asked = dialog(secretary, '核实')
    await expect(asked.getByRole('checkbox')).toHaveCount(4)
    for (const tick of await asked.getByRole('checkbox').all()) await tick.check()
    await asked.getByLabel('公开文字').fill(words)
    await asked.getByRole('button', { name: '核实并发布' }).click()
    await expect(asked).toBeHidden()
    await expect(secretary.getByText('待认领')).toBeVisible()
  })

  await test.step('the administrator ends the term', async () => {
    await admin.getByRole('link', { name: '看此人' }).click()
    await settled(admin)
    await admin.getByRole('button', { name: '免去' }).click()
    const asked = dialog(admin, '免去')
    await asked.getByLabel('依据文件').fill('西组干〔2026〕31号')
    await asked.getByRole('button', { name: '免去' }).click()
    await expect(asked).toBeHidden()
  })

  await test.step('the very next click is refused, and the menu is gone', async () => {
    await expect(menu(secretary, '微心愿')).toBeVisible()
    await menu(secretary, '微心愿').click()
    await expect(menu(secretary, '微心愿')).toHaveCount(0)
    await expect(secretary.locator('tbody tr')).toHaveCount(0)
    await look(secretary, 'journey-term-ended')
  })
})

test('a district calls the wishes otherwise, and the menu says so', async ({ open }) => {
  const admin = await open('console')
  await signIn(admin, 'console', who('SYSTEM_ADMINISTRATOR'))
  const say = async (term: string) => {
    await admin.goto('/console/words')
    await settled(admin)
    await admin
      .getByRole('row', { name: /micro-wish/ })
      .getByRole('button')
      .click()
    const asked = dialog(admin, '改文字')
    await asked.getByLabel('中文').fill(term)
    await look(admin, `journey-term-${term ? 'own' : 'shipped'}`)
    await asked.getByRole('button', { name: '保存' }).click()
    await expect(asked).toBeHidden()
  }
  const secretary = await open('console')
  await signIn(secretary, 'console', who('COMMUNITY_SECRETARY'))
  await expect(menu(secretary, '微心愿')).toBeVisible()
  try {
    await say('小小心愿')
    await secretary.reload()
    await expect(menu(secretary, '小小心愿')).toBeVisible()
    await secretary.goto('/console/figures/N33')
    await expect(secretary.getByRole('heading', { name: '认领兑现小小心愿' })).toBeVisible()
    await look(secretary, 'journey-own-term')
  } finally {
    await say('')
  }
  await secretary.reload()
  await expect(menu(secretary, '微心愿')).toBeVisible()
})
