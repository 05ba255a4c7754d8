import { defineModule } from '@/shell/module'

const needs = ['territory.view']

export default defineModule({
  name: 'territory',
  console: {
    routes: [
      {
        path: '/map',
        name: 'territory.map',
        component: () => import('./TerritoryMap.vue'),
        meta: { title: 'territory.title', needs },
      },
      {
        path: '/map/import',
        name: 'territory.import',
        component: () => import('./TerritoryImport.vue'),
        meta: { title: 'territory.import.title', needs: ['territory.draw'] },
      },
      {
        path: '/grids/draw',
        name: 'territory.new',
        component: () => import('./TerritoryDraw.vue'),
        meta: { title: 'territory.draw.title', needs: ['territory.draw'] },
      },
      {
        path: '/grids/:id',
        name: 'territory.grid',
        component: () => import('./TerritoryGrid.vue'),
        props: true,
        meta: { title: 'territory.grid.title', needs },
      },
      {
        path: '/grids/:id/draw',
        name: 'territory.redraw',
        component: () => import('./TerritoryDraw.vue'),
        props: true,
        meta: { title: 'territory.draw.again', needs: ['territory.draw'] },
      },
    ],
    menu: [{ route: 'territory.map', label: 'territory.title', order: 20, needs }],
  },
  subjects: { grid: { console: 'territory.grid' } },
})
