import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

type Half = 'phone' | 'console'

interface Chunk {
  fileName: string
  imports: string[]
  dynamicImports: string[]
  moduleIds: string[]
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> }
}

/** Large libraries that only the console's pages use: no phone should load them ahead. */
const HEAVY = /node_modules\/(element-plus|@element-plus|echarts|zrender|leaflet)\//
const OWN: Record<Half, string[]> = {
  phone: ['/', '/icon.svg', '/icon-192.png'],
  console: ['/console/', '/icon.svg'],
}

/** What an entry needs, and every page it may open: all that its chunks import, now or later. */
export function filesOf(
  entry: string,
  chunks: Map<string, Chunk>,
  skip: (chunk: Chunk) => boolean,
): string[] {
  const seen = new Set<string>()
  const files = new Set<string>()
  function closure(name: string, found = new Set<string>()): Set<string> {
    const chunk = chunks.get(name)
    if (!chunk || found.has(name)) return found
    found.add(name)
    for (const each of chunk.imports) closure(each, found)
    return found
  }
  function visit(name: string): void {
    const needed = [...closure(name)].map((each) => chunks.get(each)!)
    const heavy = needed.find(skip)
    if (name !== entry && heavy) {
      // A page that a phone shows must open without network.
      if (chunks.get(name)!.moduleIds.some((id) => id.includes('/phone/')))
        throw new Error(`${name} is a phone's page, and needs ${heavy.fileName}`)
      return
    }
    for (const chunk of needed) {
      if (seen.has(chunk.fileName)) continue
      seen.add(chunk.fileName)
      files.add(`/${chunk.fileName}`)
      for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(`/${css}`)
      for (const asset of chunk.viteMetadata?.importedAssets ?? []) files.add(`/${asset}`)
      chunk.dynamicImports.forEach(visit)
    }
  }
  visit(entry)
  return [...files].sort()
}

/** Writes the service worker, with the list of what each half needs to open without network. */
export function precache(worker: string): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const all = Object.values(bundle)
        const chunks = new Map(
          all.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each as Chunk]] : [])),
        )
        const start = (half: Half) =>
          all.find((each) => each.type === 'chunk' && each.isEntry && each.name === half)!.fileName
        const heavy = (chunk: Chunk) => chunk.moduleIds.some((id) => HEAVY.test(id))
        const files = {
          phone: [...OWN.phone, ...filesOf(start('phone'), chunks, heavy)],
          console: [...OWN.console, ...filesOf(start('console'), chunks, () => false)],
        }
        const pages = all.flatMap((each) =>
          each.type === 'asset' && each.fileName.endsWith('.html') ? [String(each.source)] : [],
        )
        const source = readFileSync(worker, 'utf8')
        const version = createHash('sha256')
          .update(JSON.stringify([source, files, pages]))
          .digest('hex')
          .slice(0, 12)
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: source
            .replaceAll('__FILES__', JSON.stringify(files))
            .replaceAll('__VERSION__', JSON.stringify(version))
            .replace(/\/\* global .*\*\/\n/, ''),
        })
      },
    },
  }
}
