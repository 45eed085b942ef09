// The service worker of the pages under /m/: they open without a network. `build` and `files` stand before this text (worker-plugin.ts).
// What the server says of events and people is never kept here.
/* global build, files */

const prefix = 'linli-pages-'
const present = `${prefix}${build}`

/** How long a page waits for the newest before the kept one is shown. */
const patience = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(present).then((cache) => cache.addAll(files)).then(() => self.skipWaiting()))
})

/** Pages that are open now still ask for parts of the build before: that one stays until the next. */
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => {
    const others = names.filter((name) => name.startsWith(prefix) && name !== present)
    return Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
  }).then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin || !pathname.startsWith('/m/')) return
  if (mode === 'navigate') event.respondWith(page(event.request))
  else event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)))
})

/** The newest page where it comes in time, else the one that was kept. */
async function page(request) {
  const kept = caches.open(present).then((cache) => cache.match('./'))
  const late = new Promise((done) => { setTimeout(done, patience) })
  const fresh = await Promise.race([fetch(request).catch(() => undefined), late])
  const isWell = fresh !== undefined && fresh.status < 500
  return isWell ? fresh : await kept ?? fetch(request)
}
