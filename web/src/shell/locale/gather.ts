/** `…/wish/messages.en.json` becomes the messages under `wish`. */
export function gather(files: Record<string, object>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(files).map(([path, messages]) => [path.split('/').at(-2)!, messages]),
  )
}
