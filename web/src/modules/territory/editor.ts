import type { Outline } from '@/api'

/** Longitude, latitude: WGS 84. */
export type Corner = [number, number]
/** Polygons of rings; a ring is open here, its first corner is not said twice. */
export type Shape = Corner[][][]
export interface At {
  polygon: number
  ring: number
  corner: number
}

const METRES = 111_195
const FEWEST = 3

export function opened(outline: Outline): Shape {
  return outline.coordinates.map((rings) =>
    rings.map((ring) => ring.slice(0, -1).map(([x, y]) => [x!, y!] as Corner)),
  )
}

export function closed(shape: Shape): Outline {
  return {
    type: 'MultiPolygon',
    coordinates: shape.map((rings) => rings.map((ring) => [...ring, ring[0]!])),
  }
}

/** Every corner there is, in order. */
export function corners(shape: Shape): (At & { at: Corner })[] {
  return shape.flatMap((rings, polygon) =>
    rings.flatMap((ring, of) => ring.map((at, corner) => ({ polygon, ring: of, corner, at }))),
  )
}

export function cornerAt(shape: Shape, at: At): Corner | undefined {
  return shape[at.polygon]?.[at.ring]?.[at.corner]
}

function withRing(shape: Shape, at: At, change: (ring: Corner[]) => Corner[]): Shape {
  return shape.map((rings, polygon) =>
    rings.map((ring, of) => (polygon === at.polygon && of === at.ring ? change(ring) : ring)),
  )
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

export function placed(shape: Shape, at: At, [x, y]: Corner): Shape {
  return withRing(shape, at, (ring) =>
    ring.map((corner, of) => (of === at.corner ? [rounded(x), rounded(y)] : corner)),
  )
}

/** So many metres to the east and to the north. */
export function moved(shape: Shape, at: At, east: number, north: number): Shape {
  const corner = cornerAt(shape, at)
  if (!corner) return shape
  const width = METRES * Math.cos((corner[1] * Math.PI) / 180)
  return placed(shape, at, [corner[0] + east / width, corner[1] + north / METRES])
}

/** One more corner, in the middle of the side that follows. */
export function inserted(shape: Shape, at: At): { shape: Shape; at: At } {
  const ring = shape[at.polygon]?.[at.ring] ?? []
  const [a, b] = [ring[at.corner], ring[(at.corner + 1) % ring.length]]
  if (!a || !b) return { shape, at }
  const middle: Corner = [rounded((a[0] + b[0]) / 2), rounded((a[1] + b[1]) / 2)]
  return {
    shape: withRing(shape, at, (all) => [
      ...all.slice(0, at.corner + 1),
      middle,
      ...all.slice(at.corner + 1),
    ]),
    at: { ...at, corner: at.corner + 1 },
  }
}

/** One corner fewer; a ring keeps three. */
export function removed(shape: Shape, at: At): { shape: Shape; at: At } {
  const ring = shape[at.polygon]?.[at.ring] ?? []
  if (ring.length <= FEWEST) return { shape, at }
  return {
    shape: withRing(shape, at, (all) => all.filter((_, of) => of !== at.corner)),
    at: { ...at, corner: Math.min(at.corner, ring.length - 2) },
  }
}

/** The corner before or after, round the ring it is in and on into the next. */
export function next(shape: Shape, at: At, by: 1 | -1): At {
  const all = corners(shape)
  const here = all.findIndex(
    (each) => each.polygon === at.polygon && each.ring === at.ring && each.corner === at.corner,
  )
  const { polygon, ring, corner } = all[(here + by + all.length) % all.length]!
  return { polygon, ring, corner }
}

export function metresBetween(a: Corner, b: Corner): number {
  const width = Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180)
  return Math.hypot((a[0] - b[0]) * width, a[1] - b[1]) * METRES
}

/** The nearest of other corners, if it is no farther than so many metres. */
export function nearest(to: Corner, others: Corner[], within: number): Corner | undefined {
  let best: Corner | undefined
  let least = within
  for (const other of others) {
    const far = metresBetween(to, other)
    if (far <= least) [best, least] = [other, far]
  }
  return best
}

/** A square around a point, to begin with. */
export function squareAround([x, y]: Corner, metres: number): Shape {
  const [north, east] = [metres / 2 / METRES, metres / 2 / METRES / Math.cos((y * Math.PI) / 180)]
  const ring: Corner[] = [
    [x - east, y - north],
    [x + east, y - north],
    [x + east, y + north],
    [x - east, y + north],
  ]
  return [[ring.map(([a, b]) => [rounded(a), rounded(b)] as Corner)]]
}
