export { api, onForbidden, onSignedOut, remember, speak, type Memory } from './client'
export { Attempt } from './attempt'
export { Problem, type FieldError } from './problem'
export type * from './types'
