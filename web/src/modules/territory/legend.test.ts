import { describe, expect, it } from 'vitest'
import { bands, levelOf } from './legend'

describe('the bands of a map', () => {
  it('hold every value above nothing, each once', () => {
    const values = [0, 1, 1, 1, 1, 1, 1, 2, 3, 4, 7, 9, 30]
    const found = bands(values)
    expect(found.length).toBeLessThanOrEqual(5)
    for (const value of values.filter(Boolean))
      expect(found.filter(({ from, to }) => value >= from && value <= to)).toHaveLength(1)
    expect(found.at(-1)!.to).toBe(30)
  })

  it('are fewer where there are fewer values', () => {
    expect(bands([])).toEqual([])
    expect(bands([0, 0])).toEqual([])
    expect(bands([4, 4, 4])).toEqual([{ from: 4, to: 4 }])
  })

  it('give nothing the paper’s own tone', () => {
    const found = bands([1, 5])
    expect(levelOf(undefined, found)).toBe(0)
    expect(levelOf(0, found)).toBe(0)
    expect(levelOf(1, found)).toBe(1)
    expect(levelOf(5, found)).toBe(2)
  })
})
