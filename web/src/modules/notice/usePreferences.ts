import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { api, Problem, type Answer } from '@/api'
import type { paths } from '@/api/schema'
import { explain } from '@/ui/explain'
import { toast } from '@/ui/toast'

export type Preferences = Answer<paths['/api/notices/preferences']['get']>

export function usePreferences() {
  const { t } = useI18n()
  const queries = useQueryClient()
  const preferences = useQuery({
    queryKey: ['notice-preferences'],
    queryFn: () => api.get('/api/notices/preferences'),
  })

  /** Every answer is the whole, as it now is. */
  function show(next: Preferences): void {
    queries.setQueryData(['notice-preferences'], next)
  }

  async function choose(kind: string, email: boolean): Promise<void> {
    try {
      show(await api.put('/api/notices/kinds/{kind}', { path: { kind }, body: { email } }))
    } catch (error) {
      toast(explain(Problem.of(error), t))
      await preferences.refetch()
    }
  }

  async function remove(): Promise<void> {
    try {
      await api.delete('/api/notices/email')
      await preferences.refetch()
      toast(t('notice.preferences.removed'))
    } catch (error) {
      toast(explain(Problem.of(error), t))
    }
  }

  return { preferences, show, choose, remove }
}
