import { createI18n } from 'vue-i18n'
import { speak } from '@/api'
import { keep } from './keep'

export type Locale = 'zh-CN' | 'en'
export const locales: Record<Locale, string> = { 'zh-CN': '简体中文', en: 'English' }

const bundles = { 'zh-CN': () => import('./locale/zh-CN'), en: () => import('./locale/en') }

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: {} as Record<string, never>,
  missingWarn: false,
  fallbackWarn: false,
})

export function keptLocale(): Locale {
  const kept = keep.get('locale')
  if (kept === 'zh-CN' || kept === 'en') return kept
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
}

export async function useLocale(locale: Locale): Promise<void> {
  const { default: messages } = await bundles[locale]()
  i18n.global.setLocaleMessage(locale, messages as never)
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  speak(locale)
}

export async function chooseLocale(locale: Locale): Promise<void> {
  keep.set('locale', locale)
  await useLocale(locale)
}
