import { computed } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { today } from '@/ui/days'

const KEPT = ['organisation', 'from', 'to'] as const

/** Which organisation and which days: in the URL, the same on every page of figures. */
export function usePeriod() {
  const route = useRoute()
  const router = useRouter()

  const chosen = computed(() => {
    const found: Partial<Record<(typeof KEPT)[number], string>> = {}
    for (const name of KEPT) {
      const value = route.query[name]
      if (typeof value === 'string' && value) found[name] = value
    }
    return found
  })

  function choose(change: Partial<Record<(typeof KEPT)[number], string | undefined>>): void {
    const query: LocationQuery = { ...route.query, ...change } as LocationQuery
    for (const [name, value] of Object.entries(query)) if (!value) delete query[name]
    void router.replace({ query })
  }

  return { chosen, choose }
}

export type PeriodName = 'all' | 'year' | 'lastYear' | 'twelve' | 'own'

/** The periods people ask for, as days. */
export function daysOf(name: PeriodName): { from?: string; to?: string } {
  const year = Number(today().slice(0, 4))
  if (name === 'year') return { from: `${year}-01-01`, to: undefined }
  if (name === 'lastYear') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  if (name === 'twelve') return { from: `${year - 1}${today().slice(4)}`, to: undefined }
  return { from: undefined, to: undefined }
}

export function nameOf(chosen: { from?: string; to?: string }): PeriodName {
  const same = (name: PeriodName) =>
    daysOf(name).from === chosen.from && daysOf(name).to === chosen.to
  return (['all', 'year', 'lastYear', 'twelve'] as const).find(same) ?? 'own'
}
