import type { paths } from './schema'

/*
 * The names the pages use, each read off a path: the document may name its schemas as it likes.
 */
type Contents<R> = R extends { content: infer C } ? C[keyof C] : never
type OkOf<R> = Contents<R[Extract<keyof R, 200 | 201 | 202>]>

export type Answer<O> = O extends { responses: infer R } ? OkOf<R> : never
export type Body<O> = O extends { requestBody?: infer B } ? Contents<NonNullable<B>> : never
export type Query<O> = O extends { parameters: { query?: infer Q } } ? Q : never

type Get<P extends keyof paths> = paths[P] extends { get: infer O } ? Answer<O> : never
type Post<P extends keyof paths> = paths[P] extends { post: infer O } ? Answer<O> : never
type Item<T> = T extends { items: (infer I)[] } ? I : T extends (infer I)[] ? I : never

export interface Page<T> {
  items: T[]
  next?: string
}

export type District = Get<'/api/district'>
export type Community = Item<Get<'/api/communities'>>
export type Session = Get<'/api/session'>
export type SessionPost = Session['posts'][number]
export type Standing = NonNullable<Session['standing']>
export type Invitation = Get<'/api/invitations/{token}'>
export type Answered<P extends keyof paths> = Post<P>
export type Enrolled = Post<'/api/me/security/passkeys'>
export type OwnSecurity = Get<'/api/me/security'>
export type SecurityAccount = Item<Get<'/api/security/accounts'>>
export type SecurityEvent = Item<Get<'/api/security/events'>>
export type Task = Item<Get<'/api/tasks'>>
export type Notice = Item<Get<'/api/notices'>>
export type WishCard = Item<Get<'/api/wishes/wall'>>
export type WishOnWall = Get<'/api/wishes/wall/{id}'>
export type WishRow = Item<Get<'/api/wishes'>>
export type Wish = Get<'/api/wishes/{id}'>
export type MyWish = Item<Get<'/api/wishes/made'>>
export type WishState = Wish['state']
export type WishKind = Wish['kind']
export type WishStep = Wish['steps'][number]
export type TimelineEntry = Item<Get<'/api/timeline'>>
export type CityMonth = Get<'/api/city'>
export type CityTrend = Item<Get<'/api/city/trend'>>
export type SealMonth = Get<'/api/seals'>
export type FigureCard = Item<Get<'/api/figures'>>
export type Figure = Get<'/api/figures/{id}'>
export type FigureEntry = Item<Get<'/api/figures/{id}/entries'>>
export type Organisation = Item<Get<'/api/organisations'>>
export type OrganisationDetail = Get<'/api/organisations/{id}'>
export type InvitationLink = Post<'/api/invitations'>
export type OpenInvitation = Item<Get<'/api/invitations'>>
export type TextRow = Item<Get<'/api/texts'>>
export type OrganisationNode = Item<Get<'/api/organisations/tree'>>
export type AppointmentRow = Item<Get<'/api/appointments/ending'>>
export type PersonRow = Item<Get<'/api/people'>>
export type Person = Get<'/api/people/{id}'>
export type Appointment = Person['appointments'][number]
export type FileRow = Item<Get<'/api/files'>>
export type Import = Get<'/api/imports/{id}'>
export type Export = Get<'/api/exports/{id}'>
export type Ground = Get<'/api/map'>
export type MapCommunity = Ground['communities'][number]
export type GridLayer = Ground['layers'][number]
export type Outline = MapCommunity['cell']
export type Grid = Item<Get<'/api/grids'>>
export type GridRecord = Get<'/api/grids/{id}'>
export type LayerCheck = Get<'/api/grids/checks'>
export type DraftCheck = Answer<paths['/api/grids/draft-check']['post']>
export type ImportAnswer = Answer<paths['/api/map/grids']['post']>
export type NumberedGrid = Item<Get<'/api/map/numbering'>>
export type DuplicatePair = Item<Get<'/api/people/duplicates'>>
export type DuplicatePerson = DuplicatePair['one']
export type MyKind = Get<'/api/my-data'>['kinds'][number]
export type MyConsent = Get<'/api/my-data'>['consents'][number]
export type AccessRow = Item<Get<'/api/access-log'>>
export type DataRequest = Item<Get<'/api/my-data/requests'>>
export type RetentionProof = Item<Get<'/api/personal-data/proofs'>>
export type BodyRow = Item<Get<'/api/bodies'>>
export type AllianceBody = Get<'/api/bodies/{id}'>
export type BodySeat = AllianceBody['seats'][number]
export type AlliancePost = Item<Get<'/api/posts'>>
export type JointDocument = Item<Get<'/api/joint-documents'>>
export type SearchHit = Item<Get<'/api/search/{type}'>>
