/** A table as spreadsheets open it: with a mark for UTF-8, and nothing in it that could compute. */
export function toCsv(rows: string[][]): string {
  const cell = (text: string) =>
    `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
