import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, Attempt, onSignedOut, Problem, speak } from '.'

let sent: Request[] = []
let answer: () => Promise<Response>

beforeEach(() => {
  sent = []
  answer = () => Promise.resolve(Response.json({ id: 'w' }))
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request)
    return answer()
  })
  document.cookie = 'XSRF-TOKEN=a%2Bb; path=/'
})
afterEach(() => vi.unstubAllGlobals())

const refuse = (status: number, body: object) => () =>
  Promise.resolve(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/problem+json' },
    }),
  )
const path = { id: 'w' }

describe('the client', () => {
  it('speaks the language of the person', async () => {
    speak('en')
    await api.get('/api/wishes/{id}', { path })
    expect(sent[0]!.headers.get('Accept-Language')).toBe('en')
    expect(sent[0]!.url).toMatch(/\/api\/wishes\/w$/)
  })

  it('carries the token, the version and a key with a change', async () => {
    await api.post('/api/wishes/{id}/contact', { path, version: 7, key: 'k' })
    const { headers } = sent[0]!
    expect(headers.get('X-XSRF-TOKEN')).toBe('a+b')
    expect(headers.get('If-Match')).toBe('"7"')
    expect(headers.get('Idempotency-Key')).toBe('k')
  })

  it('sends no token with a question, and nothing that is undefined', async () => {
    await api.get('/api/wishes', { query: { q: undefined, state: 'CLOSED' } })
    expect(sent[0]!.headers.get('X-XSRF-TOKEN')).toBeNull()
    expect(new URL(sent[0]!.url).search).toBe('?state=CLOSED')
  })

  it('turns a problem detail into a Problem', async () => {
    answer = refuse(422, {
      type: 'urn:problem:wish.over-cap',
      detail: '超过上限。',
      errors: [{ field: 'costFen', code: 'wish.over-cap', message: '最多 500 元。' }],
    })
    const problem = Problem.of(await api.get('/api/session').catch((error: unknown) => error))
    expect(problem).toMatchObject({ code: 'wish.over-cap', status: 422, detail: '超过上限。' })
    expect(problem.errors[0]!.field).toBe('costFen')
  })

  it('names an answer that is no problem detail by its status', async () => {
    answer = () => Promise.resolve(new Response('<html>', { status: 502 }))
    await expect(api.get('/api/session')).rejects.toMatchObject({ code: 'http-502', status: 502 })
  })

  it('says that it is offline when nothing answers', async () => {
    answer = () => Promise.reject(new TypeError('Failed to fetch'))
    await expect(api.get('/api/session')).rejects.toMatchObject({ code: 'offline', status: 0 })
  })

  it('tells once that the session is over', async () => {
    const ended = vi.fn()
    onSignedOut(ended)
    answer = refuse(401, { type: 'urn:problem:signed-out' })
    await expect(api.get('/api/tasks', { query: { list: 'mine' } })).rejects.toThrow()
    expect(ended).toHaveBeenCalledOnce()
  })
})

describe('an attempt', () => {
  it('keeps its key while the same is sent again', () => {
    const attempt = new Attempt()
    expect(attempt.keyFor({ words: 'a' })).toBe(attempt.keyFor({ words: 'a' }))
  })

  it('takes a new key for other words and after a success', () => {
    const attempt = new Attempt()
    const first = attempt.keyFor({ words: 'a' })
    expect(attempt.keyFor({ words: 'b' })).not.toBe(first)
    const second = attempt.keyFor({ words: 'b' })
    attempt.succeeded()
    expect(attempt.keyFor({ words: 'b' })).not.toBe(second)
    expect(second.length).toBeLessThanOrEqual(80)
  })
})
