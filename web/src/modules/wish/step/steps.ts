import type { Component } from 'vue'
import { api, type Wish, type WishStep } from '@/api'

type Send = (wish: Wish, values: Record<string, string>, key: string) => Promise<Wish>

/** Steps that ask for at most one piece of text. */
export const plainSteps: Partial<Record<WishStep, { field?: string; send: Send }>> = {
  'decline-claim': {
    field: 'reason',
    send: ({ id, version }, { reason = '' }, key) =>
      api.post('/api/wishes/{id}/claim-refusal', { path: { id }, body: { reason }, version, key }),
  },
  release: {
    field: 'reason',
    send: ({ id, version }, { reason = '' }, key) =>
      api.post('/api/wishes/{id}/claim-release', { path: { id }, body: { reason }, version, key }),
  },
  correct: {
    field: 'reason',
    send: ({ id, version }, { reason = '' }, key) =>
      api.post('/api/wishes/{id}/correction', { path: { id }, body: { reason }, version, key }),
  },
  fulfil: {
    field: 'note',
    send: ({ id, version }, { note = '' }, key) =>
      api.post('/api/wishes/{id}/fulfilment', { path: { id }, body: { note }, version, key }),
  },
  contact: {
    send: ({ id, version }, _values, key) =>
      api.post('/api/wishes/{id}/contact', { path: { id }, version, key }),
  },
  withdraw: {
    send: ({ id, version }, _values, key) =>
      api.post('/api/wishes/{id}/withdrawal', { path: { id }, version, key }),
  },
}

/** Which form a step opens. */
export const formOf: Record<WishStep, () => Promise<{ default: Component }>> = {
  verify: () => import('./WishStepVerify.vue'),
  reject: () => import('./WishStepReject.vue'),
  publish: () => import('./WishStepPublish.vue'),
  approve: () => import('./WishStepApprove.vue'),
  claim: () => import('./WishStepClaim.vue'),
  confirm: () => import('./WishStepRate.vue'),
  rate: () => import('./WishStepRate.vue'),
  'decline-claim': () => import('./WishStepPlain.vue'),
  release: () => import('./WishStepPlain.vue'),
  correct: () => import('./WishStepPlain.vue'),
  fulfil: () => import('./WishStepPlain.vue'),
  contact: () => import('./WishStepPlain.vue'),
  withdraw: () => import('./WishStepPlain.vue'),
}
