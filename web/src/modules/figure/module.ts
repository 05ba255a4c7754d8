import { defineModule } from '@/shell/module'

const needs = ['figure.view']

export default defineModule({
  name: 'figure',
  console: {
    routes: [
      {
        path: '/figures',
        name: 'figure.list',
        component: () => import('./FigureSet.vue'),
        meta: { title: 'figure.title', needs },
      },
      {
        path: '/figures/:id',
        name: 'figure.record',
        component: () => import('./FigurePage.vue'),
        props: true,
        meta: { title: 'figure.title', needs },
      },
    ],
    menu: [{ route: 'figure.list', label: 'figure.title', order: 10, needs }],
  },
})
