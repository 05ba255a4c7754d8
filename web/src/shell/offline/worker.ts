import { ref, shallowRef } from 'vue'
import type { Entry } from '../module'

/** This half opens without network on this machine. */
export const opensOffline = ref(false)
/** A newer version that waits until the person wants it. */
export const newer = shallowRef<ServiceWorker | true>()

const HOUR = 3_600_000

interface InstallPrompt extends Event {
  prompt: () => Promise<unknown>
}
/** The browser offers to install: it is asked when the person says so, never before. */
export const install = shallowRef<InstallPrompt>()

function watch(registration: ServiceWorkerRegistration): void {
  const found = () => {
    const next = registration.installing
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && navigator.serviceWorker.controller) newer.value = next
    })
  }
  if (registration.waiting && navigator.serviceWorker.controller) newer.value = registration.waiting
  registration.addEventListener('updatefound', found)
  let asked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < HOUR) return
    asked = Date.now()
    registration.update().catch(() => undefined)
  })
}

export async function startWorker(entry: Entry): Promise<void> {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    install.value = event as InstallPrompt
  })
  addEventListener('appinstalled', () => (install.value = undefined))
  // A page of an older version asks for files that are gone.
  addEventListener('vite:preloadError', () => (newer.value ??= true))
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.kept === entry) opensOffline.value = true
  })
  try {
    watch(await serviceWorker.register('/sw.js'))
    const { active } = await serviceWorker.ready
    active?.postMessage({ half: entry })
  } catch {
    // The pages work on, with network only.
  }
}

/** At the person's word; drafts are kept as they are typed. */
export function renew(): void {
  if (newer.value === true || !newer.value) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  })
  newer.value.postMessage({ skip: true })
}
