import { describe, expect, it } from 'vitest'
import { lastDay } from './term'

describe('the last day of a term', () => {
  it('is the eve of its anniversary', () => {
    expect(lastDay('2026-11-24', 5)).toBe('2031-11-23')
    expect(lastDay('2026-01-01', 1)).toBe('2026-12-31')
  })

  it('is where the server has it for a term that begins on 29 February', () => {
    expect(lastDay('2024-02-29', 3)).toBe('2027-02-27')
    expect(lastDay('2024-02-29', 4)).toBe('2028-02-28')
  })

  it('is open without a rule or a first day', () => {
    expect(lastDay('2026-11-24', undefined)).toBe('')
    expect(lastDay('', 5)).toBe('')
  })
})
