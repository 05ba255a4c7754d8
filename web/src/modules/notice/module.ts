import { defineModule } from '@/shell/module'

const today = [{ component: () => import('./NoticeCard.vue'), order: 30 }]

export default defineModule({
  name: 'notice',
  console: { routes: [], today },
  phone: {
    routes: [],
    today,
    offline: { own: ['/api/notices', '/api/notices/unread'] },
  },
})
