import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Session } from '@/api'
import type { Offline } from './offline'
import type { Counts } from './useCounts'

/** Which half of the front end: the staff's console or everybody's phone pages. */
export type Entry = 'console' | 'phone'

export interface MenuEntry {
  /** Name of the route it opens. */
  route: string
  /** Message key. */
  label: string
  icon?: string
  /** Message key of the heading it stands under in the console. */
  group?: string
  order: number
  needs?: string[]
  count?: (counts: Counts) => number
  /** Shown to people who are not signed in as well (phone). */
  open?: boolean
}

export interface TodayCard {
  component: () => Promise<Component | { default: Component }>
  order: number
  needs?: string[]
}

export interface ModuleSide {
  routes: RouteRecordRaw[]
  menu?: MenuEntry[]
  today?: TodayCard[]
  /** What the first page of 长辈版 offers (phone). */
  plain?: MenuEntry[]
  /** Whose answers may be looked at again without network. */
  offline?: Offline
}

export interface SilianModule {
  /** The folder's name, which is the Java module's name. */
  name: string
  console?: ModuleSide
  phone?: ModuleSide
  /** Where the record of a subject type is shown: type → route name per entry. */
  subjects?: Record<string, Partial<Record<Entry, string>>>
  /** What it adds to the page of another module's record: subject type → cards that take its id. */
  adds?: Record<string, TodayCard[]>
}

export function defineModule(module: SilianModule): SilianModule {
  return module
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Message key of the page's title. */
    title?: string
    /** May be opened without a session. */
    open?: boolean
    /** Any one of these; `wish.*` is any permission of the module. */
    needs?: string[]
    /** Without bar, menu and tabs. */
    bare?: boolean
    /** On the phone: the tab that stays lit. */
    tab?: string
  }
}

export function may(session: Session | undefined, needs: string[] | undefined): boolean {
  if (!needs) return true
  const held = session?.permissions ?? []
  return needs.some((need) =>
    need.endsWith('.*')
      ? held.some((permission) => permission.startsWith(need.slice(0, -1)))
      : held.includes(need),
  )
}
