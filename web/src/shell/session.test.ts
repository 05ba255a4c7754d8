import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Session } from '@/api'
import { keep } from './keep'
import { useSession } from './session'

const of = (id: string) =>
  ({ person: { id, name: id }, posts: [], permissions: ['wish.make'] }) as unknown as Session

beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
})
afterEach(() => vi.unstubAllGlobals())

describe('the session', () => {
  it('is nobody when the server knows nobody', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(Response.json({ type: 'urn:problem:signed-out' }, { status: 401 })),
    )
    const store = useSession()
    await store.refresh()
    expect(store.signedIn).toBe(false)
  })

  it('stays unknown on a dead network', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(useSession().refresh()).rejects.toMatchObject({ code: 'offline' })
  })

  it('keeps drafts for the same person, and from the next one', () => {
    const store = useSession()
    store.take(of('a'))
    keep.set('draft.wish', '{"words":"灯"}')
    store.end()
    store.take(of('a'))
    expect(keep.get('draft.wish')).toBeDefined()
    store.take(of('b'))
    expect(keep.get('draft.wish')).toBeUndefined()
    expect(store.may(['wish.make'])).toBe(true)
  })
})
