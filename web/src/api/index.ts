export {
  api,
  manners,
  onForbidden,
  onSignedOut,
  onStale,
  remember,
  speak,
  type Memory,
} from './client'
export { Attempt, uniqueKey } from './attempt'
export { Problem, type FieldError } from './problem'
export type * from './types'
