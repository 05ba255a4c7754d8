import type { QueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import type { Router } from 'vue-router'
import { toast } from '@/ui/toast'
import { i18n } from './i18n'
import { away, outbox, shownFrom } from './offline'
import { useSession } from './session'

const PATIENCE = 20_000

/** When the network is there again: what waits goes out, what is shown is asked for anew. */
export function startComingBack(router: Router, queries: QueryClient): void {
  const session = useSession()

  async function send(): Promise<void> {
    if (away.value) return
    const made = await outbox.sendAll(session.session?.person.id)
    if (made.length === 0) return
    toast(i18n.global.t('shell.offline.sent', { n: made.length }, made.length))
    await queries.invalidateQueries()
  }

  async function tryAgain(): Promise<void> {
    if (!away.value || document.hidden) return
    await session.refresh().catch(() => undefined)
  }

  watch(away, async (gone) => {
    if (gone) return
    shownFrom.value = undefined
    await queries.invalidateQueries()
    await send()
  })
  watch(() => session.session?.person.id, send)
  router.afterEach((to, from) => {
    if (to.path !== from.path) shownFrom.value = undefined
  })
  addEventListener('online', tryAgain)
  addEventListener('offline', () => (away.value = true))
  document.addEventListener('visibilitychange', tryAgain)
  setInterval(tryAgain, PATIENCE)
}
