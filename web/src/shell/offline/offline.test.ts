import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, remember, type Session } from '@/api'
import { away, forgetOld, forgetOwn, makeMemory, shownFrom } from './memory'
import * as outbox from './outbox'
import { store } from './store'

const resident = {
  person: { id: 'a', name: 'a' },
  posts: [],
  permissions: [],
} as unknown as Session
const worker = { ...resident, posts: [{ id: 'p' }] } as unknown as Session
let session: Session | undefined
const DAY = 86_400_000
const paths = { public: ['/api/wishes/wall'], own: ['/api/wishes/made'] }

function network(answer: () => Response | Promise<Response>): ReturnType<typeof vi.fn> {
  const asked = vi.fn(() => Promise.resolve(answer()))
  vi.stubGlobal('fetch', asked)
  return asked
}
const gone = () => Promise.reject(new TypeError('Failed to fetch'))
const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status })

/** The answer is kept in the background. */
const kept = (asked: string) =>
  vi.waitFor(async () => expect(await (await store()).count('kept', asked)).toBe(1))

beforeEach(async () => {
  session = resident
  away.value = false
  shownFrom.value = undefined
  const db = await store()
  await db.clear('kept')
  await db.clear('waiting')
  remember(makeMemory(paths, () => session))
})
afterEach(() => vi.unstubAllGlobals())

describe('what was seen', () => {
  const MADE = '/api/wishes/made[{},{}]'

  it('is shown again without network, with the time it is from', async () => {
    network(json({ items: [1] }))
    await api.get('/api/wishes/made')
    await kept(MADE)
    network(gone)
    expect(await api.get('/api/wishes/made')).toEqual({ items: [1] })
    expect(away.value).toBe(true)
    expect(shownFrom.value).toBeGreaterThan(Date.now() - 10_000)
  })

  it('is not shown to the next person', async () => {
    network(json({ items: [1] }))
    await api.get('/api/wishes/made')
    await kept(MADE)
    session = { ...resident, person: { id: 'b', name: 'b' } } as unknown as Session
    network(gone)
    await expect(api.get('/api/wishes/made')).rejects.toMatchObject({ code: 'offline' })
    await forgetOwn('b')
    expect(await (await store()).count('kept')).toBe(0)
  })

  it('is not kept where it is other people’s', async () => {
    session = worker
    network(json({ items: [1] }))
    await api.get('/api/wishes/made')
    await api.get('/api/wishes')
    await api.get('/api/wishes/wall')
    await kept('/api/wishes/wall[{},{}]')
    expect(await (await store()).count('kept')).toBe(1)
  })

  it('goes after a week without network, what is public after a month', async () => {
    const db = await store()
    await db.put('kept', { asked: 'own', person: 'a', at: Date.now() - 8 * DAY, answer: 1 })
    await db.put('kept', { asked: 'public', person: '', at: Date.now() - 8 * DAY, answer: 1 })
    await forgetOld()
    expect(await db.getAllKeys('kept')).toEqual(['public'])
  })
})

describe('what was said without network', () => {
  const wish = { id: 'key-1', person: 'a', path: '/api/wishes', body: { words: '灯' }, words: '灯' }

  it('is sent with its own key, and is gone once the server has it', async () => {
    await outbox.put(wish)
    const asked = network(json({ id: 'w' }, 201))
    expect(await outbox.sendAll('a')).toEqual([{ id: 'w' }])
    const request = asked.mock.calls[0]![0] as Request
    expect(request.headers.get('Idempotency-Key')).toBe('key-1')
    expect(outbox.waiting.value).toEqual([])
    await outbox.sendAll('a')
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['nobody answers', gone],
    ['the session is over', json({ type: 'urn:problem:signed-out' }, 401)],
    ['the server is away', json({}, 503)],
  ])('waits while %s', async (_why, answer) => {
    await outbox.put(wish)
    network(answer)
    expect(await outbox.sendAll('a')).toEqual([])
    expect(outbox.waiting.value).toMatchObject([{ id: 'key-1' }])
    expect(outbox.waiting.value[0]!.refused).toBeUndefined()
  })

  it('says why the server would not have it, and is not sent again', async () => {
    await outbox.put(wish)
    const asked = network(json({ type: 'urn:problem:x', detail: '告知已更新' }, 409))
    await outbox.sendAll('a')
    await outbox.sendAll('a')
    expect(outbox.waiting.value).toMatchObject([{ refused: '告知已更新' }])
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('is left to the person once the server may have forgotten its key', async () => {
    await outbox.put({ ...wish, tried: Date.now() - 7 * DAY })
    const asked = network(json({ id: 'w' }, 201))
    await outbox.sendAll('a')
    expect(asked).not.toHaveBeenCalled()
    expect(outbox.sure(outbox.waiting.value[0]!)).toBe(false)
  })

  it('is nobody else’s, and not kept for longer than a month', async () => {
    await outbox.put(wish)
    await outbox.read('b')
    expect(outbox.waiting.value).toEqual([])
    await outbox.forgetWaiting('a', Date.now() + 31 * DAY)
    expect(await (await store()).count('waiting')).toBe(0)
  })
})
