import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { settled, signIn, test, unique, who } from './district'

// Without network the browser says so for every call that fails.
test.use({ expected: [[/status of (401|404)|net::ERR_INTERNET_DISCONNECTED/], { scope: 'test' }] })
test.setTimeout(180_000)

async function readyToLeave(page: Page): Promise<void> {
  await page.goto('/help')
  await expect(page.getByText('现在没有网络也能打开')).toBeVisible({ timeout: 30_000 })
}

test('a wish said without network arrives once', async ({ open }) => {
  const words = `想请人教我用手机挂号，记号${unique()}`
  const page = await open('phone')
  await signIn(page, 'phone', who('RESIDENT', '卢小满'))
  await readyToLeave(page)
  for (const path of ['/wishes', '/wishes/mine', '/today']) {
    await page.goto(path)
    await settled(page)
  }

  await test.step('the pages open, and say from when they are', async () => {
    await page.context().setOffline(true)
    await page.goto('/wishes')
    await expect(page.locator('li.tile').first()).toBeVisible()
    await expect(page.getByText(/没有网络，看到的是/)).toBeVisible()
    await look(page, 'offline-wall')
    await page.goto('/wishes/mine')
    await expect(page.locator('li.tile').first()).toBeVisible()
    await page.goto('/help')
    await expect(page.getByRole('heading', { name: '没有网络时' })).toBeVisible()
    await look(page, 'offline-help')
  })

  await test.step('a wish is made, and waits', async () => {
    await page.goto('/wishes/make')
    await page.getByRole('radio', { name: '小修小补' }).check()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('心愿', { exact: true }).fill(words)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '交给社区' }).click()
    await expect(page.getByRole('heading', { name: '存好了' })).toBeVisible()
    await look(page, 'offline-kept')
    await page.getByRole('link', { name: '看看存着的心愿' }).click()
    await expect(page.getByText('等有网时交', { exact: true })).toBeVisible()
    await look(page, 'offline-waiting')
    await page.reload()
    await expect(page.getByText(words)).toBeVisible()
  })

  await test.step('with network it goes to the community, once', async () => {
    await page.context().setOffline(false)
    await expect(page.getByText('等有网时交', { exact: true })).toHaveCount(0, { timeout: 30_000 })
    await page.goto('/wishes/mine')
    await settled(page)
    const made = await page.evaluate(async (own) => {
      const answer = await fetch('/api/wishes/made?size=100')
      const { items } = (await answer.json()) as { items: { id: string }[] }
      const all = await Promise.all(
        items.map(async ({ id }) => (await fetch(`/api/wishes/${id}`)).text()),
      )
      return all.filter((wish) => wish.includes(own)).length
    }, words)
    expect(made).toBe(1)
  })
})

test('signing out leaves nothing of a person’s on the device', async ({ open }) => {
  const page = await open('phone')
  await signIn(page, 'phone', who('RESIDENT', '卢小满'))
  await readyToLeave(page)
  await page.goto('/wishes/mine')
  await settled(page)
  await page.goto('/me')
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/\/wishes/)
  await settled(page)
  const kept = await page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opened = indexedDB.open('silian')
        opened.addEventListener('error', reject)
        opened.addEventListener('success', () => {
          const all = opened.result.transaction('kept').objectStore('kept').getAll()
          all.addEventListener('success', () => {
            opened.result.close()
            resolve((all.result as { person: string }[]).map((each) => each.person))
          })
        })
      }),
  )
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter((person) => person !== '')).toEqual([])
  await page.context().setOffline(true)
  await page.goto('/wishes/mine')
  await expect(page).toHaveURL(/sign-in/)
  await page.context().setOffline(false)
})
