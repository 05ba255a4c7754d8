/** What other modules may use. */
export { default as ExchangeExport } from './ExchangeExport.vue'
