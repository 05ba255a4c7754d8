import { defineModule } from '@/shell/module'

const signIn = () => import('./AccessSignIn.vue')
const reset = () => import('./AccessReset.vue')
const invitation = () => import('./AccessInvitation.vue')

const doors = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: signIn,
    meta: { title: 'access.signIn.title', open: true, bare: true },
  },
  {
    path: '/reset',
    name: 'reset',
    component: reset,
    meta: { title: 'access.reset.title', open: true, bare: true },
  },
  {
    path: '/invitation/:token',
    name: 'invitation',
    component: invitation,
    meta: { title: 'access.invitation.title', open: true, bare: true },
  },
]

export default defineModule({
  name: 'access',
  console: {
    routes: [
      ...doors,
      {
        path: '/setup/:token',
        name: 'setup',
        component: () => import('./AccessSetup.vue'),
        meta: { title: 'access.setup.title', open: true, bare: true },
      },
    ],
  },
  phone: {
    routes: [
      ...doors,
      {
        path: '/register',
        name: 'register',
        component: () => import('./AccessRegister.vue'),
        meta: { title: 'access.register.title', open: true, bare: true },
      },
      {
        path: '/me',
        name: 'me',
        component: () => import('./AccessMe.vue'),
        meta: { title: 'access.me.title', open: true },
      },
    ],
    menu: [{ route: 'me', label: 'access.me.title', icon: 'me', order: 90 }],
  },
})
