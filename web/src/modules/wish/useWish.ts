import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, Problem, type Wish } from '@/api'

export function useWish(id: () => string) {
  return useQuery({
    queryKey: ['wish', computed(id)],
    queryFn: () => api.get('/api/wishes/{id}', { path: { id: id() } }),
  })
}

/** After a step: what the server answered is what is shown; everything it may have touched is asked for again. */
export function useWishChanged() {
  const queries = useQueryClient()

  function changed(wish?: Wish): void {
    if (wish) queries.setQueryData(['wish', wish.id], wish)
    for (const key of ['wishes', 'timeline', 'tasks', 'notices', 'companions'])
      void queries.invalidateQueries({ queryKey: [key] })
  }

  /** Somebody else was quicker: show the record as it is now, keep what is typed. */
  async function orRefresh<R>(id: string, send: () => Promise<R>): Promise<R> {
    try {
      return await send()
    } catch (error) {
      if (['stale', 'conflict'].includes(Problem.of(error).code))
        await queries.invalidateQueries({ queryKey: ['wish', id] })
      throw error
    }
  }

  return { changed, orRefresh }
}
