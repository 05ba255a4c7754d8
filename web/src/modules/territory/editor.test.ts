import { describe, expect, it } from 'vitest'
import {
  closed,
  cornerAt,
  corners,
  inserted,
  metresBetween,
  moved,
  nearest,
  next,
  opened,
  removed,
  squareAround,
  type At,
  type Corner,
} from './editor'
import { useEditor } from './useEditor'

const first: At = { polygon: 0, ring: 0, corner: 0 }
const square = squareAround([108.3, 22.8], 400)

describe('a shape', () => {
  it('is the same after it has been opened and closed', () => {
    const outline = closed(square)
    expect(outline.coordinates[0]![0]).toHaveLength(5)
    expect(closed(opened(outline))).toEqual(outline)
  })

  it('moves a corner by metres on the ground, and no other', () => {
    const after = moved(square, first, 30, -40)
    expect(metresBetween(cornerAt(square, first)!, cornerAt(after, first)!)).toBeCloseTo(50, 0)
    expect(corners(after).slice(1)).toEqual(corners(square).slice(1))
  })

  it('gets a corner in the middle of the next side, also of the last', () => {
    const last = inserted(square, { ...first, corner: 3 })
    const [a, b] = [square[0]![0]![3]!, square[0]![0]![0]!]
    expect(last.at.corner).toBe(4)
    const middle = cornerAt(last.shape, last.at)!
    expect(middle[0]).toBeCloseTo((a[0] + b[0]) / 2, 6)
    expect(middle[1]).toBeCloseTo((a[1] + b[1]) / 2, 6)
  })

  it('keeps three corners whatever is taken away', () => {
    let now = removed(square, first)
    expect(corners(now.shape)).toHaveLength(3)
    now = removed(now.shape, now.at)
    expect(corners(now.shape)).toHaveLength(3)
  })

  it('is gone round corner by corner', () => {
    expect(next(square, { ...first, corner: 3 }, 1)).toEqual(first)
    expect(next(square, first, -1).corner).toBe(3)
  })

  it('finds the nearest corner of others, if it is near', () => {
    const others: Corner[] = [
      [108.31, 22.8],
      [108.3005, 22.8],
    ]
    expect(nearest([108.3, 22.8], others, 100)).toEqual(others[1])
    expect(nearest([108.3, 22.8], others, 10)).toBeUndefined()
  })
})

describe('the editor', () => {
  it('takes back and does again, each key by itself', () => {
    const editor = useEditor(square)
    editor.move(10, 0)
    editor.move(0, 10)
    const twice = editor.shape.value
    editor.undo()
    editor.undo()
    expect(editor.shape.value).toEqual(square)
    expect(editor.changed.value).toBe(false)
    editor.undo()
    editor.redo()
    editor.redo()
    expect(editor.shape.value).toEqual(twice)
    editor.undo()
    editor.remove()
    editor.redo()
    expect(corners(editor.shape.value)).toHaveLength(3)
  })

  it('goes back to what it began with', () => {
    const editor = useEditor(square)
    editor.insert()
    editor.cancel()
    expect(editor.shape.value).toEqual(square)
    expect(editor.at.value).toEqual(first)
    editor.undo()
    expect(corners(editor.shape.value), 'giving up can be taken back too').toHaveLength(5)
  })

  it('pulls a corner onto that of a neighbour', () => {
    const editor = useEditor(square)
    const there: Corner = [square[0]![0]![0]![0] + 0.0001, square[0]![0]![0]![1]]
    expect(editor.snap([there], 5)).toBe(false)
    expect(editor.snap([there], 50)).toBe(true)
    expect(cornerAt(editor.shape.value, first)![0]).toBeCloseTo(there[0], 6)
  })
})
