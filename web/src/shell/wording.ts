import { api } from '@/api'
import { keep } from './keep'
import type { Locale } from './i18n'

/** What the district says otherwise than the program, in one language. */
export interface Words {
  version: number
  texts: Record<string, string>
  terms: Record<string, string>
}
interface Messages {
  [key: string]: string | Messages
}

const TERM = /\{([Tt])erm\.(\w+)\}/g

/** Fills the terms of a text: `{term.wish}`, and `{Term.wish}` where a sentence begins. */
export function withTerms(text: string, terms: Record<string, string>): string {
  return text.replace(TERM, (place, first: string, name: string) => {
    const term = terms[name]
    if (term === undefined) return place
    const said = term.includes('{') ? withTerms(term, terms) : term
    return first === 'T' ? said.slice(0, 1).toUpperCase() + said.slice(1) : said
  })
}

/** The messages of the program in the district's words. */
export function worded(shipped: object, words?: Words): object {
  const terms = { ...((shipped as Messages).term as Record<string, string>), ...words?.terms }
  const said = (path: string, key: string) =>
    path === 'term.' ? terms[key] : words?.texts[path + key]
  const walk = (at: Messages, path: string): Messages =>
    Object.fromEntries(
      Object.entries(at).map(([key, value]) =>
        typeof value === 'string'
          ? [key, withTerms(said(path, key) ?? value, terms)]
          : [key, walk(value, `${path}${key}.`)],
      ),
    )
  return walk(shipped as Messages, '')
}

/** As they were when this browser last asked; a page never waits for them twice. */
export function keptWords(locale: Locale): Words | undefined {
  try {
    return JSON.parse(keep.get(`words.${locale}`) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** As they are now; nothing where nobody answers. */
export async function askWords(locale: Locale): Promise<Words | undefined> {
  try {
    const words: Words = await api.get('/api/wording')
    keep.set(`words.${locale}`, JSON.stringify(words))
    return words
  } catch {
    return undefined
  }
}
