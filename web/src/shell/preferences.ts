import { ref, watch, watchEffect } from 'vue'
import { keep } from './keep'

export type Theme = 'auto' | 'light' | 'dark' | 'contrast'
export const themes: Theme[] = ['auto', 'light', 'dark', 'contrast']

const kept = keep.get('theme')
export const theme = ref<Theme>(themes.find((known) => known === kept) ?? 'auto')
watch(theme, (chosen) => keep.set('theme', chosen === 'auto' ? undefined : chosen))

const dark = matchMedia('(prefers-color-scheme: dark)')
const contrast = matchMedia('(prefers-contrast: more)')
const system = ref<Theme>('light')

function followSystem(): void {
  system.value = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light'
}

export function startTheme(): void {
  for (const query of [dark, contrast]) query.addEventListener?.('change', followSystem)
  followSystem()
  watchEffect(() => {
    const shown = theme.value === 'auto' ? system.value : theme.value
    document.documentElement.dataset.theme = shown
    // Element Plus and Vant know only light and dark.
    document.documentElement.classList.toggle('dark', shown === 'dark')
  })
}
