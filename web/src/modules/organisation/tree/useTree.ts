import { useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, shallowRef } from 'vue'
import { api, type OrganisationNode } from '@/api'

/** What is unfolded stays so while one looks at a record and comes back; it is ids alone. */
const open = reactive(new Set<string>())
const TOP = ''

export interface TreeRow {
  /** The organisation, or where there is more of a level to read: under which, and after what. */
  node?: OrganisationNode
  more?: { under: string; after: string }
  id: string
  level: number
  parent?: string
}

/** The tree, read level by level as it is unfolded. */
export function useTree() {
  const queries = useQueryClient()
  const levels = reactive(new Map<string, { nodes: OrganisationNode[]; next?: string }>())
  const error = shallowRef<unknown>()

  async function load(under: string, after?: string): Promise<void> {
    error.value = undefined
    try {
      const page = await queries.fetchQuery({
        queryKey: ['organisations', 'tree', under, after ?? ''],
        queryFn: () =>
          api.get('/api/organisations/tree', { query: { under: under || undefined, after } }),
      })
      const before = after ? (levels.get(under)?.nodes ?? []) : []
      levels.set(under, { nodes: [...before, ...page.items], next: page.next })
      await Promise.all(page.items.filter(({ id }) => open.has(id)).map(({ id }) => load(id)))
    } catch (failure) {
      error.value = failure
    }
  }

  async function start(): Promise<void> {
    await load(TOP)
    const [top, ...others] = levels.get(TOP)?.nodes ?? []
    if (top && others.length === 0 && !open.has(top.id)) await unfold(top.id)
  }

  async function unfold(id: string): Promise<void> {
    open.add(id)
    if (!levels.has(id)) await load(id)
  }

  function rowsOf(under: string, level: number): TreeRow[] {
    const known = levels.get(under)
    if (!known) return []
    const rows = known.nodes.flatMap((node) => [
      { node, id: node.id, level, parent: under || undefined },
      ...(open.has(node.id) ? rowsOf(node.id, level + 1) : []),
    ])
    return known.next
      ? [
          ...rows,
          {
            id: `more-${under}`,
            level,
            parent: under || undefined,
            more: { under, after: known.next },
          },
        ]
      : rows
  }

  return {
    rows: computed(() => (levels.has(TOP) ? rowsOf(TOP, 1) : undefined)),
    error,
    start,
    load,
    unfold,
    fold: (id: string) => open.delete(id),
    isOpen: (id: string) => open.has(id),
  }
}
