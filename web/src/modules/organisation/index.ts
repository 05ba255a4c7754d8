import { defineAsyncComponent } from 'vue'

/** What other modules may use. */
export { default as CommunityCall } from './OrganisationCall.vue'
export { default as CommunityPick } from './OrganisationCommunity.vue'
export { useCommunities } from './useCommunities'

/** Loaded when it is shown: phones share this file, and have no use for so large a picker. */
export const OrganisationPick = defineAsyncComponent(() => import('./OrganisationPick.vue'))
