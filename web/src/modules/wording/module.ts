import { defineModule } from '@/shell/module'

const needs = ['wording.edit']
const group = 'shell.groups.administration'

export default defineModule({
  name: 'wording',
  console: {
    routes: [
      {
        path: '/words',
        name: 'word.list',
        component: () => import('./WordingList.vue'),
        meta: { title: 'wording.list.title', needs },
      },
      {
        path: '/district',
        name: 'district.settings',
        component: () => import('./WordingDistrict.vue'),
        meta: { title: 'wording.district.title', needs },
      },
    ],
    menu: [
      { route: 'district.settings', label: 'wording.district.title', group, order: 90, needs },
      { route: 'word.list', label: 'wording.list.title', group, order: 91, needs },
    ],
  },
})
