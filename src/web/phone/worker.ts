import { cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching'
import { isPlace } from './places.ts'

/** The files of the phone's pages; the build writes the list here. */
declare const PITLAMP_FILES: readonly { readonly url: string; readonly revision: string | null }[]

type Fetch = Event & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void }
type Lived = Event & { readonly waitUntil: (done: Promise<unknown>) => void }
type Worker = {
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly addEventListener: {
    (kind: 'fetch', act: (event: Fetch) => void): void
    (kind: 'install' | 'activate', act: (event: Lived) => void): void
  }
}
declare const self: Worker

const files = [...PITLAMP_FILES]
const kept = new Set(files.map(({ url }) => url))

/** The kept file that answers a request; undefined: none, it goes its own way. Writes, answers and the desk always do. */
function keptFor({ method, mode, url }: Request): string | undefined {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return undefined
  const path = mode === 'navigate' && isPlace(pathname) ? '/' : pathname
  return kept.has(path) ? path : undefined
}

precache(files)
cleanupOutdatedCaches()
self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const path = keptFor(event.request)
  if (path === undefined) return
  event.respondWith(matchPrecache(path).then((found) => found ?? fetch(event.request)))
})
