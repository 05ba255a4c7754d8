/** What people type into a phone field: spaces and dashes are theirs to keep. */
export function digits(text: string): string {
  return text.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
}

export function isPhone(text: string): boolean {
  return /^1\d{10}$/.test(digits(text))
}
