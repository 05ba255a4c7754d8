import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api } from '@/api'
import { keep } from '@/shell/keep'
import { useSession } from '@/shell/session'

/** How one's own community is reached; before signing in, the one last chosen. */
export function useContact() {
  const store = useSession()
  const community = computed(() => store.session?.community?.id ?? keep.get('near'))
  const contact = useQuery({
    queryKey: ['contact', community],
    queryFn: () => api.get('/api/contacts/{community}', { path: { community: community.value! } }),
    enabled: computed(() => community.value !== undefined),
    staleTime: 600_000,
  })
  return computed(() => (contact.data.value?.phone ? contact.data.value : undefined))
}
