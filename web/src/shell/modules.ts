import type { Entry, MenuEntry, ModuleSide, SilianModule, TodayCard } from './module'
import type { Offline } from './offline'

const found = import.meta.glob<SilianModule>('../modules/*/module.ts', {
  eager: true,
  import: 'default',
})

export const modules: SilianModule[] = Object.values(found)

function sides(entry: Entry): ModuleSide[] {
  return modules.flatMap((module) => module[entry] ?? [])
}

export function routesOf(entry: Entry) {
  return sides(entry).flatMap((side) => side.routes)
}

export function menuOf(entry: Entry): MenuEntry[] {
  return sides(entry)
    .flatMap((side) => side.menu ?? [])
    .sort((a, b) => a.order - b.order)
}

export function plainOf(entry: Entry): MenuEntry[] {
  return sides(entry)
    .flatMap((side) => side.plain ?? [])
    .sort((a, b) => a.order - b.order)
}

export function offlineOf(entry: Entry): Offline {
  const all = sides(entry).map((side) => side.offline ?? {})
  return {
    public: ['/api/district', ...all.flatMap((each) => each.public ?? [])],
    own: all.flatMap((each) => each.own ?? []),
  }
}

export function todayOf(entry: Entry): TodayCard[] {
  return sides(entry)
    .flatMap((side) => side.today ?? [])
    .sort((a, b) => a.order - b.order)
}

/** What modules add to the page of a record, for those who may see it. */
export function addedTo(type: string): TodayCard[] {
  return modules.flatMap((module) => module.adds?.[type] ?? []).sort((a, b) => a.order - b.order)
}

export function routeOfSubject(entry: Entry, type: string): string | undefined {
  return modules.map((module) => module.subjects?.[type]?.[entry]).find(Boolean)
}
