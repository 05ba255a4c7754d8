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

let signedOut: () => void = () => undefined
/** Called once for every answer that says the session is over. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener
}

let forbidden: () => void = () => undefined

/** A post may have ended since the page was made: then its menu must go too. */
export function onForbidden(listener: () => void): void {
  forbidden = listener
}

function cookie(name: string): string | undefined {
  const entry = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return entry && decodeURIComponent(entry.slice(name.length + 1))
}

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language)
    const token = cookie('XSRF-TOKEN')
    if (token && request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', token)
    return request
  },
}

const client = createClient<paths>({
  baseUrl: globalThis.location?.origin,
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
})
client.use(manners)

type Untyped = (
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>

async function call(verb: Verb, path: string, init: Call<unknown>): Promise<unknown> {
  const headers: Record<string, string> = {}
  if (init.version !== undefined) headers['If-Match'] = `"${init.version}"`
  if (verb === 'post') headers['Idempotency-Key'] = init.key ?? uniqueKey()
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
    throw Problem.offline()
  }
  if (answer.response.ok) return answer.data
  const body = typeof answer.error === 'object' && answer.error !== null ? answer.error : {}
  const problem = new Problem(body, answer.response.status)
  if (problem.code === 'signed-out') signedOut()
  if (problem.code === 'forbidden') forbidden()
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
