import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, reactive } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Page } from '@/api'

type Filters = Record<string, string>

export interface PageQuery<F extends Filters> {
  filters: Partial<F>
  after?: string
  signal: AbortSignal
}

interface PageOptions<T, F extends Filters> {
  /** The list's place in the cache. */
  key: string | (() => unknown[])
  /** The filters it knows; each lives in the URL under its own name. */
  filters?: (keyof F & string)[]
  fetch: (query: PageQuery<F>) => Promise<Page<T>>
  enabled?: () => boolean
}

/** A list in keyset pages whose filters live in the URL. */
export function usePage<T, F extends Filters = Filters>(options: PageOptions<T, F>) {
  const route = useRoute()
  const router = useRouter()
  const { filters: names = [] } = options

  const filters = computed(() => {
    const found: Partial<F> = {}
    for (const name of names) {
      const value = route.query[name]
      if (typeof value === 'string' && value !== '') found[name] = value as F[typeof name]
    }
    return found
  })
  const filtered = computed(() => Object.keys(filters.value).length > 0)

  function filter(change: Partial<Record<keyof F & string, string | undefined>>): void {
    const query = { ...route.query, ...change }
    for (const [name, value] of Object.entries(query)) if (!value) delete query[name]
    void router.replace({ query })
  }

  function clear(): void {
    filter(Object.fromEntries(names.map((name) => [name, undefined])) as never)
  }

  const query = useInfiniteQuery({
    queryKey: computed(() => [
      ...(typeof options.key === 'string' ? [options.key] : options.key()),
      filters.value,
    ]),
    queryFn: ({ pageParam, signal }) =>
      options.fetch({ filters: filters.value, after: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled: computed(() => options.enabled?.() ?? true),
  })

  return reactive({
    filters,
    filtered,
    filter,
    clear,
    items: computed(() => query.data.value?.pages.flatMap((page) => page.items)),
    error: computed(() => query.error.value ?? undefined),
    hasMore: computed(() => query.hasNextPage.value === true),
    loadingMore: computed(() => query.isFetchingNextPage.value),
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  })
}
