import { useQuery } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, type GridLayer, type Ground, type Outline } from '@/api'
import type { Area } from './areas'
import { closed, opened, corners, type Corner } from './editor'
import type { Editor } from './useEditor'
import { useLayer } from './useTerritory'

const PAUSE = 350

/** What the shape being drawn meets: communities and neighbours now, and what it overlaps, a moment later. */
export function useDraft(
  editor: Editor,
  layer: Ref<GridLayer | undefined>,
  on: Ref<string>,
  grid: () => string | undefined,
  ground: Ref<Ground | undefined>,
) {
  const { t } = useI18n()
  const filter = computed(() => ({ layer: layer.value, on: on.value }))
  const neighbours = useLayer(filter)
  const settled = ref<Outline>()
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    editor.shape,
    (shape) => {
      clearTimeout(timer)
      timer = setTimeout(() => (settled.value = closed(shape)), PAUSE)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  const check = useQuery({
    queryKey: ['grid-draft', layer, on, computed(grid), settled],
    queryFn: () =>
      api.post('/api/grids/draft-check', {
        body: { layer: layer.value!, on: on.value, grid: grid(), outline: settled.value! },
      }),
    enabled: computed(
      () => layer.value !== undefined && on.value !== '' && settled.value !== undefined,
    ),
    placeholderData: (before) => before,
  })
  const beside = computed(() =>
    (neighbours.data.value ?? []).filter((each) => each.id !== grid() && each.outline),
  )
  const cells = computed(() => ground.value?.communities ?? [])
  const areas = computed<Area[]>(() => [
    ...cells.value.map(({ id, name, cell }) => ({ id, name, outline: cell, look: 'cell' })),
    ...beside.value.map((each) => ({
      id: each.id,
      name: each.name,
      outline: each.outline!,
      look: 'grid beside',
    })),
    ...(check.data.value?.overlaps ?? []).map((each) => ({
      id: `overlap-${each.grid.id}`,
      name: t('territory.checks.overlap'),
      outline: each.outline,
      look: 'overlap',
    })),
  ])
  const others = computed<Corner[]>(() =>
    [...beside.value.map((each) => each.outline!), ...cells.value.map(({ cell }) => cell)].flatMap(
      (outline) => corners(opened(outline)).map(({ at }) => at),
    ),
  )
  return { check, areas, others }
}
