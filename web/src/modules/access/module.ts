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
  {
    path: '/second-step',
    name: 'second-step',
    component: () => import('./AccessSecondStep.vue'),
    meta: { title: 'access.signIn.title', open: true, bare: true },
  },
]
const ownSecurity = {
  path: '/security',
  name: 'own-security',
  component: () => import('./AccessSecurity.vue'),
  meta: { title: 'access.own.title', tab: 'me' },
}
const guard = ['access.guard']
const audit = ['access.audit']
const settings = ['access.settings']
const group = 'shell.groups.administration'

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
      {
        path: '/way-back/:token',
        name: 'way-back',
        component: () => import('./AccessWayBack.vue'),
        meta: { title: 'access.wayBack.title', open: true, bare: true },
      },
      ownSecurity,
      {
        path: '/accounts',
        name: 'accounts',
        component: () => import('./AccessAccounts.vue'),
        meta: { title: 'access.accounts.title', needs: guard },
      },
      {
        path: '/security-record',
        name: 'security-record',
        component: () => import('./AccessEvents.vue'),
        meta: { title: 'access.events.title', needs: audit },
      },
      {
        path: '/security-settings',
        name: 'security-settings',
        component: () => import('./AccessSettings.vue'),
        meta: { title: 'access.settings.title', needs: settings },
      },
    ],
    menu: [
      { route: 'accounts', label: 'access.accounts.title', group, order: 92, needs: guard },
      { route: 'security-record', label: 'access.events.title', group, order: 94, needs: audit },
      {
        route: 'security-settings',
        label: 'access.settings.title',
        group,
        order: 96,
        needs: settings,
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
      ownSecurity,
    ],
    menu: [{ route: 'me', label: 'access.me.title', icon: 'me', order: 90 }],
  },
})
