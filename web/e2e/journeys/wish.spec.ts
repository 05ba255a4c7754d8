import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { dialog, figureOf, settled, signIn, test, unique, who } from './district'
import { findWish, makeWish } from './wishes'

test.setTimeout(300_000)

test('a wish goes all its way, and is nobody else’s', async ({ open }) => {
  const words = `厨房的灯坏了，想请人换一盏，记号${unique()}`
  const maker = who('RESIDENT', '卢小满')

  const worker = await open('console')
  await signIn(worker, 'console', who('COMMUNITY_WORKER', '梁巧宜'))
  const before = await figureOf(worker, 'N33')
  const secretary = await open('console')
  await signIn(secretary, 'console', who('COMMUNITY_SECRETARY'))
  const beforeOfSecretary = await figureOf(secretary, 'N33')

  const resident = await open('phone')
  await signIn(resident, 'phone', maker)
  const number = await test.step('the resident makes a wish', () => makeWish(resident, words))

  const address = await test.step('the worker verifies and publishes it', async () => {
    await findWish(worker, number)
    await look(worker, 'journey-wish-collected')
    await worker.getByRole('button', { name: '核实', exact: true }).click()
    const asked = dialog(worker, '核实')
    await expect(asked.getByRole('checkbox')).toHaveCount(4)
    for (const tick of await asked.getByRole('checkbox').all()) await tick.check()
    await asked.getByLabel('公开文字').fill(words)
    await look(worker, 'journey-wish-verify')
    await asked.getByRole('button', { name: '核实并发布' }).click()
    await expect(asked).toBeHidden()
    await expect(worker.getByText('待认领')).toBeVisible()
    return worker.url()
  })

  const student = await open('phone')
  await test.step('a student claims it, and sees no contact', async () => {
    await signIn(student, 'phone', who('STUDENT', '莫听夏'))
    await fromTheWall(student, words)
    await expect(student.getByText(maker.phone)).toHaveCount(0)
    await student.getByRole('button', { name: '我来', exact: true }).click()
    await look(student, 'journey-claim')
    await dialog(student, '认领').getByRole('button', { name: '我来办' }).click()
    await expect(student).toHaveURL(/\/wishes\/mine\//)
    await settled(student)
    await expect(student.getByText('待同意')).toBeVisible()
    await expect(student.getByText('心愿人', { exact: true })).toHaveCount(0)
    await expect(student.locator('main')).not.toContainText(maker.phone)
    await look(student, 'journey-claimed')
  })

  await test.step('the worker approves, and names who goes along', async () => {
    await worker.reload()
    await worker.getByRole('button', { name: '同意认领', exact: true }).click()
    const asked = dialog(worker, '同意认领')
    await asked.getByRole('radio', { name: '梁巧宜' }).check()
    await look(worker, 'journey-approve')
    await asked.getByRole('button', { name: '同意认领' }).click()
    await expect(asked).toBeHidden()
    await expect(worker.getByText('待联系')).toBeVisible()
  })

  await test.step('the student sees the contact, calls and fulfils', async () => {
    await student.reload()
    await expect(student.locator('main')).toContainText(maker.phone)
    await expect(student.locator('main')).toContainText(maker.name)
    await look(student, 'journey-approved')
    await student.getByRole('button', { name: '已联系' }).click()
    await dialog(student, '已联系').getByRole('button', { name: '已经联系上' }).click()
    await expect(student.getByText('进行中')).toBeVisible()
    await student.getByRole('button', { name: '办好了', exact: true }).click()
    await student.getByLabel('怎么办的').fill('换了一盏节能灯，试过，亮了。')
    await dialog(student, '办好了').getByRole('button', { name: '办好了' }).click()
    await expect(student.getByText('待确认')).toBeVisible()
  })
  expect(await figureOf(worker, 'N33'), 'what is not confirmed does not count').toBe(before)

  await test.step('the wisher confirms', async () => {
    await resident.goto('/wishes/mine')
    await resident.locator('li.tile', { hasText: number }).getByRole('link').click()
    await resident.getByRole('button', { name: '确认', exact: true }).click()
    await resident.getByRole('radio', { name: '5 星' }).check()
    await look(resident, 'journey-confirm')
    await dialog(resident, '确认').getByRole('button', { name: '确认办好了' }).click()
    await expect(resident.locator('main')).toContainText('已办结')
    await look(resident, 'journey-confirmed')
  })

  await test.step('the figure rises by one and opens to this wish', async () => {
    await expect.poll(() => figureOf(worker, 'N33')).toBe(before + 1)
    await expect.poll(() => figureOf(secretary, 'N33')).toBe(beforeOfSecretary + 1)
    await secretary.locator('a[href*="/console/figures/N33"]').click()
    await secretary.waitForURL(/N33/)
    await settled(secretary)
    await look(secretary, 'journey-figure')
    await secretary
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click()
    await expect(secretary).toHaveURL(/\/console\/wishes\//)
    expect(new URL(secretary.url()).pathname).toBe(new URL(address).pathname)
    await expect(secretary.locator('main')).toContainText(number)
    await look(secretary, 'journey-wish-confirmed')
  })

  await test.step('a worker of another community finds nothing', async () => {
    const other = await open('console')
    await signIn(other, 'console', who('COMMUNITY_WORKER', '陆敬川'))
    await other.goto(`/console/wishes?q=${number}`)
    await settled(other)
    await expect(other.getByText(number)).toHaveCount(0)
    await expect(other.locator('main')).not.toContainText(words.slice(-9))
    await other.goto(address)
    await expect(other.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
    await expect(other.locator('main')).not.toContainText(words.slice(-9))
    await look(other, 'journey-out-of-reach')
  })
})

/** A wish just published stands at the wall's end: one goes on until it shows. */
async function fromTheWall(page: Page, words: string): Promise<void> {
  await page.goto('/wishes')
  await page.getByRole('radio', { name: '小修小补' }).check({ force: true })
  await settled(page)
  const tile = page.locator('li.tile', { hasText: words })
  const more = page.locator('main').getByRole('button', { name: '再看一些' })
  while ((await tile.count()) === 0 && (await more.isVisible())) {
    await more.click()
    await settled(page)
  }
  await look(page, 'journey-wall')
  await tile.getByRole('link').click()
  await settled(page)
}
