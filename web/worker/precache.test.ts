import { describe, expect, it } from 'vitest'
import { filesOf } from './precache'

const chunk = (imports: string[], dynamicImports: string[], css: string[] = []) => ({
  imports,
  dynamicImports,
  moduleIds: [] as string[],
  viteMetadata: { importedCss: new Set(css), importedAssets: new Set<string>() },
})
const chunks = new Map(
  Object.entries({
    'phone.js': chunk(['shared.js'], ['wall.js', 'figures.js'], ['phone.css']),
    'shared.js': chunk([], []),
    'wall.js': chunk(['shared.js'], ['sheet.js']),
    'sheet.js': chunk([], []),
    'figures.js': chunk(['charts.js'], []),
    'charts.js': chunk([], []),
  }).map(([fileName, each]) => [fileName, { fileName, ...each }] as const),
)

describe('what opens without network', () => {
  it('is the entry, its styles and every page it may open', () => {
    expect(filesOf('phone.js', chunks, () => false)).toEqual(
      ['charts', 'figures', 'phone', 'shared', 'sheet', 'wall']
        .map((name) => `/${name}.js`)
        .concat('/phone.css')
        .sort(),
    )
  })

  it('leaves out pages that need what no phone should load ahead', () => {
    const files = filesOf('phone.js', chunks, (each) => each.fileName === 'charts.js')
    expect(files).not.toContain('/figures.js')
    expect(files).toContain('/sheet.js')
  })

  it('is every page of a phone: the build fails where one needs too much', () => {
    const phones = new Map(chunks)
    phones.set('figures.js', {
      ...phones.get('figures.js')!,
      moduleIds: ['/figure/phone/Mine.vue'],
    })
    expect(() => filesOf('phone.js', phones, (each) => each.fileName === 'charts.js')).toThrow(
      'figures.js is a phone',
    )
  })
})
