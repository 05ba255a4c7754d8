import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, type AllianceBody } from '@/api'
import { toast } from '@/ui/toast'

export function useBody(id: () => string) {
  return useQuery({
    queryKey: ['body', computed(id)],
    queryFn: () => api.get('/api/bodies/{id}', { path: { id: id() } }),
  })
}

/** After a step: what the server answered is shown at once, what it may have touched is read anew. */
export function useBodyChanged() {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (body: AllianceBody): void => {
    toast(t('alliance.done'))
    queries.setQueryData(['body', body.id], body)
    for (const key of ['bodies', 'seat', 'person-seats', 'timeline', 'tasks'])
      void queries.invalidateQueries({ queryKey: [key] })
  }
}
