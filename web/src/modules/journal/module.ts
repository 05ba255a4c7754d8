import { defineModule } from '@/shell/module'

const needs = ['journal.seals']

export default defineModule({
  name: 'journal',
  console: {
    routes: [
      {
        // A notice about one seal leads here, with the seal's number in the id.
        path: '/seals/:id?',
        name: 'seal.list',
        component: () => import('./JournalSeals.vue'),
        meta: { title: 'journal.seals.title', needs },
      },
    ],
    menu: [
      {
        route: 'seal.list',
        label: 'journal.seals.title',
        group: 'shell.groups.administration',
        order: 95,
        needs,
      },
    ],
  },
  subjects: { seal: { console: 'seal.list' } },
})
