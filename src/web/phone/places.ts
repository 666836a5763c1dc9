/** Where the phone has pages: the first part of their address; '' is the first page. The server answers these with the phone's one page. */
export const PLACES = ['', 'sign-in', 'meetings', 'read', 'voice', 'notices', 'me', 'unsent'] as const

/** Whether an address is a page of the phone. */
export const isPlace = (path: string): boolean => PLACES.some((place) => place === path.split('/')[1])
