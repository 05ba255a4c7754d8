export { api, manners, onForbidden, onSignedOut, onStale, speak } from './client'
export { Attempt, uniqueKey } from './attempt'
export { Problem, type FieldError } from './problem'
export type * from './types'
