import { defineModule } from '@/shell/module'

const own = [
  { path: '/me/data', name: 'my-data', component: () => import('./PrivacyMine.vue') },
  {
    path: '/me/data/correct',
    name: 'my-data.correct',
    component: () => import('./PrivacyCorrect.vue'),
  },
  { path: '/me/data/reads', name: 'my-data.reads', component: () => import('./PrivacyReads.vue') },
  { path: '/me/data/copy', name: 'my-data.copy', component: () => import('./PrivacyCopy.vue') },
  { path: '/me/data/erase', name: 'my-data.erase', component: () => import('./PrivacyErase.vue') },
  {
    path: '/me/data/requests/:id?',
    name: 'my-data.requests',
    component: () => import('./PrivacyRequests.vue'),
  },
].map((route) => ({ ...route, meta: { title: 'privacy.mine.title' } }))

const catalogue = {
  path: '/me/data/catalogue',
  name: 'personal-data',
  component: () => import('./PrivacyCatalogue.vue'),
  meta: { title: 'privacy.catalogue.title', open: true },
}

export default defineModule({
  name: 'privacy',
  console: {
    routes: [
      ...own,
      catalogue,
      {
        path: '/administration/data-requests',
        name: 'data-requests',
        component: () => import('./PrivacyDesk.vue'),
        meta: { title: 'privacy.desk.title', needs: ['privacy.answer'] },
      },
      {
        path: '/administration/data-requests/:id',
        name: 'data-request',
        component: () => import('./PrivacyAnswer.vue'),
        props: true,
        meta: { title: 'privacy.desk.title', needs: ['privacy.answer'] },
      },
      {
        path: '/administration/data-requests/of/:person?',
        name: 'data-request.enter',
        component: () => import('./PrivacyEnter.vue'),
        props: true,
        meta: { title: 'privacy.enter.title', needs: ['privacy.erase'] },
      },
      {
        path: '/administration/keeping',
        name: 'keeping',
        component: () => import('./PrivacyKeeping.vue'),
        meta: { title: 'privacy.keeping.title', needs: ['privacy.keeping'] },
      },
      {
        path: '/administration/access-log',
        name: 'access-log',
        component: () => import('./PrivacyAudit.vue'),
        meta: { title: 'privacy.audit.title', needs: ['privacy.audit'] },
      },
    ],
    menu: [
      {
        route: 'data-requests',
        label: 'privacy.desk.title',
        group: 'shell.groups.administration',
        order: 91,
        needs: ['privacy.answer'],
      },
      {
        route: 'keeping',
        label: 'privacy.keeping.title',
        group: 'shell.groups.administration',
        order: 92,
        needs: ['privacy.keeping'],
      },
      {
        route: 'access-log',
        label: 'privacy.audit.title',
        group: 'shell.groups.administration',
        order: 93,
        needs: ['privacy.audit'],
      },
    ],
  },
  phone: { routes: [...own, catalogue] },
  subjects: { 'data-request': { console: 'data-request', phone: 'my-data.requests' } },
})
