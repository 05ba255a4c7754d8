import { describe, expect, it } from 'vitest'
import { inOrder, mainStep, toFen } from './wish'

describe('the steps of a wish', () => {
  it('have the one that carries it forward as the last button', () => {
    expect(inOrder(['verify', 'reject', 'withdraw'])).toEqual(['reject', 'withdraw', 'verify'])
    expect(inOrder(['decline-claim', 'approve'])).toEqual(['decline-claim', 'approve'])
  })

  it('may have no main one', () => {
    expect(mainStep(['withdraw'])).toBeUndefined()
    expect(inOrder(['withdraw'])).toEqual(['withdraw'])
  })
})

describe('money as typed', () => {
  it.each([
    ['60', 6000],
    ['59.5', 5950],
    ['0.07', 7],
    [' 100 ', 10000],
  ])('%s yuan', (text, fen) => expect(toFen(text)).toBe(fen))

  it.each(['', '-1', '1.234', '六十', '1e3'])('%s is no amount', (text) =>
    expect(toFen(text)).toBeUndefined(),
  )
})
