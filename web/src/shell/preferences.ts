import { ref, watch, watchEffect } from 'vue'
import { keep } from './keep'
import type { Entry } from './module'

export type Theme = 'auto' | 'light' | 'dark' | 'contrast'
export const themes: Theme[] = ['auto', 'light', 'dark', 'contrast']

const kept = keep.get('theme')
export const theme = ref<Theme>(themes.find((known) => known === kept) ?? 'auto')
watch(theme, (chosen) => keep.set('theme', chosen === 'auto' ? undefined : chosen))

/** 长辈版: large type, fewer things, read aloud. Of the phone pages. */
export const plain = ref(keep.get('plain') === '1')
watch(plain, (on) => keep.set('plain', on ? '1' : undefined), { flush: 'sync' })

/** Single keys that do something; whoever dictates or strays on the keys switches them off. */
export const keys = ref(keep.get('keys') !== 'off')
watch(keys, (on) => keep.set('keys', on ? undefined : 'off'))

const dark = matchMedia('(prefers-color-scheme: dark)')
const contrast = matchMedia('(prefers-contrast: more)')
const system = ref<Theme>('light')
/** The theme that shows, whoever chose it. */
export const shownTheme = ref<Theme>('light')

function followSystem(): void {
  system.value = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light'
}

export function startPreferences(entry: Entry): void {
  for (const query of [dark, contrast]) query.addEventListener?.('change', followSystem)
  followSystem()
  const { classList, dataset } = document.documentElement
  watchEffect(() => {
    const shown = theme.value === 'auto' ? system.value : theme.value
    dataset.theme = shown
    // Element Plus and Vant know only light and dark.
    classList.toggle('dark', shown === 'dark')
    shownTheme.value = shown
  })
  watchEffect(() => {
    if (entry === 'phone' && plain.value) dataset.plain = ''
    else delete dataset.plain
  })
}
