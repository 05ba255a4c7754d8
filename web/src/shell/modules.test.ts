import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Session } from '@/api'
import zh from './locale/zh-CN'
import { may, type Entry } from './module'
import { addedTo, menuOf, modules, routeOfSubject, routesOf, todayOf } from './modules'

const entries: Entry[] = ['console', 'phone']
const has = (key: string) =>
  typeof key.split('.').reduce<unknown>((at, part) => (at as never)?.[part], zh) === 'string'

describe('every module', () => {
  it('is found by its folder and carries its name', () => {
    const folders = readdirSync('src/modules')
    expect(modules.map((module) => module.name).sort()).toEqual(folders.sort())
  })

  it.each(entries)('has routes of its own names and paths on the %s', (entry) => {
    const routes = routesOf(entry)
    const names = routes.map((route) => route.name)
    const paths = routes.map((route) => route.path)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(paths).size).toBe(paths.length)
    for (const route of routes) expect(has(route.meta?.title ?? ''), String(route.name)).toBe(true)
  })

  it.each(entries)(
    'has menu entries on the %s that lead to a route and need what it needs',
    (entry) => {
      for (const item of menuOf(entry)) {
        const route = routesOf(entry).find((each) => each.name === item.route)
        expect(route, item.route).toBeDefined()
        expect(has(item.label), item.label).toBe(true)
        expect(route?.meta?.needs).toEqual(item.needs)
      }
    },
  )

  it.each(entries)('shows its subjects on the %s by a route that exists', (entry) => {
    for (const module of modules)
      for (const type of Object.keys(module.subjects ?? {})) {
        const name = routeOfSubject(entry, type)
        if (name) expect(routesOf(entry).map((route) => route.name)).toContain(name)
      }
  })

  it('adds to records of others only what it shows by a subject of some module', () => {
    const types = modules.flatMap((module) => Object.keys(module.adds ?? {}))
    expect(types).toContain('person')
    for (const type of types) {
      expect(routeOfSubject('console', type), type).toBeDefined()
      expect(addedTo(type).length).toBeGreaterThan(0)
    }
  })

  it('brings mine, waiting and notices to Today', () => {
    expect(todayOf('console').length).toBe(4)
    expect(todayOf('phone').length).toBe(3)
  })
})

describe('may', () => {
  const session = { permissions: ['wish.view', 'task.urge'] } as Session

  it('opens what needs nothing', () => expect(may(undefined, undefined)).toBe(true))
  it('asks for any one', () => expect(may(session, ['figure.view', 'wish.view'])).toBe(true))
  it('knows a whole module', () => expect(may(session, ['task.*'])).toBe(true))
  it('refuses what is not held', () => expect(may(session, ['wish.verify'])).toBe(false))
  it('refuses who is not signed in', () => expect(may(undefined, ['wish.view'])).toBe(false))
})
