import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp, watch, type Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { onForbidden, onSignedOut, Problem, remember } from '@/api'
import { startArriving } from './arrive'
import { startComingBack } from './back'
import { ENTRY } from './entry'
import { i18n, keptLocale, useLocale } from './i18n'
import type { Entry } from './module'
import { offlineOf } from './modules'
import { forgetOld, makeMemory, startWorker } from './offline'
import { startPreferences } from './preferences'
import { startReading } from './reading'
import { makeRouter } from './router'
import { useSession } from './session'

function retry(failures: number, error: Error): boolean {
  const { status } = Problem.of(error)
  return failures < 1 && (status === 0 || status >= 502)
}

/** The same beginning for both entries. */
export async function start(entry: Entry, shell: Component, home: RouteRecordRaw[]) {
  startPreferences(entry)
  await useLocale(keptLocale())
  const queries = new QueryClient({
    defaultOptions: {
      queries: { retry, retryDelay: 400, staleTime: 10_000, networkMode: 'always' },
    },
  })
  const app = createApp(shell)
  app.provide(ENTRY, entry)
  app.use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient: queries })
  const router = makeRouter(entry, home)
  remember(makeMemory(offlineOf(entry), () => useSession().session))
  startArriving(router)
  startComingBack(router, queries)
  startReading()
  onForbidden(async () => {
    const store = useSession()
    await store.refresh()
    const at = router.currentRoute.value
    if (store.owing && !at.meta.open)
      await router.push({ name: 'second-step', query: { to: at.fullPath } })
  })
  // What one post has read is not shown in another, nor when it has ended.
  watch(
    () => useSession().session?.post,
    () => queries.clear(),
    { flush: 'sync' },
  )
  onSignedOut((elsewhere) => {
    const store = useSession()
    if (!store.signedIn) return
    store.end()
    queries.clear()
    const at = router.currentRoute.value
    if (!at.meta.open)
      void router.push({
        name: 'sign-in',
        query: { to: at.fullPath, ended: elsewhere ? 'elsewhere' : '1' },
      })
  })
  app.use(router).mount('#app')
  void startWorker(entry)
  void forgetOld()
}
