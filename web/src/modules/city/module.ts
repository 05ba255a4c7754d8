import { defineModule } from '@/shell/module'

const needs = ['city.view']

export default defineModule({
  name: 'city',
  console: {
    routes: [
      {
        path: '/city',
        name: 'city.list',
        component: () => import('./CityFigures.vue'),
        meta: { title: 'city.title', needs },
      },
      {
        path: '/city/publish',
        name: 'city.publish',
        component: () => import('./CityPublish.vue'),
        meta: { title: 'city.publish.title', needs: ['city.publish'] },
      },
    ],
    menu: [
      { route: 'city.list', label: 'city.title', group: 'shell.groups.data', order: 70, needs },
    ],
  },
  subjects: { publication: { console: 'city.list' } },
})
