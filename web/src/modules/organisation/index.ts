/** What other modules may use. */
export { default as CommunityPick } from './CommunityPick.vue'
export { default as OrganisationPick } from './OrganisationPick.vue'
export { useCommunities } from './useCommunities'
