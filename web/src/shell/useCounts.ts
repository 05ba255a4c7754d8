import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api } from '@/api'
import { useSession } from './session'

export interface Counts {
  open: number
  unread: number
}

/** How much waits for the person; asked for again whenever tasks or notices change. */
export function useCounts() {
  const store = useSession()
  const enabled = computed(() => store.signedIn)
  const tasks = useQuery({
    queryKey: ['tasks', 'summary'],
    queryFn: () => api.get('/api/tasks/summary'),
    refetchInterval: 120_000,
    enabled,
  })
  const notices = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => api.get('/api/notices/unread'),
    refetchInterval: 120_000,
    enabled,
  })
  return computed<Counts>(() => ({
    open: store.signedIn ? (tasks.data.value?.open ?? 0) : 0,
    unread: store.signedIn ? (notices.data.value?.count ?? 0) : 0,
  }))
}
