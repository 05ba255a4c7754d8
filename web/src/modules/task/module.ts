import { defineModule } from '@/shell/module'

const today = [
  { component: () => import('./TaskMine.vue'), order: 10 },
  { component: () => import('./TaskWaiting.vue'), order: 20 },
]

export default defineModule({
  name: 'task',
  console: { routes: [], today },
  phone: { routes: [], today },
})
