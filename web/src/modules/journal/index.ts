/** What other modules may use. */
export { default as JournalTimeline } from './JournalTimeline.vue'
