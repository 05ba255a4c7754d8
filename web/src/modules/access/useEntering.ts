import { useRoute, useRouter } from 'vue-router'
import type { Session } from '@/api'
import { useSession } from '@/shell/session'

/** After any door: take the session and go where the person was going. */
export function useEntering() {
  const store = useSession()
  const route = useRoute()
  const router = useRouter()
  return async (session: Session): Promise<void> => {
    store.take(session)
    const to = route.query.to
    if (session.owed) {
      await router.push({ name: 'second-step', query: to ? { to } : {} })
      return
    }
    // Only a path of our own: never //elsewhere.
    const inside = typeof to === 'string' && /^\/(?![/\\])/.test(to)
    await router.push(inside ? to : { name: 'today' })
  }
}
