/** Lets the pages open without a line, where the browser can: over plain http, and in some apps' own browsers, it cannot, and nothing depends on it. */
export function installWorker(): void {
  if (!('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/worker.js').catch(() => undefined)
  })
}
