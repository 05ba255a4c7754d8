import { defineModule } from '@/shell/module'

const needs = ['wish.view']

export default defineModule({
  name: 'wish',
  console: {
    routes: [
      {
        path: '/wishes',
        name: 'wish.list',
        component: () => import('./WishList.vue'),
        meta: { title: 'wish.title', needs },
      },
      {
        path: '/wishes/collect',
        name: 'wish.collect',
        component: () => import('./WishCollect.vue'),
        meta: { title: 'wish.collect.title', needs: ['wish.collect'] },
      },
      {
        path: '/wishes/:id',
        name: 'wish.record',
        component: () => import('./WishRecord.vue'),
        props: true,
        meta: { title: 'wish.title' },
      },
    ],
    menu: [{ route: 'wish.list', label: 'wish.title', group: 'wish.menu', order: 40, needs }],
  },
  phone: {
    routes: [
      {
        path: '/wishes',
        name: 'wish.wall',
        component: () => import('./phone/WishWall.vue'),
        meta: { title: 'wish.wall.title', open: true },
      },
      {
        path: '/wishes/make',
        name: 'wish.make',
        component: () => import('./phone/WishMake.vue'),
        meta: { title: 'wish.make.title', needs: ['wish.make'], bare: true },
      },
      {
        path: '/wishes/mine',
        name: 'wish.mine',
        component: () => import('./phone/WishMine.vue'),
        meta: { title: 'wish.mine.title' },
      },
      {
        path: '/wishes/mine/:id',
        name: 'wish.own',
        component: () => import('./phone/WishOwn.vue'),
        props: true,
        meta: { title: 'wish.mine.title' },
      },
      {
        path: '/wishes/:id',
        name: 'wish.card',
        component: () => import('./phone/WishCard.vue'),
        props: true,
        meta: { title: 'wish.wall.title', open: true },
      },
    ],
    menu: [{ route: 'wish.wall', label: 'wish.tab', icon: 'wish', order: 10 }],
    plain: [
      {
        route: 'wish.make',
        label: 'wish.make.title',
        icon: 'plus',
        order: 10,
        needs: ['wish.make'],
      },
      { route: 'wish.mine', label: 'wish.mine.title', icon: 'wish', order: 20 },
    ],
    offline: {
      public: ['/api/wishes/wall', '/api/wishes/wall/{id}'],
      own: ['/api/wishes/made', '/api/wishes/claimed'],
    },
  },
  subjects: { wish: { console: 'wish.record', phone: 'wish.own' } },
})
