import { ref } from 'vue'
import type { Memory, Session } from '@/api'
import { store } from './store'

const DAY = 86_400_000
/** As long as a resident's session lasts without a request. */
const OWN_KEPT = 7 * DAY
const PUBLIC_KEPT = 30 * DAY

/** No answer came from the server when it was last asked. */
export const away = ref(false)
/** The oldest answer shown since the page opened that was not asked for just now. */
export const shownFrom = ref<number>()

/** Paths of the interface whose answers may be kept, from the modules' module.ts. */
export interface Offline {
  public?: string[]
  own?: string[]
}

const SESSION = '/api/session'

export function makeMemory(offline: Offline, session: () => Session | undefined): Memory {
  /** Whose an answer is; undefined where it is not to be kept. */
  function ownerOf(path: string, answer: unknown): string | undefined {
    if (offline.public?.includes(path)) return ''
    if (path === SESSION) return (answer as Session).person.id
    const now = session()
    // Whoever holds a post reads of other people: none of that stays on a machine.
    if (!now || now.posts.length > 0 || !offline.own?.includes(path)) return undefined
    return now.person.id
  }
  return {
    async keep(path, asked, answer) {
      const person = ownerOf(path, answer)
      if (person === undefined) return
      const db = await store()
      await db.put('kept', { asked, person, at: Date.now(), answer })
    },
    async recall(path, asked) {
      const db = await store()
      const kept = await db.get('kept', asked)
      if (!kept || Date.now() - kept.at > (kept.person ? OWN_KEPT : PUBLIC_KEPT)) return undefined
      if (kept.person && path !== SESSION && kept.person !== session()?.person.id) return undefined
      if (path !== SESSION) shownFrom.value = Math.min(shownFrom.value ?? kept.at, kept.at)
      return kept.answer
    },
    reached(there) {
      away.value = !there
    },
  }
}

/** Removes from this machine what belongs to persons, except to one of them. */
export async function forgetOwn(except?: string): Promise<void> {
  try {
    const db = await store()
    const all = await db.getAll('kept')
    await Promise.all(
      all
        .filter((kept) => kept.person && kept.person !== except)
        .map((kept) => db.delete('kept', kept.asked)),
    )
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

/** What is older than it may be goes, whether anybody comes back for it or not. */
export async function forgetOld(now = Date.now()): Promise<void> {
  try {
    const db = await store()
    for (const kept of await db.getAll('kept'))
      if (now - kept.at > (kept.person ? OWN_KEPT : PUBLIC_KEPT))
        await db.delete('kept', kept.asked)
  } catch {
    // As above.
  }
}
