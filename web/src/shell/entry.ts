import { inject, type InjectionKey } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { Entry } from './module'
import { routeOfSubject } from './modules'

export const ENTRY: InjectionKey<Entry> = Symbol('entry')

export function useEntry(): Entry {
  return inject(ENTRY, 'console')
}

/** Where a task, notice or figure entry leads, if this half of the front end shows it. */
export function useSubjectRoute() {
  const entry = useEntry()
  return (subject?: { type: string; id: string }): RouteLocationRaw | undefined => {
    const name = subject && routeOfSubject(entry, subject.type)
    return name ? { name, params: { id: subject.id } } : undefined
  }
}
