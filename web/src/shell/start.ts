import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp, watch, type Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { onForbidden, onSignedOut, Problem } from '@/api'
import { ENTRY } from './entry'
import { i18n, keptLocale, useLocale } from './i18n'
import type { Entry } from './module'
import { startTheme } from './preferences'
import { makeRouter } from './router'
import { useSession } from './session'

function retry(failures: number, error: Error): boolean {
  const { status } = Problem.of(error)
  return failures < 1 && (status === 0 || status >= 502)
}

/** The same beginning for both entries. */
export async function start(entry: Entry, shell: Component, home: RouteRecordRaw[]) {
  startTheme()
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
  onForbidden(() => void useSession().refresh())
  // What one post has read is not shown in another, nor when it has ended.
  watch(
    () => useSession().session?.post,
    () => queries.clear(),
    { flush: 'sync' },
  )
  onSignedOut(() => {
    const store = useSession()
    if (!store.signedIn) return
    store.end()
    queries.clear()
    const at = router.currentRoute.value
    if (!at.meta.open) void router.push({ name: 'sign-in', query: { to: at.fullPath, ended: '1' } })
  })
  app.use(router).mount('#app')
}
