const listeners = new Set<() => void>()
let isNewer = false

/** Another worker took over from the one this page began with: it keeps a newer version than the page that is open. */
function watchForNewer({ serviceWorker }: Navigator): void {
  if (!serviceWorker.controller) return
  serviceWorker.addEventListener('controllerchange', () => {
    isNewer = true
    for (const listener of listeners) listener()
  })
}

/** A page may stay open for weeks: whenever it is looked at again, the browser asks whether the worker is still the same. */
function askWhenSeen(registration: ServiceWorkerRegistration): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
}

/** Lets the pages open without a line, where the browser can: over plain http, and in some apps' own browsers, it cannot, and nothing depends on it. */
export function installWorker(): void {
  if (!('serviceWorker' in navigator)) return
  watchForNewer(navigator)
  window.addEventListener('load', () => {
    navigator.serviceWorker
      .register('/worker.js')
      .then(askWhenSeen)
      .catch(() => undefined)
  })
}

/** For `useSyncExternalStore`: whether a newer version waits for the page to be loaded anew. */
export const newer = {
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  },
  read: (): boolean => isNewer,
}
