import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api } from '@/api'

export function useOrganisation(id: () => string) {
  return useQuery({
    queryKey: ['organisation', computed(id)],
    queryFn: () => api.get('/api/organisations/{id}', { path: { id: id() } }),
  })
}
