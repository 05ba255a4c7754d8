import { createI18n } from 'vue-i18n'
import { speak } from '@/api'
import { keep } from './keep'
import { askWords, keptWords, worded, type Words } from './wording'

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
  speak(locale)
  const kept = keptWords(locale)
  const asked = askWords(locale)
  const { default: messages } = await bundles[locale]()
  const say = (words?: Words) =>
    i18n.global.setLocaleMessage(locale, worded(messages, words) as never)
  say(kept ?? (await Promise.race([asked, patience()])))
  void asked.then((words) => words && words.version !== kept?.version && say(words))
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}

/** A page begins in the program's words rather than wait any longer. */
function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, 1500, undefined))
}

/** Says everything anew, after a word was changed. */
export function useNewWords(): Promise<void> {
  keep.set(`words.${i18n.global.locale.value}`, undefined)
  return useLocale(i18n.global.locale.value as Locale)
}

export async function chooseLocale(locale: Locale): Promise<void> {
  keep.set('locale', locale)
  await useLocale(locale)
}
