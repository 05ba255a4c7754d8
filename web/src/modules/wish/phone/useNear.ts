import { computed, watchEffect } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCommunities } from '@/modules/organisation'
import { keep } from '@/shell/keep'
import { useSession } from '@/shell/session'

/** The community one wants to be near to: chosen, never located. In the URL, and remembered. */
export function useNear() {
  const route = useRoute()
  const router = useRouter()
  const store = useSession()
  const id = computed(() => {
    const { near } = route.query
    return typeof near === 'string' && near ? near : undefined
  })
  const communities = useCommunities(() => id.value !== undefined)
  const near = computed({
    get: () => {
      const own = store.session?.community
      if (own && own.id === id.value) return own
      const found = communities.data.value?.find((each) => each.id === id.value)
      return found && { id: found.id, name: found.name }
    },
    set: (community) => {
      keep.set('near', community?.id)
      void router.replace({ query: { ...route.query, near: community?.id } })
    },
  })
  watchEffect(() => {
    const known = keep.get('near') ?? store.session?.community?.id
    if (!id.value && known && route.name === 'wish.wall')
      void router.replace({ query: { ...route.query, near: known } })
  })
  return { id, near }
}
