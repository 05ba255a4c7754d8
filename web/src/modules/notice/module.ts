import { defineModule } from '@/shell/module'

const today = [{ component: () => import('./NoticeCard.vue'), order: 30 }]
const preferences = {
  path: '/notices/preferences',
  name: 'notice.preferences',
  component: () => import('./NoticePreferences.vue'),
  meta: { title: 'notice.preferences.title', tab: 'me' },
}

export default defineModule({
  name: 'notice',
  console: { routes: [preferences], today },
  phone: {
    routes: [
      preferences,
      {
        path: '/unsubscribe/:token',
        name: 'notice.unsubscribe',
        component: () => import('./NoticeUnsubscribe.vue'),
        props: true,
        meta: { title: 'notice.unsubscribe.title', open: true, bare: true },
      },
    ],
    today,
    offline: { own: ['/api/notices', '/api/notices/unread'] },
  },
})
