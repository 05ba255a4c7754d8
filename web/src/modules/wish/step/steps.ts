import type { Component } from 'vue'
import { api, type Wish, type WishStep } from '@/api'

/** The wish as it is afterwards; nothing when this person may no longer see it. */
type Send = (wish: Wish, words: string, key: string) => Promise<Wish | undefined>

/** Steps that ask for at most one piece of text. */
export const plainSteps: Partial<Record<WishStep, { field?: 'words' | 'note'; send: Send }>> = {
  correct: {
    field: 'words',
    send: ({ id, version }, words, key) =>
      api.post('/api/wishes/{id}/correction', { path: { id }, body: { words }, version, key }),
  },
  deny: {
    field: 'words',
    send: ({ id, version }, words, key) =>
      api.post('/api/wishes/{id}/denial', { path: { id }, body: { words }, version, key }),
  },
  fulfil: {
    field: 'note',
    send: ({ id, version }, note, key) =>
      api.post('/api/wishes/{id}/fulfilment', { path: { id }, body: { note }, version, key }),
  },
  contact: {
    send: ({ id, version }, _words, key) =>
      api.post('/api/wishes/{id}/contact', { path: { id }, version, key }),
  },
  withdraw: {
    send: ({ id, version }, _words, key) =>
      api.post('/api/wishes/{id}/withdrawal', { path: { id }, version, key }),
  },
}

export const rejectionReasons = [
  'NOT_REAL',
  'NOT_FEASIBLE',
  'OVER_CAP',
  'PUBLIC_SERVICE',
  'CASH',
  'OTHER',
] as const
export const claimEndReasons = [
  'CLAIMER_CANNOT',
  'WISHER_DECLINED',
  'NOT_SUITABLE',
  'NOT_CONTACTED',
  'OTHER',
] as const

type Reason = (typeof rejectionReasons)[number] | (typeof claimEndReasons)[number]
type SendReason = (
  wish: Wish,
  body: { reason: Reason; words?: string },
  key: string,
) => Promise<Wish | undefined>

/** Steps that ask why. */
export const reasonSteps: Partial<
  Record<WishStep, { reasons: readonly Reason[]; send: SendReason }>
> = {
  reject: {
    reasons: rejectionReasons,
    send: ({ id, version }, body, key) =>
      api.post('/api/wishes/{id}/rejection', { path: { id }, body: body as never, version, key }),
  },
  'decline-claim': {
    reasons: claimEndReasons,
    send: ({ id, version }, body, key) =>
      api.post('/api/wishes/{id}/claim-refusal', {
        path: { id },
        body: body as never,
        version,
        key,
      }),
  },
  release: {
    reasons: claimEndReasons,
    send: async ({ id, version }, body, key) => {
      await api.post('/api/wishes/{id}/claim-release', {
        path: { id },
        body: body as never,
        version,
        key,
      })
      return undefined
    },
  },
}

const plain = () => import('./WishStepPlain.vue')
const reason = () => import('./WishStepReason.vue')
const rate = () => import('./WishStepRate.vue')

/** Which form a step opens. */
export const formOf: Record<WishStep, () => Promise<{ default: Component }>> = {
  verify: () => import('./WishStepVerify.vue'),
  publish: () => import('./WishStepPublish.vue'),
  approve: () => import('./WishStepApprove.vue'),
  claim: () => import('./WishStepClaim.vue'),
  reject: reason,
  'decline-claim': reason,
  release: reason,
  confirm: rate,
  rate,
  deny: plain,
  correct: plain,
  fulfil: plain,
  contact: plain,
  withdraw: plain,
}
