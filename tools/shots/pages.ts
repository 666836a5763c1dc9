import type { Page, State } from './pictures.ts'

type Without = Partial<Record<State, string>>

/** A page that asks nothing of the server but who is there. */
const STILL: Without = {
  empty: 'it lists nothing',
  loading: 'it asks nothing',
  failed: 'it asks nothing',
  offline: 'it asks nothing',
}
const NEVER_EMPTY: Without = { empty: 'it is about one record, which is there or not' }

const desk = (name: string, route: string, more: Partial<Page> = {}): Page => ({
  name,
  face: 'desk',
  route,
  as: 'clerk',
  ...more,
})
const phone = (name: string, route: string, more: Partial<Page> = {}): Page => ({
  name,
  face: 'phone',
  route,
  as: 'member1',
  ...more,
})

/** Every page of both faces; a route that is not here fails the tests. */
export const PAGES: readonly Page[] = [
  desk('sign-in', '/sign-in', { as: 'nobody', without: STILL }),
  desk('set-up', '/setup', { as: 'nobody', without: STILL }),
  desk('home', '/'),
  desk('home-secretary', '/', { as: 'secretary1' }),
  desk('start', '/start', { without: STILL }),
  desk('branch', '/branch/:id', { path: '/branch/:branch', as: 'secretary1' }),
  desk('scores', '/scores'),
  desk('score', '/scores/:id', { path: '/scores/:branch' }),
  desk('compare', '/compare'),
  desk('compare-branch', '/compare/:id', { path: '/compare/:branch' }),
  desk('meetings', '/meetings'),
  desk('enter-meeting', '/meetings/new', {
    path: '/meetings/new?branch=:branch',
    as: 'secretary1',
    without: NEVER_EMPTY,
  }),
  desk('meeting', '/meetings/:id', { path: '/meetings/:meeting', without: NEVER_EMPTY }),
  desk('change-meeting', '/meetings/:id/change', { path: '/meetings/:meeting/change', without: NEVER_EMPTY }),
  desk('people', '/people'),
  desk('add-person', '/people/new', { as: 'secretary1', without: STILL }),
  desk('person', '/people/:id', { path: '/people/:person', as: 'secretary1', without: NEVER_EMPTY }),
  desk('shifts', '/shifts', { path: '/shifts?branch=:branch' }),
  desk('org', '/org'),
  desk('study', '/study', { path: '/study?branch=:branch' }),
  desk('joining', '/joining', { path: '/joining?branch=:branch' }),
  desk('case', '/joining/:id', { path: '/joining/:case', without: NEVER_EMPTY }),
  desk('dues', '/dues', { path: '/dues?branch=:branch' }),
  desk('targets', '/targets', { path: '/targets?branch=:branch' }),
  desk('library', '/library', { as: 'secretary1' }),
  desk('material', '/library/:id', { path: '/library/:material', as: 'secretary1', without: NEVER_EMPTY }),
  desk('settings', '/settings', { as: 'admin', without: NEVER_EMPTY }),
  desk('witnesses', '/settings', { path: '/settings?tab=witnesses', as: 'audit' }),
  desk('calendar', '/calendar'),
  desk('search', '/search', { path: '/search?q=党课' }),
  desk('plans', '/plans', { as: 'secretary1' }),
  desk('plan-meeting', '/plans/new', {
    path: '/plans/new?branch=:branch',
    as: 'secretary1',
    without: NEVER_EMPTY,
  }),
  desk('plan', '/plans/:id', { path: '/plans/:planned', as: 'secretary1', without: NEVER_EMPTY }),
  desk('change-plan', '/plans/:id/change', {
    path: '/plans/:planned/change',
    as: 'secretary1',
    without: NEVER_EMPTY,
  }),
  desk('room', '/room/:id', { path: '/room/:room', as: 'secretary1', without: NEVER_EMPTY }),
  desk('after', '/after', { path: '/after?branch=:branch', as: 'secretary1' }),
  desk('voices', '/voices', { as: 'secretary1' }),
  desk('inspections', '/inspections', { as: 'inspector' }),
  desk('inspection', '/inspections/:id', {
    path: '/inspections/:inspection',
    as: 'inspector',
    without: NEVER_EMPTY,
  }),
  desk('lateness', '/lateness', { path: '/lateness?org=:branch' }),
  desk('journal', '/journal'),
  desk('entry', '/journal/:id', { path: '/journal/:meeting', without: NEVER_EMPTY }),
  desk('import', '/import'),
  desk('accounts', '/accounts', { as: 'admin' }),
  desk('me', '/me', { without: STILL }),

  phone('sign-in', '/sign-in', { as: 'nobody', without: STILL }),
  phone('today', '/'),
  phone('meetings', '/meetings'),
  phone('meeting', '/meetings/:id', { path: '/meetings/:planned', without: NEVER_EMPTY }),
  phone('read', '/read/:id', { path: '/read/:material', without: NEVER_EMPTY }),
  phone('voice', '/voice'),
  phone('voice-new', '/voice/new', { without: STILL }),
  phone('notices', '/notices'),
  phone('me', '/me', { without: STILL }),
  phone('dues', '/me/dues'),
  phone('dues-year', '/me/dues/:year', { path: '/me/dues/2026' }),
  phone('steps', '/me/steps', { as: 'applicant1' }),
  phone('held', '/me/held', { without: NEVER_EMPTY }),
  phone('privacy', '/me/privacy', { without: NEVER_EMPTY }),
  phone('settings', '/me/settings', { without: STILL }),
  phone('unsent', '/unsent', { without: STILL }),
]
