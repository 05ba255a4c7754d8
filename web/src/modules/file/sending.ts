import { reactive } from 'vue'
import type { DetailedError, Upload } from 'tus-js-client'
import { manners, Problem, uniqueKey } from '@/api'
import { fingerprintOf, forget, storage } from './kept'

const PIECE = 512 * 1024
const RETRIES = [0, 1000, 3000, 5000]

export type SendingState = 'WAITING' | 'SENDING' | 'OFFLINE' | 'CHECKING' | 'FAILED'

/** One file on its way to one record. It goes on while its page is left. */
export interface Sending {
  key: string
  record: string
  name: string
  percent: number
  state: SendingState
  problem?: Problem
}

export interface Destination {
  /** As `wish/<id>`. */
  record: string
  /** Attaches an upload that has arrived. */
  attach: (upload: string) => Promise<unknown>
  done: (name: string) => void
}

interface Job {
  file: File
  to: Destination
  upload?: Upload
}

const jobs = new Map<string, Job>()
export const sendings = reactive<Sending[]>([])

function find(key: string): Sending | undefined {
  return sendings.find((each) => each.key === key)
}

function drop(key: string): void {
  jobs.delete(key)
  const at = sendings.findIndex((each) => each.key === key)
  if (at >= 0) sendings.splice(at, 1)
}

/** What the server said, or that nothing came back. */
function problemOf(error: Error | DetailedError): Problem {
  const response = 'originalResponse' in error ? error.originalResponse : undefined
  if (!response) return Problem.offline()
  try {
    return new Problem(JSON.parse(response.getBody()), response.getStatus())
  } catch {
    return new Problem({}, response.getStatus())
  }
}

function failed(sending: Sending, problem: Problem): void {
  sending.problem = problem
  sending.state = problem.code === 'offline' ? 'OFFLINE' : 'FAILED'
}

async function attach(sending: Sending, job: Job, upload: string): Promise<void> {
  sending.state = 'CHECKING'
  try {
    await job.to.attach(upload)
  } catch (error) {
    const problem = Problem.of(error)
    // What is refused for what it is would be refused again: the next choice begins anew.
    if (![0, 503].includes(problem.status)) forget(sending.key)
    failed(sending, problem)
    return
  }
  forget(sending.key)
  drop(sending.key)
  job.to.done(sending.name)
}

async function start(sending: Sending, job: Job): Promise<void> {
  sending.problem = undefined
  const tus = await import('tus-js-client')
  const key = uniqueKey()
  const upload = new tus.Upload(job.file, {
    endpoint: '/api/files/uploads',
    chunkSize: PIECE,
    retryDelays: RETRIES,
    metadata: { filename: job.file.name },
    headers: { 'Idempotency-Key': key },
    // Some networks let no PATCH through.
    overridePatchMethod: true,
    urlStorage: storage,
    fingerprint: async () => sending.key,
    onBeforeRequest: (request) => {
      for (const [name, value] of Object.entries(manners(request.getMethod())))
        request.setHeader(name, value)
    },
    onProgress: (sent, total) => {
      sending.state = 'SENDING'
      sending.percent = Math.floor((sent / total) * 100)
    },
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      return status === 0 || status === 409 || status >= 500
    },
    onError: (error) => failed(sending, problemOf(error)),
    onSuccess: () => {
      sending.percent = 100
      void attach(sending, job, upload.url!.split('/').at(-1)!)
    },
  })
  job.upload = upload
  const [earlier] = await upload.findPreviousUploads()
  if (earlier) upload.resumeFromPreviousUpload(earlier)
  upload.start()
}

/** Sends files to a record; the same file chosen again goes on where it stopped. */
export function send(files: Iterable<File>, to: Destination): void {
  for (const file of files) {
    const key = fingerprintOf(to.record, file)
    if (find(key)) drop(key)
    sendings.push({ key, record: to.record, name: file.name, percent: 0, state: 'WAITING' })
    const job = { file, to }
    jobs.set(key, job)
    void start(find(key)!, job)
  }
}

/** Goes on with one that failed or lost the network. */
export function again(key: string): void {
  const sending = find(key)
  const job = jobs.get(key)
  if (sending && job) void start(sending, job)
}

/** Gives one up, here and at the server. */
export function cancel(key: string): void {
  void jobs.get(key)?.upload?.abort(true)
  forget(key)
  drop(key)
}

globalThis.addEventListener?.('online', () => {
  for (const sending of sendings) if (sending.state === 'OFFLINE') again(sending.key)
})
