import { useQuery } from '@tanstack/vue-query'
import { watch } from 'vue'
import { api } from '@/api'
import type { Form } from '@/ui/useForm'

/** The masked proposal fills the field once; what a person writes stays. */
export function useTextProposal<V extends { text: string }>(id: () => string, form: Form<V>) {
  const proposal = useQuery({
    queryKey: ['text-proposal', id()],
    queryFn: () => api.get('/api/wishes/{id}/text-proposal', { path: { id: id() } }),
  })
  watch(
    proposal.data,
    (found) => {
      if (found) form.suggest({ text: found.text } as Partial<V>)
    },
    { immediate: true },
  )
  return proposal
}
