import 'vant/es/style/base.css'
import '@/ui/tokens.css'
import '@/ui/base.css'
import '@/ui/frames.css'
import './phone.css'
import './plain.css'
import { plain } from '../preferences'
import { useSession } from '../session'
import { start } from '../start'
import ShellPhone from './ShellPhone.vue'

void start('phone', ShellPhone, [
  {
    path: '/',
    name: 'home',
    component: () => import('../ShellToday.vue'),
    meta: { open: true },
    beforeEnter: () => ({
      name: plain.value ? 'plain' : useSession().signedIn ? 'today' : 'wish.wall',
    }),
  },
  {
    path: '/today',
    name: 'today',
    component: () => import('../ShellToday.vue'),
    meta: { title: 'shell.today.title', open: true, tab: 'today' },
  },
  {
    path: '/start',
    name: 'plain',
    component: () => import('./ShellPlain.vue'),
    meta: { title: 'shell.plain.home', open: true },
  },
  {
    path: '/more',
    name: 'more',
    component: () => import('./ShellMore.vue'),
    meta: { title: 'shell.plain.more', open: true },
  },
])
