import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import '@/ui/tokens.css'
import '@/ui/base.css'
import '@/ui/frames.css'
import './console.css'
import { start } from '../start'
import ShellConsole from './ShellConsole.vue'

void start('console', ShellConsole, [
  {
    path: '/',
    name: 'today',
    component: () => import('../ShellToday.vue'),
    meta: { title: 'shell.today.title' },
  },
])
