import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { i18n } from './i18n'
import type { Entry } from './module'
import { routesOf } from './modules'
import { useSession } from './session'

const own: RouteRecordRaw[] = [
  {
    path: '/help',
    name: 'help',
    component: () => import('./ShellHelp.vue'),
    meta: { title: 'shell.help.title', open: true, tab: 'me' },
  },
  {
    path: '/open/:type/:id',
    name: 'open',
    component: () => import('./ShellOpen.vue'),
    props: true,
    meta: { title: 'shell.name' },
  },
  {
    path: '/no-permission',
    name: 'no-permission',
    component: () => import('./ShellNoPermission.vue'),
    meta: { title: 'shell.noPermission.title', open: true },
  },
  {
    path: '/:path(.*)*',
    name: 'not-found',
    component: () => import('./ShellNotFound.vue'),
    meta: { title: 'shell.notFound.title', open: true },
  },
]

export function makeRouter(entry: Entry, home: RouteRecordRaw[]): Router {
  const router = createRouter({
    history: createWebHistory(entry === 'console' ? '/console/' : '/'),
    routes: [...home, ...routesOf(entry), ...own],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
  router.beforeEach(async (to) => {
    const store = useSession()
    try {
      await store.start()
    } catch {
      // The page itself says that nothing answers; an open page may still be read.
    }
    if (to.meta.open) return true
    if (store.owing) return { name: 'second-step', query: { to: to.fullPath } }
    if (!store.signedIn) return { name: 'sign-in', query: { to: to.fullPath } }
    if (!store.may(to.meta.needs)) return { name: 'no-permission', query: { to: to.fullPath } }
    return true
  })
  router.afterEach((to) => {
    const name = useSession().district?.name
    const title = to.meta.title ? i18n.global.t(to.meta.title) : ''
    document.title = [title, i18n.global.t('shell.name'), name].filter(Boolean).join(' · ')
  })
  return router
}
