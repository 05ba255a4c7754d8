import createClient, { type Middleware } from 'openapi-fetch'
import { uniqueKey } from './attempt'
import { Problem } from './problem'
import type { paths } from './schema'
import type { Answer, Body, Query } from './types'

type Verb = 'get' | 'post' | 'put' | 'delete'
type PathsOf<V extends Verb> = {
  [P in keyof paths]: paths[P] extends { [K in V]: infer O }
    ? O extends object
      ? P
      : never
    : never
}[keyof paths]
type Operation<P extends keyof paths, V extends Verb> = paths[P] extends { [K in V]: infer O }
  ? O
  : never

interface Call<O> {
  path?: Record<string, string>
  query?: Query<O>
  body?: Body<O>
  /** The version the person was looking at. */
  version?: number
  /** The key of this submission, see Attempt. */
  key?: string
  signal?: AbortSignal
  /** A file, where the answer is no JSON. */
  as?: 'blob'
}

let language = 'zh-CN'
export function speak(locale: string): void {
  language = locale
}

let signedOut: (elsewhere: boolean) => void = () => undefined
/** Called once for every answer that says the session is over; or that another took its place. */
export function onSignedOut(listener: (elsewhere: boolean) => void): void {
  signedOut = listener
}

let stale: () => Promise<boolean> = () => Promise.resolve(false)

/** Asks whoever sits here to prove again who it is; answers whether that was done. */
export function onStale(listener: () => Promise<boolean>): void {
  stale = listener
}

let forbidden: () => void = () => undefined

/** A post may have ended since the page was made: then its menu must go too. */
export function onForbidden(listener: () => void): void {
  forbidden = listener
}

/** What was last seen, for when nothing answers. */
export interface Memory {
  keep: (path: string, asked: string, answer: unknown) => Promise<void>
  recall: (path: string, asked: string) => Promise<unknown>
  /** Told after every call whether anybody answered. */
  reached: (there: boolean) => void
}
let memory: Memory | undefined
export function remember(by: Memory): void {
  memory = by
}

/** A memory that fails has nothing; the page goes on without. */
async function recalled(path: string, asked: string): Promise<unknown> {
  try {
    return await memory?.recall(path, asked)
  } catch {
    return undefined
  }
}

function cookie(name: string): string | undefined {
  const entry = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return entry && decodeURIComponent(entry.slice(name.length + 1))
}

/** What every request says, also those that are not made here, as an upload's. */
export function manners(method: string): Record<string, string> {
  const token = cookie('XSRF-TOKEN')
  return {
    'Accept-Language': language,
    ...(token && method !== 'GET' ? { 'X-XSRF-TOKEN': token } : {}),
  }
}

const mannered: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(manners(request.method)))
      request.headers.set(name, value)
    return request
  },
}

const client = createClient<paths>({
  baseUrl: globalThis.location?.origin,
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
})
client.use(mannered)

type Untyped = (
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>

async function call(verb: Verb, path: string, init: Call<unknown>): Promise<unknown> {
  const headers: Record<string, string> = {}
  if (init.version !== undefined) headers['If-Match'] = `"${init.version}"`
  if (verb === 'post') headers['Idempotency-Key'] = init.key ?? uniqueKey()
  const asked = path + JSON.stringify([init.path ?? {}, init.query ?? {}])
  const send = client[verb.toUpperCase() as 'GET'] as unknown as Untyped
  let answer
  try {
    answer = await send(path, {
      params: { path: init.path, query: init.query },
      body: init.body,
      signal: init.signal,
      parseAs: init.as,
      headers,
    })
  } catch (error) {
    if (init.signal?.aborted) throw error
    memory?.reached(false)
    const kept = verb === 'get' ? await recalled(path, asked) : undefined
    if (kept !== undefined) return kept
    throw Problem.offline()
  }
  memory?.reached(true)
  if (answer.response.ok) {
    if (verb === 'get') memory?.keep(path, asked, answer.data).catch(() => undefined)
    return answer.data
  }
  const body = typeof answer.error === 'object' && answer.error !== null ? answer.error : {}
  const problem = new Problem(body, answer.response.status)
  if (problem.code === 'signed-out') signedOut(false)
  if (problem.code === 'access.superseded') signedOut(true)
  if (problem.code === 'forbidden' || problem.code === 'access.half-in') forbidden()
  if (problem.code === 'fresh-sign-in' && (await stale())) return call(verb, path, init)
  throw problem
}

/** Every call of the front end: the data, or a Problem thrown. */
export const api = {
  get: <P extends PathsOf<'get'>>(path: P, init: Call<Operation<P, 'get'>> = {}) =>
    call('get', path, init) as Promise<Answer<Operation<P, 'get'>>>,
  post: <P extends PathsOf<'post'>>(path: P, init: Call<Operation<P, 'post'>> = {}) =>
    call('post', path, init) as Promise<Answer<Operation<P, 'post'>>>,
  put: <P extends PathsOf<'put'>>(path: P, init: Call<Operation<P, 'put'>> = {}) =>
    call('put', path, init) as Promise<Answer<Operation<P, 'put'>>>,
  delete: <P extends PathsOf<'delete'>>(path: P, init: Call<Operation<P, 'delete'>> = {}) =>
    call('delete', path, init) as Promise<Answer<Operation<P, 'delete'>>>,
}
