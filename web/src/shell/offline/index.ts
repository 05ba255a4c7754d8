export { away, forgetOld, forgetOwn, makeMemory, shownFrom, type Offline } from './memory'
export * as outbox from './outbox'
export type { Waiting } from './store'
export { install, newer, opensOffline, renew, startWorker } from './worker'
