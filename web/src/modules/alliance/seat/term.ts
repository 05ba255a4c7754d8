/** The last day of a term of some years, by the body's rule; open where it has none. */
export function lastDay(from: string, years: number | undefined): string {
  if (!years || !from) return ''
  const day = new Date(`${from}T00:00:00Z`)
  const month = day.getUTCMonth()
  day.setUTCFullYear(day.getUTCFullYear() + years)
  // 29 February has no anniversary: the term began to be counted on the 28th, as the server has it.
  if (day.getUTCMonth() !== month) day.setUTCDate(0)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
