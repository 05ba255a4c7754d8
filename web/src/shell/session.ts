import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api, Problem, type District, type Session } from '@/api'
import { keep } from './keep'
import { may } from './module'
import { forgetOwn, outbox } from './offline'

/** Who is here, in which post, in which district. */
export const useSession = defineStore('session', () => {
  const district = shallowRef<District>()
  const session = shallowRef<Session>()
  const known = ref(false)

  /** In, and owing nothing any more. */
  const signedIn = computed(() => session.value !== undefined && !session.value.owed)
  const owing = computed(() => session.value?.owed !== undefined)
  const staff = computed(() => (session.value?.posts.length ?? 0) > 0)
  const post = computed(() => session.value?.posts.find((each) => each.id === session.value?.post))

  function take(next: Session | undefined): void {
    // What somebody else typed on this machine is not shown to the next person.
    const before = keep.get('person')
    if (next && before && before !== next.person.id) keep.dropAll('draft.')
    if (next) keep.set('person', next.person.id)
    void forgetOwn(next?.person.id)
    if (next) void outbox.forgetWaiting(next.person.id)
    session.value = next
    known.value = true
  }

  async function refresh(): Promise<void> {
    try {
      take(await api.get('/api/session'))
    } catch (error) {
      if (Problem.of(error).status !== 401) throw error
      take(undefined)
    }
  }

  /** Both are asked for once; a dead network leaves them unknown and is asked again. */
  async function start(): Promise<void> {
    await Promise.all([
      known.value ? undefined : refresh(),
      district.value
        ? undefined
        : api.get('/api/district').then((answer) => (district.value = answer)),
    ])
  }

  async function choosePost(id: string | undefined): Promise<void> {
    take(await api.put('/api/session/post', { body: { post: id } }))
  }

  async function signOut(): Promise<void> {
    await api.delete('/api/session')
    keep.dropAll('draft.')
    await outbox.forgetWaiting()
    take(undefined)
  }

  return {
    district,
    session,
    signedIn,
    owing,
    staff,
    post,
    take,
    refresh,
    start,
    choosePost,
    signOut,
    may: (needs?: string[]) => may(session.value, needs),
    end: () => take(undefined),
  }
})
