import { describe, expect, it } from 'vitest'
import { passkeysWork, toBytes, toText } from './passkey'

describe('passkeys', () => {
  it('go to the server and back as base64url', () => {
    const bytes = Uint8Array.from({ length: 64 }, (_, at) => (at * 37) % 256)
    const text = toText(bytes.buffer)
    expect(text).not.toMatch(/[+/=]/)
    expect(toBytes(text)).toEqual(bytes)
  })

  it('are not offered where the browser has none', () => {
    expect(passkeysWork()).toBe(false)
  })
})
