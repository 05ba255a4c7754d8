import { defineModule } from '@/shell/module'

const needs = ['person.view']

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
    ],
    menu: [
      {
        route: 'person.list',
        label: 'organisation.people.title',
        group: 'organisation.menu',
        order: 80,
        needs,
      },
    ],
  },
  subjects: { person: { console: 'person.record' } },
})
