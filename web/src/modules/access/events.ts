import type { SecurityEvent } from '@/api'

/** What the record tells of, as one may choose it. */
export const eventKinds: SecurityEvent['kind'][] = [
  'SIGN_IN',
  'SECOND_FACTOR',
  'PROOF',
  'PASSWORD_CHANGED',
  'FACTOR_ADDED',
  'FACTOR_REMOVED',
  'FACTORS_RESET',
  'UNLOCKED',
  'LET_BACK_IN',
  'INVITED',
  'APPOINTED',
  'TERM_SET',
  'APPOINTMENT_ENDED',
  'SETTING_CHANGED',
]
