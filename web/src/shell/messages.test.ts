import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from './locale/en'
import zh from './locale/zh-CN'

function keysOf(messages: object, at = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${at}${key}`] : keysOf(value as object, `${at}${key}.`),
  )
}

function textOf(messages: object, key: string): string {
  return key.split('.').reduce<unknown>((at, part) => (at as never)[part], messages) as string
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
}

const known = new Set(keysOf(zh))
const code = sources('src').join('\n')
/** 'module.some.key' anywhere: in t(…), in module.ts, in a table of labels. */
const plain = [...code.matchAll(/['"]((?:[a-z]\w*)(?:\.[\w-]+)+)['"]/g)].map((match) => match[1]!)
/** `module.some.${value}…`: a family of keys. */
const families = [...code.matchAll(/`([a-z]\w*\.(?:[\w-]+\.)*)\$\{/g)].map((match) => match[1]!)
const places = new Set(Object.keys(zh))

describe('messages', () => {
  it('are the same in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort())
  })

  it('take the same values in both languages', () => {
    // A plural says a value once for each number.
    const holes = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]))].sort()
    for (const key of known) expect(holes(textOf(en, key)), key).toEqual(holes(textOf(zh, key)))
  })

  it('exist wherever one is used', () => {
    const calls = [...code.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!)
    expect(calls.length).toBeGreaterThan(100)
    expect(calls.filter((key) => !known.has(key))).toEqual([])
  })

  it('exist for every family of keys', () => {
    const own = families.filter((family) => places.has(family.split('.')[0]!))
    expect(own.length).toBeGreaterThan(5)
    expect(own.filter((family) => ![...known].some((key) => key.startsWith(family)))).toEqual([])
  })

  it('are all used', () => {
    const used = new Set(plain)
    const idle = [...known].filter(
      (key) =>
        !key.startsWith('term.') &&
        !used.has(key) &&
        !families.some((family) => key.startsWith(family)),
    )
    expect(idle).toEqual([])
  })

  it('name only terms that there are, and every term that there is', () => {
    const server = readdirSync('../src/main/resources/messages')
      .map((file) => readFileSync(join('../src/main/resources/messages', file), 'utf8'))
      .join('\n')
    const pages = JSON.stringify(zh) + JSON.stringify(en)
    const named = [...(server + pages).matchAll(/\{[Tt]erm\.(\w+)\}/g)].map((match) => match[1]!)
    const terms = Object.keys((zh as Record<string, object>).term!)
    expect(named.filter((name) => !terms.includes(name))).toEqual([])
    expect(terms.filter((name) => !named.includes(name))).toEqual([])
  })
})
