import { digits } from '@/modules/access'

export interface Listed {
  name: string
  phone: string
}

/** Lines of a name and a phone, as a sheet or a chat gives them; a number twice is one person. */
export function readList(text: string): Listed[] {
  const found = new Map<string, Listed>()
  for (const line of text.split(/\r?\n/)) {
    const parts = line.split(/[\t,，;；]|\s{1,}(?=[\d+０-９])/u).map((part) => part.trim())
    const [name, ...rest] = parts.filter(Boolean)
    if (!name) continue
    const phone = digits(rest.join('').normalize('NFKC'))
    found.set(phone || name, { name, phone })
  }
  return [...found.values()]
}
