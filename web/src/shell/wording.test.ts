import { describe, expect, it } from 'vitest'
import en from './locale/en'
import zh from './locale/zh-CN'
import { worded, withTerms } from './wording'

const words = (terms: Record<string, string>, texts: Record<string, string> = {}) => ({
  version: 1,
  texts,
  terms,
})

describe('the district’s words', () => {
  it('are the program’s where it says nothing', () => {
    expect(worded(zh)).toMatchObject({ wish: { title: '微心愿' } })
    expect(JSON.stringify(worded(zh))).not.toMatch(/\{[Tt]erm\./)
    expect(JSON.stringify(worded(en))).not.toMatch(/\{[Tt]erm\./)
  })

  it('take a term’s place everywhere, plurals that follow it among them', () => {
    const said = JSON.stringify(worded(zh, words({ wish: '小心愿' })))
    expect(said).toContain('小心愿')
    expect(said).not.toContain('微心愿')
    expect(withTerms('{term.wishes}', { wish: '小心愿', wishes: '{term.wish}' })).toBe('小心愿')
  })

  it('take a text’s place, in which terms are filled too', () => {
    const said = worded(zh, words({}, { 'wish.title': '{term.wish}墙' }))
    expect(said).toMatchObject({ wish: { title: '微心愿墙' } })
  })

  it('begin a sentence with a capital letter', () => {
    expect(withTerms('{Term.wish} and {term.wish}', { wish: 'small wish' })).toBe(
      'Small wish and small wish',
    )
  })
})
