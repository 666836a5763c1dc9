const isInside = (path: string): boolean => path.startsWith('/') && !path.startsWith('//')

/** Why somebody stands at the door: they come from outside, or their session ended on the page they were on. */
export type AtDoor = 'outside' | 'ended'

/** The address of the door, from where somebody wanted to be; `path` and `search` as the router has them. */
export function doorFrom(path: string, search: string, why: AtDoor): string {
  const wanted = search ? `${path}?${search}` : path
  const query = new URLSearchParams({
    ...(wanted !== '/' && { next: wanted }),
    ...(why === 'ended' && { ended: '1' }),
  }).toString()
  return `/sign-in${query && `?${query}`}`
}

/** Whether a session ended before this door. */
export const hasEnded = (query: URLSearchParams): boolean => query.get('ended') === '1'

/** Where the door leads on to: what was wanted, when it is a page of ours, else the first one. */
export function afterDoor(query: URLSearchParams): string {
  const next = query.get('next') ?? '/'
  return isInside(next) ? next : '/'
}
