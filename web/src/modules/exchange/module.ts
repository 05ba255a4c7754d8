import { defineModule } from '@/shell/module'

const needs = ['exchange.import']

export default defineModule({
  name: 'exchange',
  console: {
    routes: [
      {
        path: '/imports',
        name: 'import.list',
        component: () => import('./ExchangeImports.vue'),
        meta: { title: 'exchange.import.title', needs },
      },
      {
        path: '/imports/:id',
        name: 'import.record',
        component: () => import('./ExchangeImport.vue'),
        props: true,
        meta: { title: 'exchange.import.title', needs },
      },
      {
        path: '/exports',
        name: 'export.list',
        component: () => import('./ExchangeExports.vue'),
        meta: { title: 'exchange.exports.title' },
      },
    ],
    menu: [
      {
        route: 'import.list',
        label: 'exchange.import.title',
        group: 'shell.groups.data',
        order: 90,
        needs,
      },
      {
        route: 'export.list',
        label: 'exchange.exports.title',
        group: 'shell.groups.data',
        order: 91,
      },
    ],
  },
})
