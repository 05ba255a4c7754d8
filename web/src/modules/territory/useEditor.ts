import { computed, ref, shallowRef } from 'vue'
import {
  cornerAt,
  inserted,
  moved,
  nearest,
  next,
  placed,
  removed,
  type At,
  type Corner,
  type Shape,
} from './editor'

const FIRST: At = { polygon: 0, ring: 0, corner: 0 }

/** A shape while it is drawn: which corner one is at, and everything back to how it began. */
export function useEditor(initial: Shape) {
  const first = shallowRef(initial)
  const shape = shallowRef(initial)
  const at = ref<At>({ ...FIRST })
  const past = shallowRef<Shape[]>([])
  const future = shallowRef<Shape[]>([])

  function become(after: Shape): void {
    if (after === shape.value) return
    past.value = [...past.value, shape.value]
    future.value = []
    shape.value = after
  }

  function hold(): void {
    if (!cornerAt(shape.value, at.value)) at.value = { ...FIRST }
  }

  function step(from: typeof past, to: typeof past): void {
    const after = from.value.at(-1)
    if (!after) return
    from.value = from.value.slice(0, -1)
    to.value = [...to.value, shape.value]
    shape.value = after
    hold()
  }

  function begin(anew: Shape): void {
    first.value = anew
    shape.value = anew
    past.value = []
    future.value = []
    at.value = { ...FIRST }
  }

  return {
    shape,
    at,
    changed: computed(() => JSON.stringify(shape.value) !== JSON.stringify(first.value)),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    begin,
    choose: (corner: At) => (at.value = corner),
    go: (by: 1 | -1) => (at.value = next(shape.value, at.value, by)),
    move: (east: number, north: number) => become(moved(shape.value, at.value, east, north)),
    place: (where: Corner) => become(placed(shape.value, at.value, where)),
    insert() {
      const after = inserted(shape.value, at.value)
      become(after.shape)
      at.value = after.at
    },
    remove() {
      const after = removed(shape.value, at.value)
      become(after.shape)
      at.value = after.at
    },
    snap(others: Corner[], within: number): boolean {
      const corner = cornerAt(shape.value, at.value)
      const there = corner && nearest(corner, others, within)
      if (there) become(placed(shape.value, at.value, there))
      return there !== undefined
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    cancel() {
      become(first.value)
      at.value = { ...FIRST }
    },
  }
}

export type Editor = ReturnType<typeof useEditor>
