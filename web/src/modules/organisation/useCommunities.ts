import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api } from '@/api'

/** All communities of the district; there are few enough to ask for at once. */
export function useCommunities(enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: ['communities'],
    queryFn: () => api.get('/api/communities', { query: {} }),
    staleTime: Infinity,
    enabled: computed(() => toValue(enabled)),
  })
}
