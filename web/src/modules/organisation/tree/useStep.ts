import { useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { toast } from '@/ui/toast'

/** What follows every step: a word, and everything on the page is read anew. */
export function useDone(emit: (event: 'done') => void) {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (): void => {
    toast(t('organisation.step.done'))
    void queries.invalidateQueries()
    emit('done')
  }
}
