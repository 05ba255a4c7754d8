import { defineModule } from '@/shell/module'

const needs = ['body.view']
const group = 'alliance.menu'

export default defineModule({
  name: 'alliance',
  console: {
    routes: [
      {
        path: '/bodies',
        name: 'body.list',
        component: () => import('./AllianceBodies.vue'),
        meta: { title: 'alliance.title', needs },
      },
      {
        path: '/bodies/found',
        name: 'body.found',
        component: () => import('./AllianceFound.vue'),
        meta: { title: 'alliance.found.title', needs: ['body.found'] },
      },
      {
        path: '/bodies/:id',
        name: 'body.record',
        component: () => import('./AllianceBody.vue'),
        props: true,
        meta: { title: 'alliance.one', needs },
      },
      {
        path: '/bodies/:id/seats/new',
        name: 'seat.new',
        component: () => import('./seat/AllianceSeatNew.vue'),
        props: true,
        meta: { title: 'alliance.seat.new', needs: ['body.seat'] },
      },
      {
        path: '/seats/:id',
        name: 'seat.fill',
        component: () => import('./seat/AllianceSeatFill.vue'),
        props: true,
        meta: { title: 'alliance.fill.title', needs: ['body.seat'] },
      },
      {
        path: '/joint-documents',
        name: 'joint-document.list',
        component: () => import('./document/AllianceDocuments.vue'),
        meta: { title: 'alliance.document.title', needs },
      },
      {
        path: '/joint-documents/new',
        name: 'joint-document.new',
        component: () => import('./document/AllianceDocumentNew.vue'),
        meta: { title: 'alliance.document.new', needs: ['body.issue'] },
      },
      {
        path: '/joint-documents/:id',
        name: 'joint-document.record',
        component: () => import('./document/AllianceDocument.vue'),
        props: true,
        meta: { title: 'alliance.document.title', needs },
      },
    ],
    menu: [
      { route: 'body.list', label: 'alliance.title', group, order: 20, needs },
      { route: 'joint-document.list', label: 'alliance.document.title', group, order: 24, needs },
    ],
  },
  subjects: {
    body: { console: 'body.record' },
    seat: { console: 'seat.fill' },
    'joint-document': { console: 'joint-document.record' },
  },
  adds: {
    person: [
      {
        component: () => import('./seat/AlliancePersonSeats.vue'),
        order: 10,
        needs: ['body.members'],
      },
    ],
  },
})
