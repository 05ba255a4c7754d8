/** What other modules may use. */
export { default as CommunityCall } from './OrganisationCall.vue'
export { default as CommunityPick } from './OrganisationCommunity.vue'
export { default as OrganisationPick } from './OrganisationPick.vue'
export { useCommunities } from './useCommunities'
