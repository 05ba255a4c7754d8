import type { WishKind, WishState, WishStep } from '@/api'
import type { Tone } from '@/ui/UiTag.vue'

export const kinds: WishKind[] = [
  'REPAIR',
  'GOODS',
  'COMPANY',
  'LEARNING',
  'ERRAND',
  'SKILL',
  'OTHER',
]

/** One colour each; the word is the message `wish.state.…`. In the order a wish lives. */
export const tones: Record<WishState, Tone> = {
  COLLECTED: 'urgent',
  VERIFIED: 'warn',
  PUBLISHED: 'calm',
  CLAIMED: 'warn',
  APPROVED: 'calm',
  CONTACTED: 'calm',
  FULFILLED: 'warn',
  CONFIRMED: 'ok',
  CLOSED: 'ok',
  REJECTED: 'off',
  WITHDRAWN: 'off',
}
export const states = Object.keys(tones) as WishState[]

/** Steps that carry a wish forward, the nearest first: the first one allowed is the main button. */
const forward: WishStep[] = [
  'verify',
  'publish',
  'approve',
  'contact',
  'fulfil',
  'confirm',
  'rate',
  'claim',
]

export function mainStep(steps: WishStep[]): WishStep | undefined {
  return forward.find((step) => steps.includes(step))
}

/** As buttons, from left to right: the main one stands last. */
export function inOrder(steps: WishStep[]): WishStep[] {
  const main = mainStep(steps)
  const others = steps.filter((step) => step !== main)
  return main ? [...others, main] : others
}

/** Yuan as typed into a field → fen; nothing when it is not an amount. */
export function toFen(yuan: string): number | undefined {
  const text = yuan.trim()
  return /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined
}
