export { api, onForbidden, onSignedOut, onStale, speak } from './client'
export { Attempt } from './attempt'
export { Problem, type FieldError } from './problem'
export type * from './types'
