/*
 * Opens both halves without network. What the build made is kept under its version; answers of the
 * server pass by untouched: those the pages keep themselves (src/shell/offline).
 */
/* global __FILES__, __VERSION__ */
const FILES = __FILES__
const PAGES = { phone: '/', console: '/console/' }
const cacheOf = (half) => `silian-${half}-${__VERSION__}`

async function fill(half) {
  const cache = await caches.open(cacheOf(half))
  const have = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
  const missing = FILES[half].filter((file) => !have.has(file))
  await Promise.all(
    missing.map(async (file) => {
      // The name of an asset is its content: what an older version has is not fetched again.
      const known = file.startsWith('/assets/') ? await caches.match(file) : undefined
      const answer = known ?? (await fetch(file, { cache: 'no-cache' }))
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
      await cache.put(file, answer)
    }),
  )
}

async function halvesInUse() {
  const names = await caches.keys()
  return Object.keys(FILES).filter((half) =>
    names.some((name) => name.startsWith(`silian-${half}-`)),
  )
}

async function forgetOlder() {
  const kept = new Set(Object.keys(FILES).map(cacheOf))
  const names = (await caches.keys()).filter((name) => name.startsWith('silian-'))
  await Promise.all(names.filter((name) => !kept.has(name)).map((name) => caches.delete(name)))
}

async function keptOr(request, file, ...halves) {
  for (const half of halves) {
    const cache = await caches.open(cacheOf(half))
    const kept = await cache.match(file)
    if (kept) return kept
  }
  return fetch(request)
}

self.addEventListener('install', (event) => {
  event.waitUntil(halvesInUse().then((halves) => Promise.all(halves.map(fill))))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()))
})

self.addEventListener('message', (event) => {
  const { half, skip } = event.data ?? {}
  if (skip) event.waitUntil(self.skipWaiting())
  if (half in FILES)
    event.waitUntil(fill(half).then(() => event.source?.postMessage({ kept: half })))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/api/')) return
  const half = /^\/console(\/|$)/.test(pathname) ? 'console' : 'phone'
  if (request.mode === 'navigate') {
    if (!pathname.includes('.')) event.respondWith(keptOr(request, PAGES[half], half))
  } else if (Object.values(FILES).some((files) => files.includes(pathname)))
    event.respondWith(keptOr(request, pathname, 'phone', 'console'))
})
