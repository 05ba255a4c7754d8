import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api } from '@/api'

export function usePerson(id: () => string) {
  return useQuery({
    queryKey: ['person', computed(id)],
    queryFn: () => api.get('/api/people/{id}', { path: { id: id() } }),
  })
}
