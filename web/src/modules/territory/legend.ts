/** What one tone of a coloured map stands for; both ends included. */
export interface Band {
  from: number
  to: number
}

const MOST = 5

/**
 * Whole-number bands of a map by community: as many communities in each as can be, none of them
 * empty, and nothing at all by itself.
 */
export function bands(values: number[]): Band[] {
  const above = values.filter((value) => value > 0).sort((a, b) => a - b)
  const found: Band[] = []
  let rest = above
  while (rest.length > 0) {
    const share = Math.ceil(rest.length / (MOST - found.length))
    const to = rest[share - 1]!
    found.push({ from: rest[0]!, to })
    rest = rest.filter((value) => value > to)
  }
  return found
}

/** From 0, nothing, to the number of bands. */
export function levelOf(value: number | undefined, all: Band[]): number {
  if (!value || value <= 0) return 0
  return all.findIndex((band) => value <= band.to) + 1
}
