const isInside = (path: string): boolean => path.startsWith('/') && !path.startsWith('//')

/** The address of the door, from where somebody wanted to be; `path` and `search` as the router has them. */
export function doorFrom(path: string, search: string): string {
  const wanted = search ? `${path}?${search}` : path
  return wanted === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: wanted })}`
}

/** Where the door leads on to: what was wanted, when it is a page of ours, else the first one. */
export function afterDoor(query: URLSearchParams): string {
  const next = query.get('next') ?? '/'
  return isInside(next) ? next : '/'
}
