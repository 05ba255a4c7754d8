import { watch } from 'vue'
import { api } from '@/api'
import { chooseLocale, i18n, locales, type Locale } from './i18n'
import { plain } from './preferences'
import { useSession } from './session'

/**
 * How one reads follows the person: what she chose on one device, or a worker set up for her at the
 * counter, is there wherever she signs in. Before that the browser's own choice stands.
 */
export function startReading(): void {
  const store = useSession()
  let taking = false

  async function take(): Promise<void> {
    const { largeType, language, chosen } = await api.get('/api/reading')
    if (!chosen) return
    taking = true
    plain.value = largeType
    if (language in locales) await chooseLocale(language as Locale)
    taking = false
  }

  async function tell(): Promise<void> {
    if (!store.signedIn || taking) return
    const language = i18n.global.locale.value
    await api.put('/api/reading', { body: { language, largeType: plain.value } })
  }

  const quietly = (work: () => Promise<void>) => () => void work().catch(() => (taking = false))
  watch(
    () => store.session?.person.id,
    (id) => id && quietly(take)(),
  )
  watch([plain, i18n.global.locale], quietly(tell), { flush: 'sync' })
}
