/** crypto.randomUUID is missing in older web views and on plain http. */
export function uniqueKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * One submission of one form. The key stays the same while the same words are sent again, so a
 * retry after a lost answer creates nothing twice; other words, or a success, make a new key.
 */
export class Attempt {
  private key = ''
  private sent = ''

  keyFor(body: unknown): string {
    const words = JSON.stringify(body)
    if (this.key === '' || words !== this.sent) {
      this.key = uniqueKey()
      this.sent = words
    }
    return this.key
  }

  succeeded(): void {
    this.key = ''
    this.sent = ''
  }
}
