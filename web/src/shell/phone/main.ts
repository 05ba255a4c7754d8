import 'vant/es/style/base.css'
import '@/ui/tokens.css'
import '@/ui/base.css'
import '@/ui/frames.css'
import './phone.css'
import { useSession } from '../session'
import { start } from '../start'
import ShellPhone from './ShellPhone.vue'

void start('phone', ShellPhone, [
  {
    path: '/',
    name: 'home',
    component: () => import('../ShellToday.vue'),
    meta: { open: true },
    beforeEnter: () => ({ name: useSession().signedIn ? 'today' : 'wish.wall' }),
  },
  {
    path: '/today',
    name: 'today',
    component: () => import('../ShellToday.vue'),
    meta: { title: 'shell.today.title', open: true, tab: 'today' },
  },
])
