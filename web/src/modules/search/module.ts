import { defineModule } from '@/shell/module'

export default defineModule({
  name: 'search',
  console: {
    routes: [
      {
        path: '/search',
        name: 'search',
        component: () => import('./SearchPage.vue'),
        meta: { title: 'search.title' },
      },
      {
        path: '/search/:type',
        name: 'search.kind',
        component: () => import('./SearchKind.vue'),
        props: true,
        meta: { title: 'search.title' },
      },
    ],
  },
})
