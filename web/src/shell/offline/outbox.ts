import { ref, toRaw } from 'vue'
import { api, Problem } from '@/api'
import { store, type Waiting } from './store'

const DAY = 86_400_000
/** The server forgets a key after seven days; later the same words could arrive twice. */
const SURE = 6 * DAY
const LONGEST = 30 * DAY

/** What this person has said and the server does not have yet. */
export const waiting = ref<Waiting[]>([])

type Send = (path: never, init: { body: unknown; key: string }) => Promise<unknown>

export async function read(person: string | undefined): Promise<void> {
  try {
    const db = await store()
    const all = await db.getAll('waiting')
    const mine = all.filter((each) => each.person === person)
    waiting.value = mine.sort((a, b) => a.at - b.at)
  } catch {
    waiting.value = []
  }
}

/** Keeps it until there is network; fails where the browser keeps nothing. */
export async function put(entry: Omit<Waiting, 'at'>): Promise<void> {
  const db = await store()
  // Asked for once, quietly: the browser then does not clear it when the disk is full.
  void navigator.storage?.persist?.()
  await db.put('waiting', { ...structuredClone(toRaw(entry)), at: Date.now() })
  await read(entry.person)
}

export async function take(id: string): Promise<void> {
  const db = await store()
  await db.delete('waiting', id)
  waiting.value = waiting.value.filter((each) => each.id !== id)
}

/** Whether the server may still take it for the first time of asking. */
export function sure(entry: Waiting, now = Date.now()): boolean {
  return entry.tried === undefined || now - entry.tried < SURE
}

async function sendOne(entry: Waiting): Promise<unknown> {
  const db = await store()
  const tried = { ...toRaw(entry), tried: entry.tried ?? Date.now() }
  await db.put('waiting', tried)
  try {
    const made = await (api.post as Send)(entry.path as never, { body: entry.body, key: entry.id })
    await db.delete('waiting', entry.id)
    return made
  } catch (error) {
    const problem = Problem.of(error)
    // Nobody is there, not signed in, too many at once, a fault: later again.
    if (problem.status < 400 || [401, 429].includes(problem.status) || problem.status >= 500)
      throw problem
    await db.put('waiting', { ...tried, refused: problem.detail || problem.code })
    return undefined
  }
}

/** Two tabs, or two calls, never send the same at once. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request('silian-outbox', work) : work()
}

/** Sends what waits, the oldest first; returns what the server made of it. */
export async function sendAll(person: string | undefined): Promise<unknown[]> {
  const made: unknown[] = []
  if (!person) return made
  await alone(async () => {
    await read(person)
    for (const entry of waiting.value) {
      if (entry.refused || !sure(entry)) continue
      try {
        const answer = await sendOne(entry)
        if (answer !== undefined) made.push(answer)
      } catch {
        break
      }
    }
    await read(person)
  })
  return made
}

/** Nothing of one person's stays for the next, nor for longer than a month. */
export async function forgetWaiting(except?: string, now = Date.now()): Promise<void> {
  try {
    const db = await store()
    for (const entry of await db.getAll('waiting'))
      if (entry.person !== except || now - entry.at > LONGEST) await db.delete('waiting', entry.id)
    await read(except)
  } catch {
    waiting.value = []
  }
}
