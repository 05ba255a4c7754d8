import { defineModule } from '@/shell/module'

const needs = ['person.view']
const group = 'shell.groups.administration'
const sees = ['organisation.view']

export default defineModule({
  name: 'organisation',
  console: {
    routes: [
      {
        path: '/people',
        name: 'person.list',
        component: () => import('./OrganisationPeople.vue'),
        meta: { title: 'organisation.people.title', needs },
      },
      {
        path: '/people/invite',
        name: 'person.invite',
        component: () => import('./OrganisationInvite.vue'),
        meta: { title: 'organisation.invite.title', needs: ['access.invite'] },
      },
      {
        path: '/people/invite/many',
        name: 'person.invite-many',
        component: () => import('./OrganisationInviteMany.vue'),
        meta: { title: 'organisation.many.title', needs: ['access.invite'] },
      },
      {
        path: '/invitations',
        name: 'invitation.list',
        component: () => import('./OrganisationInvitations.vue'),
        meta: { title: 'organisation.invitations.title', needs: ['access.invite'] },
      },
      {
        path: '/people/duplicates',
        name: 'person.duplicates',
        component: () => import('./OrganisationDuplicates.vue'),
        meta: { title: 'organisation.duplicates.title', needs: ['person.merge'] },
      },
      {
        path: '/people/:id',
        name: 'person.record',
        component: () => import('./OrganisationPerson.vue'),
        props: true,
        meta: { title: 'organisation.person.title', needs },
      },
      {
        path: '/people/:id/appoint',
        name: 'person.appoint',
        component: () => import('./OrganisationAppoint.vue'),
        props: true,
        meta: { title: 'organisation.appoint.title', needs: ['person.appoint'] },
      },
      {
        path: '/counter',
        name: 'counter',
        component: () => import('./OrganisationCounter.vue'),
        meta: { title: 'organisation.counter.title', needs: ['organisation.contact'] },
      },
      {
        path: '/organisations',
        name: 'organisation.list',
        component: () => import('./tree/OrganisationList.vue'),
        meta: { title: 'organisation.tree.title', needs: sees },
      },
      {
        path: '/organisations/:id',
        name: 'organisation.record',
        component: () => import('./tree/OrganisationRecord.vue'),
        props: true,
        meta: { title: 'organisation.tree.one', needs: sees },
      },
      {
        path: '/organisations/:id/found',
        name: 'organisation.found',
        component: () => import('./tree/OrganisationFound.vue'),
        props: true,
        meta: { title: 'organisation.found.title', needs: ['organisation.manage'] },
      },
      {
        path: '/appointments/ending',
        name: 'ending.list',
        component: () => import('./tree/OrganisationEnding.vue'),
        meta: { title: 'organisation.ending.title', needs },
      },
      {
        path: '/grants/:id?',
        name: 'grant.list',
        component: () => import('./tree/OrganisationGrants.vue'),
        meta: { title: 'organisation.grants.title', needs: ['grant.approve'] },
      },
      {
        path: '/roles',
        name: 'role.matrix',
        component: () => import('./tree/OrganisationRoles.vue'),
        meta: { title: 'organisation.roles.title', needs: ['role.view'] },
      },
    ],
    menu: [
      {
        route: 'counter',
        label: 'organisation.counter.title',
        group,
        order: 85,
        needs: ['organisation.contact'],
      },
      {
        route: 'organisation.list',
        label: 'organisation.tree.title',
        group,
        order: 79,
        needs: sees,
      },
      {
        route: 'invitation.list',
        label: 'organisation.invitations.title',
        group,
        order: 81,
        needs: ['access.invite'],
      },
      {
        route: 'ending.list',
        label: 'organisation.ending.title',
        group,
        order: 82,
        needs,
      },
      {
        route: 'grant.list',
        label: 'organisation.grants.title',
        group,
        order: 84,
        needs: ['grant.approve'],
      },
      {
        route: 'role.matrix',
        label: 'organisation.roles.title',
        group,
        order: 86,
        needs: ['role.view'],
      },
      {
        route: 'person.list',
        label: 'organisation.people.title',
        group,
        order: 80,
        needs,
      },
    ],
  },
  phone: { routes: [], offline: { public: ['/api/communities', '/api/contacts/{community}'] } },
  subjects: {
    person: { console: 'person.record' },
    organisation: { console: 'organisation.record' },
    'appointment-proposal': { console: 'grant.list' },
  },
})
