import type { ReadName } from '../../kit/contract.ts'
import type { Words } from '../../kit/web/say.ts'
import { useMay } from '../../kit/web/who.ts'
import { words } from './words.ts'

/** A kind of work with a page, and the action without which the page is of no use. */
export type Work = {
  readonly to: string
  readonly name: Words
  readonly needs: ReadName
  /** Initials of the Chinese name, by which the search finds it; several with a space between. */
  readonly letters?: string
}

const WORK: readonly Work[] = [
  { to: '/', name: words.overview, needs: 'home.findOverview', letters: 'jt zl' },
  { to: '/meetings', name: words.meetings, needs: 'meetings.listHeld', letters: 'hy' },
  { to: '/calendar', name: words.calendar, needs: 'meetings.findCalendar', letters: 'hyrl rl' },
  { to: '/plans', name: words.plans, needs: 'meetings.listLeave', letters: 'hyap qj' },
  { to: '/after', name: words.after, needs: 'meetings.listDecisions', letters: 'hh jd bk' },
  { to: '/study', name: words.study, needs: 'study.listPlan', letters: 'xx' },
  { to: '/people', name: words.people, needs: 'people.listPeople', letters: 'dy' },
  { to: '/shifts', name: words.shifts, needs: 'people.listRota', letters: 'bcb bc' },
  { to: '/org', name: words.org, needs: 'people.listPosts' },
  { to: '/joining', name: words.joining, needs: 'joining.listCases', letters: 'fzdy' },
  { to: '/dues', name: words.dues, needs: 'dues.listMonths', letters: 'df' },
  { to: '/targets', name: words.targets, needs: 'assessment.listTargets', letters: 'mb' },
  { to: '/scores', name: words.scores, needs: 'assessment.listScores', letters: 'kh' },
  { to: '/voices', name: words.voices, needs: 'voice.list', letters: 'xs' },
  { to: '/inspections', name: words.inspections, needs: 'evidence.listInspections', letters: 'jc' },
  { to: '/library', name: words.library, needs: 'library.listMaterials', letters: 'xxzl' },
  { to: '/import', name: words.ledger, needs: 'ledger.export', letters: 'drdc' },
  { to: '/journal', name: words.journal, needs: 'journal.listEntries', letters: 'cz' },
  { to: '/lateness', name: words.lateness, needs: 'evidence.findLateness', letters: 'jlsj bl' },
  { to: '/accounts', name: words.accounts, needs: 'access.listAccounts', letters: 'zh' },
  { to: '/settings', name: words.settings, needs: 'access.findMe', letters: 'sz' },
]

/** The work that exists and the person may do. */
export function useWork(): readonly Work[] {
  const may = useMay()
  return WORK.filter(({ needs }) => may(needs))
}
