import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Ground } from '@/api'
import type { Area } from './areas'
import { bands as bandsOf, levelOf } from './legend'
import { useChecks, useCommunityValues, useLayer, type LayerFilter } from './useTerritory'

interface Shown {
  ground: Ref<Ground | undefined>
  filter: Ref<LayerFilter>
  figure: Ref<string | undefined>
  checking: Ref<boolean>
}

/** What the filters put on the map: cells with their tones, grids over them, faults on top. */
export function useMapAreas({ ground, filter, figure, checking }: Shown) {
  const { t } = useI18n()
  const layer = useLayer(filter)
  const checks = useChecks(filter, checking)
  const on = computed(() => filter.value.on)
  const values = useCommunityValues(figure, on)
  const grids = computed(() => (filter.value.layer ? layer.data.value : undefined))
  const bands = computed(() => bandsOf([...(values.data.value?.values() ?? [])]))

  const cells = computed<Area[]>(() =>
    (ground.value?.communities ?? []).map((each) => {
      const value = each.reached ? values.data.value?.get(each.id) : undefined
      const known = figure.value && each.reached ? ` · ${value ?? 0}` : ''
      return {
        id: each.id,
        name: `${each.name}${known}`,
        outline: each.cell,
        look: `cell level-${levelOf(value, bands.value)}`,
        open: !filter.value.layer && each.reached,
      }
    }),
  )
  const drawn = computed<Area[]>(() =>
    (grids.value ?? []).flatMap((grid) =>
      grid.outline
        ? [{ id: grid.id, name: grid.name, outline: grid.outline, look: 'grid', open: true }]
        : [],
    ),
  )
  const faults = computed<Area[]>(() => {
    if (!checking.value || !checks.data.value) return []
    const { gaps, overlaps } = checks.data.value
    return [
      ...gaps.map((gap, at) => ({
        id: `gap-${at}`,
        name: t('territory.checks.gap'),
        outline: gap.outline,
        look: 'gap',
      })),
      ...overlaps.map((overlap, at) => ({
        id: `overlap-${at}`,
        name: t('territory.checks.overlap'),
        outline: overlap.outline,
        look: 'overlap',
      })),
    ]
  })

  return {
    areas: computed(() => [...cells.value, ...drawn.value, ...faults.value]),
    grids,
    bands,
    values: values.data,
    checks: checks.data,
  }
}
