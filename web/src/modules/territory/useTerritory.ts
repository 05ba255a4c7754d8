import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, type GridLayer, type GridRecord } from '@/api'

export const layerNames: GridLayer[] = ['GOVERNANCE', 'PARTY', 'POLICE', 'SPECIAL']

/** Boundary and communities: the same all day. */
export function useGround() {
  return useQuery({
    queryKey: ['map'],
    queryFn: () => api.get('/api/map'),
    staleTime: Infinity,
  })
}

export interface LayerFilter {
  layer?: GridLayer
  on?: string
  community?: string
  q?: string
}

/** The grids of a layer as of a day; none where no layer is chosen. */
export function useLayer(filter: Ref<LayerFilter>) {
  return useQuery({
    queryKey: ['grids', filter],
    queryFn: ({ signal }) =>
      api.get('/api/grids', {
        query: { ...filter.value, layer: filter.value.layer! },
        signal,
      }),
    enabled: computed(() => filter.value.layer !== undefined),
  })
}

export function useChecks(filter: Ref<LayerFilter>, wanted: Ref<boolean>) {
  return useQuery({
    queryKey: ['grid-checks', filter],
    queryFn: ({ signal }) => {
      const { layer, on, community } = filter.value
      return api.get('/api/grids/checks', { query: { layer: layer!, on, community }, signal })
    },
    enabled: computed(() => wanted.value && filter.value.layer !== undefined),
  })
}

/** A figure at every community, from the beginning until a day. */
export function useCommunityValues(figure: Ref<string | undefined>, to: Ref<string | undefined>) {
  return useQuery({
    queryKey: ['figure-communities', figure, to],
    queryFn: async ({ signal }) => {
      const rows = await api.get('/api/figures/{id}/communities', {
        path: { id: figure.value! },
        query: { to: to.value },
        signal,
      })
      return new Map(rows.map((row) => [row.community, row.value ?? 0]))
    },
    enabled: computed(() => figure.value !== undefined),
  })
}

export function useGrid(id: () => string | undefined, on?: Ref<string | undefined>) {
  return useQuery({
    queryKey: ['grid', computed(id), computed(() => on?.value)],
    queryFn: () => api.get('/api/grids/{id}', { path: { id: id()! }, query: { on: on?.value } }),
    enabled: computed(() => id() !== undefined),
  })
}

/** After a change everything drawn is asked for again. */
export function useGridChanged() {
  const queries = useQueryClient()
  return (record?: GridRecord) => {
    if (record) queries.setQueryData(['grid', record.grid.id, undefined], record)
    for (const key of ['grids', 'grid', 'grid-checks', 'grid-draft', 'timeline'])
      void queries.invalidateQueries({ queryKey: [key] })
  }
}
