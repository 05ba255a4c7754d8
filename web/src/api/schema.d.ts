/*
 * Interim, written by hand from the agreed contract in the shape openapi-typescript makes.
 * `npm run api` replaces this file as soon as openapi.json is committed.
 */
type Json<T> = { content: { 'application/json': T } }
type Answers<T> = { 200: Json<T>; default: { content: { 'application/problem+json': Problem } } }
type Nothing = { 204: { content?: never } }
type Get<R, Q = never, P = never> = {
  parameters: { query?: Q; path: P }
  requestBody?: never
  responses: Answers<R>
}
type Send<B, R, P = never> = {
  parameters: { query?: never; path: P }
  requestBody: { content: { 'application/json': B } }
  responses: [R] extends [void] ? Nothing : Answers<R>
}
type Bare<R, P = never> = {
  parameters: { query?: never; path: P }
  requestBody?: never
  responses: [R] extends [void] ? Nothing : Answers<R>
}
type Id = { id: string }
type Token = { token: string }
type PageOf<T> = { items: T[]; next?: string }
type Paging = { after?: string; size?: number }
type Named = { id: string; name: string }
type Subject = { type: string; id: string; number?: string; title?: string }

interface Problem {
  type?: string
  title?: string
  status?: number
  detail?: string
  errors?: { field: string; code: string; message: string }[]
}
interface District {
  code: string
  name: string
  demo: boolean
  filing?: string
  contact?: string
  privacyNotice: { version: string; text: string }
}
interface CommunityNear extends Named {
  street: string
  kilometres?: number
}
type Standing = 'RESIDENT' | 'STUDENT' | 'VOLUNTEER'
interface SessionView {
  person: { id: string; name: string; phone?: string }
  standing?: Standing
  community?: Named
  posts: {
    id: string
    role: string
    roleName: string
    organisation: { id: string; name: string; kind: string }
    from: string
    to?: string
  }[]
  post?: string
  role?: string
  permissions: string[]
}
interface Task {
  id: string
  kind: string
  title: string
  subject: Subject
  due?: string
  overdue: boolean
  from?: Named
  holder?: Named
  urged?: { at: string; words?: string }
  steps: ('urge' | 'hand-over')[]
  version: number
}
interface Notice {
  id: string
  sentence: string
  subject?: { type: string; id: string }
  at: string
  read: boolean
}
type WishKind = 'REPAIR' | 'GOODS' | 'COMPANY' | 'LEARNING' | 'ERRAND' | 'SKILL' | 'OTHER'
type WishState =
  | 'COLLECTED'
  | 'REJECTED'
  | 'VERIFIED'
  | 'PUBLISHED'
  | 'CLAIMED'
  | 'APPROVED'
  | 'CONTACTED'
  | 'FULFILLED'
  | 'CONFIRMED'
  | 'CLOSED'
  | 'WITHDRAWN'
type WishStep =
  | 'verify'
  | 'reject'
  | 'publish'
  | 'claim'
  | 'approve'
  | 'decline-claim'
  | 'release'
  | 'contact'
  | 'fulfil'
  | 'confirm'
  | 'deny'
  | 'rate'
  | 'withdraw'
  | 'correct'
interface WishCard {
  id: string
  number: string
  kind: WishKind
  text: string
  costFen?: number
  community: Named
  kilometres?: number
  publishedOn: string
  rolledOver: boolean
}
interface WishRow {
  id: string
  number: string
  kind: WishKind
  title: string
  state: WishState
  community: Named
  collectedAt: string
  due?: string
  overdue: boolean
}
interface Wish {
  id: string
  number: string
  version: number
  state: WishState
  kind: WishKind
  title: string
  words?: string
  text?: string
  proposal?: string
  costFen?: number
  capFen: number
  community: Named
  child: boolean
  onBehalf: boolean
  consent: { how: 'SELF' | 'ORAL' | 'PAPER'; at: string }
  wisher?: { name: string; phone?: string; address?: string }
  claim?: {
    by: 'PERSON' | 'UNIT'
    claimer?: Named
    unit?: Named
    claimedAt: string
    approvedAt?: string
    contactBy?: string
    contactedAt?: string
    withWorker?: Named
    fulfilledAt?: string
    note?: string
  }
  expiresOn?: string
  round: number
  rating?: number
  ratingWords?: string
  confirmedBy?: 'WISHER' | 'WORKER_PHONE'
  steps: WishStep[]
}
interface ClaimEnd {
  reason: 'NOT_CONTACTED' | 'CLAIMER_CANNOT' | 'WISHER_DECLINED' | 'NOT_SUITABLE' | 'OTHER'
  words?: string
}
interface WishForm {
  kind: WishKind
  words: string
  costFen?: number
  community?: string
  child: boolean
  guardianConsent: boolean
  consent: { noticeVersion: string; how: 'SELF' | 'ORAL' | 'PAPER' }
  wisher?: { name: string; phone?: string }
  address?: string
  title?: string
}
interface TimelineEntry {
  id: string
  occurredAt: string
  recordedAt: string
  sentence: string
  actor?: string
  post?: string
  reversed: boolean
  words?: string
}
interface FigureCard {
  id: string
  name: string
  kind: 'STOCK' | 'FLOW' | 'RATIO'
  unit: string
  live: boolean
  value?: number
  asOf: string
  expected?: { value: number; bound: 'exact' | 'at least' | 'rounded' }
  numerator?: number
  denominator?: number
  note?: string
}
interface FigureView {
  id: string
  name: string
  definition: string
  formula: string
  kind: 'STOCK' | 'FLOW' | 'RATIO'
  unit: string
  value?: number
  asOf: string
  from?: string
  to: string
  organisation: Named
  path?: Named[]
  before?: number
  numerator?: number
  denominator?: number
  series: { month: string; value?: number }[]
  parts: { organisation: Named; value?: number; before?: number }[]
  drill: 'RECORDS' | 'PARTS'
}
interface FigureEntry {
  id: string
  sentence: string
  subject: Subject
  organisation: Named
  day: string
  amount: number
}
interface OrganisationRow extends Named {
  kind: string
  parent?: string
  uscc?: string
}
interface OrganisationView extends OrganisationRow {
  path: Named[]
  roles: { role: string; roleName: string }[]
}
interface PersonRow extends Named {
  phone?: string
  posts: { role: string; roleName: string; organisation: Named }[]
  account?: 'NONE' | 'INVITED' | 'ACTIVE' | 'LOCKED'
}
interface Appointment {
  id: string
  version: number
  role: string
  roleName: string
  organisation: Named
  from: string
  to?: string
  document?: string
  endDocument?: string
  steps: 'end'[]
}
interface PersonView extends Named {
  phone?: string
  appointments: Appointment[]
}
type Term = { role: string; organisation: string; from: string; to?: string; document?: string }
type Period = { organisation?: string; from?: string; to?: string }

export interface paths {
  '/api/district': { get: Get<District> }
  '/api/communities': { get: Get<CommunityNear[], { q?: string; near?: string }> }
  '/api/codes': {
    post: Send<
      { phone: string; purpose: 'SIGN_IN' | 'REGISTER' | 'RESET' },
      { expiresIn: number; shown?: string }
    >
  }
  '/api/registrations': {
    post: Send<
      {
        phone: string
        code: string
        name: string
        community: string
        standing: Standing
        noticeVersion: string
      },
      SessionView
    >
  }
  '/api/password': { put: Send<{ phone: string; code: string; password: string }, void> }
  '/api/invitations': {
    post: Send<
      { name: string; phone: string } & Term,
      { link: string; expires: string; person: { id: string } }
    >
  }
  '/api/invitations/{token}': {
    get: Get<
      { name: string; role: string; roleName: string; organisation: Named; expires: string },
      never,
      Token
    >
  }
  '/api/invitations/{token}/acceptance': {
    post: Send<{ phoneCode?: string; password: string }, SessionView, Token>
  }
  '/api/setup': {
    post: Send<{ token: string; name: string; phone: string; password: string }, SessionView>
  }
  '/api/setup/{token}': { get: Get<{ district: string }, never, Token> }
  '/api/session': {
    get: Get<SessionView>
    post: Send<{ phone: string; password?: string; code?: string }, SessionView>
    delete: Bare<void>
  }
  '/api/session/post': { put: Send<{ post?: string }, SessionView> }
  '/api/tasks': { get: Get<PageOf<Task>, { list: 'mine' | 'waiting' | 'line' } & Paging> }
  '/api/tasks/summary': { get: Get<{ open: number; overdue: number; waiting: number }> }
  '/api/notices/unread': { get: Get<{ count: number }> }
  '/api/tasks/{id}/urges': { post: Send<{ words: string }, Task, Id> }
  '/api/tasks/{id}/hand-over': { post: Send<{ post: string }, Task, Id> }
  '/api/tasks/{id}/successors': {
    get: Get<{ id: string; person: Named; roleName: string }[], never, Id>
  }
  '/api/notices': { get: Get<PageOf<Notice>, Paging> }
  '/api/notices/{id}/read': { put: Bare<void, Id> }
  '/api/notices/read': { put: Bare<void> }
  '/api/wishes/wall': { get: Get<PageOf<WishCard>, { kind?: WishKind; near?: string } & Paging> }
  '/api/wishes/wall/{id}': {
    get: Get<WishCard, never, Id>
  }
  '/api/wishes': {
    get: Get<
      PageOf<WishRow>,
      { state?: WishState; kind?: WishKind; organisation?: string; q?: string } & Paging
    >
    post: Send<WishForm, Wish>
  }
  '/api/wishes/made': { get: Get<PageOf<WishRow>, Paging> }
  '/api/wishes/claimed': { get: Get<PageOf<WishRow>, Paging> }
  '/api/wishes/{id}': { get: Get<Wish, never, Id> }
  '/api/wishes/{id}/verification': {
    post: Send<
      { real: boolean; feasible: boolean; withinCap: boolean; notOwed: boolean },
      Wish,
      Id
    >
  }
  '/api/wishes/{id}/rejection': {
    post: Send<
      {
        reason: 'NOT_REAL' | 'NOT_FEASIBLE' | 'OVER_CAP' | 'PUBLIC_SERVICE' | 'CASH' | 'OTHER'
        words?: string
      },
      Wish,
      Id
    >
  }
  '/api/wishes/{id}/publication': { post: Send<{ text: string }, Wish, Id> }
  '/api/wishes/{id}/claim': { post: Bare<Wish, Id> }
  '/api/wishes/{id}/claim-approval': { post: Send<{ withWorker: string }, Wish, Id> }
  '/api/wishes/{id}/claim-refusal': { post: Send<ClaimEnd, Wish, Id> }
  '/api/wishes/{id}/claim-release': { post: Send<ClaimEnd, void, Id> }
  '/api/wishes/{id}/contact': { post: Bare<Wish, Id> }
  '/api/wishes/{id}/fulfilment': { post: Send<{ note: string }, Wish, Id> }
  '/api/wishes/{id}/confirmation': {
    post: Send<{ rating?: number; words?: string }, Wish, Id>
  }
  '/api/wishes/{id}/denial': { post: Send<{ words: string }, Wish, Id> }
  '/api/wishes/{id}/rating': { post: Send<{ rating: number; words?: string }, Wish, Id> }
  '/api/wishes/{id}/withdrawal': { post: Bare<Wish, Id> }
  '/api/wishes/{id}/correction': { post: Send<{ words: string }, Wish, Id> }
  '/api/wishes/{id}/companions': { get: Get<Named[], never, Id> }
  '/api/timeline': { get: Get<TimelineEntry[], { type: string; id: string }> }
  '/api/figures': { get: Get<FigureCard[], { set: string } & Period> }
  '/api/figures/{id}': { get: Get<FigureView, Period, Id> }
  '/api/figures/{id}/entries': { get: Get<PageOf<FigureEntry>, Period & Paging, Id> }
  '/api/organisations': {
    get: Get<OrganisationRow[], { kind?: string; q?: string; under?: string }>
  }
  '/api/organisations/{id}': { get: Get<OrganisationView, never, Id> }
  '/api/people': { get: Get<PageOf<PersonRow>, { organisation?: string; q?: string } & Paging> }
  '/api/people/{id}': { get: Get<PersonView, never, Id> }
  '/api/appointments': { post: Send<{ person: string } & Term, Appointment> }
  '/api/appointments/{id}/end': { post: Send<{ on: string; document?: string }, Appointment, Id> }
}
