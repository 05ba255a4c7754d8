import { createHmac } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { look } from '../look'
import { dialog, settled, signIn, test, who } from './district'

// A wrong code and a session that has just been ended are what this file is about.
test.use({ expected: [/status of (400|401|403|404)/] })

/** What an authenticator app shows. */
function code(secret: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret]
    .map((sign) => letters.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const hash = createHmac('sha1', key).update(step).digest()
  const number = hash.readUInt32BE(hash[19]! & 15) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** A device with a lock of its own, as a laptop or a phone has. */
async function giveDevice(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /语言、外观、退出/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/sign-in/)
}

async function firstFactor(page: Page, person: { phone: string; password: string }): Promise<void> {
  await page.getByLabel('手机号').fill(person.phone)
  await page.locator('input[type=password]').fill(person.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('an administrator sets a second factor up, signs in with it and with a passkey; it is reset when lost', async ({
  open,
}) => {
  const person = who('SYSTEM_ADMINISTRATOR')
  const page = await open('console')
  await giveDevice(page)
  await signIn(page, 'console', person)

  const secret = await test.step('sets an authenticator app up', async () => {
    await page.goto('/console/security')
    await settled(page)
    await look(page, 'journey-own-security')
    await page.getByRole('button', { name: '添加动态码' }).click()
    const asked = dialog(page, '添加动态码')
    const found = await asked.locator('.totp-secret').innerText()
    await look(page, 'journey-totp')
    await asked.getByLabel('动态码', { exact: true }).fill('000000')
    await asked.getByRole('button', { name: '确认启用' }).click()
    await expect(asked.getByRole('alert').first()).toBeVisible()
    await asked.getByLabel('动态码', { exact: true }).fill(code(found, -1))
    await asked.getByRole('button', { name: '确认启用' }).click()
    await expect(page.locator('.recovery-codes li')).toHaveCount(10)
    await look(page, 'journey-recovery-codes')
    await page.getByRole('button', { name: '我已收好' }).click()
    return found
  })

  await test.step('signs in with both', async () => {
    await signOut(page)
    await firstFactor(page, person)
    await expect(page).toHaveURL(/second-step/)
    await look(page, 'journey-second-step')
    await page.goto('/console/people')
    await expect(page).toHaveURL(/second-step\?to=/)
    await page.getByLabel('动态码', { exact: true }).fill(code(secret))
    await page.getByRole('button', { name: '确认登录' }).click()
    await expect(page).toHaveURL(/console\/people/)
  })

  await test.step('makes a passkey', async () => {
    await page.goto('/console/security')
    await settled(page)
    await page.getByRole('button', { name: '添加通行密钥' }).click()
    const asked = dialog(page, '添加通行密钥')
    await asked.getByLabel('起个名字').fill('办公电脑')
    await asked.getByRole('button', { name: '在这台设备上创建' }).click()
    await expect(page.getByText('通行密钥：办公电脑')).toBeVisible()
    await look(page, 'journey-passkey')
  })

  await test.step('and signs in with it alone', async () => {
    await signOut(page)
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await expect(page).not.toHaveURL(/sign-in|second-step/)
    await page.goto('/console/people')
    await expect(page.locator('tbody tr').first()).toBeVisible()
  })

  await test.step('the security administrator takes both away', async () => {
    const guard = await open('console')
    await signIn(guard, 'console', who('SECURITY_ADMINISTRATOR'))
    await guard.goto('/console/accounts')
    await settled(guard)
    await guard.getByLabel('姓名，或完整的手机号').fill(person.name)
    const row = guard.locator('tbody tr').filter({ hasText: person.name })
    await row.getByRole('button', { name: '重置第二重验证' }).click()
    await look(guard, 'journey-reset')
    const asked = dialog(guard, '重置第二重验证')
    await asked.getByLabel('原因').fill('手机丢失，已当面核实')
    await asked.getByRole('button', { name: '重置第二重验证' }).click()
    await expect(guard.getByText('已办理，已告知本人。')).toBeVisible()
  })

  await test.step('the password is enough again, and the notice says why', async () => {
    await page.goto('/console/people')
    await expect(page).toHaveURL(/sign-in/)
    await firstFactor(page, person)
    await expect(page).toHaveURL(/console\/people/)
    await page.goto('/console/')
    await expect(page.getByText('安全管理员重置了您的第二重验证').first()).toBeVisible()
  })

  await test.step('the audit administrator reads it all', async () => {
    const audit = await open('console')
    await signIn(audit, 'console', who('AUDIT_ADMINISTRATOR'))
    await audit.goto('/console/security-record?kind=FACTORS_RESET')
    await settled(audit)
    await expect(audit.locator('tbody tr').first()).toContainText(person.name)
    await look(audit, 'journey-security-record')
  })
})

test('a resident may have a passkey, and need not', async ({ open }) => {
  const page = await open('phone')
  await giveDevice(page)
  await signIn(page, 'phone', who('RESIDENT', '李阿槐'))
  await page.goto('/me')
  await page.getByRole('link', { name: '我的安全' }).click()
  await settled(page)
  await look(page, 'journey-phone-security')
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  await page.getByLabel('起个名字').fill('我的手机')
  await page.getByRole('button', { name: '在这台设备上创建' }).click()
  await expect(page.getByText('通行密钥：我的手机')).toBeVisible()
  await page.getByRole('button', { name: '移除', exact: true }).click()
  await expect(page.getByText('通行密钥：我的手机')).toHaveCount(0)
})
