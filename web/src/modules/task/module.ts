import { defineModule } from '@/shell/module'

const today = [
  { component: () => import('./TaskMine.vue'), order: 10 },
  { component: () => import('./TaskWaiting.vue'), order: 20 },
]
const line = { component: () => import('./TaskLine.vue'), order: 15, needs: ['task.urge'] }

export default defineModule({
  name: 'task',
  console: { routes: [], today: [...today, line] },
  phone: { routes: [], today, offline: { own: ['/api/tasks', '/api/tasks/summary'] } },
})
