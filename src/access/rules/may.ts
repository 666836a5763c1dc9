import type { ActionName, Actor, Reach } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import type { Role } from './roles.ts'

/**
 * How far a right goes. `branch`: as far as the office, its unit and all below; `mine`: what belongs to the mine as a whole, wherever the
 * office is; `whole`: what takes an office over the whole mine; `self`: anybody signed in; `open`: nobody need be.
 */
export type Right =
  | { readonly reach: 'branch' | 'mine' | 'whole'; readonly roles: readonly Role[] }
  | { readonly reach: 'self' }
  | { readonly reach: 'open' }

const open: Right = { reach: 'open' }
const self: Right = { reach: 'self' }
const branch = (...roles: readonly Role[]): Right => ({ reach: 'branch', roles })
const mine = (...roles: readonly Role[]): Right => ({ reach: 'mine', roles })
const whole = (...roles: readonly Role[]): Right => ({ reach: 'whole', roles })

/** Those who read the records of a branch, people included. */
const READERS = ['commissioner', 'secretary', 'committeeStaff', 'inspector', 'systemAdmin'] as const
/** Those who write what a branch did. */
const WRITERS = ['commissioner', 'secretary', 'committeeStaff'] as const
const KEEPERS = ['secretary', 'committeeStaff'] as const
const IMPORTERS = ['committeeStaff', 'systemAdmin'] as const

/** Who may do what, and how far: the only place that says so (R10.2). */
export const RIGHTS = {
  'access.findMine': open,
  'access.findTicket': open,
  'access.setUp': open,
  'access.takeOffice': open,
  'access.signIn': open,
  'access.signOut': self,
  'access.findMe': self,
  'access.findPrivacyNotice': self,
  'access.acceptPrivacyNotice': self,
  'access.findFeed': self,
  'access.makeFeed': self,
  'access.endFeed': self,
  'access.changePassword': self,
  'access.startTotp': self,
  'access.confirmTotp': self,
  'access.listAccounts': branch('secretary', 'committeeStaff', 'systemAdmin', 'securityAdmin'),
  'access.makeAccounts': branch('secretary', 'committeeStaff', 'systemAdmin'),
  'access.makeStaffAccount': branch('systemAdmin'),
  'access.resetAccount': branch('secretary', 'securityAdmin'),
  'access.disableAccount': branch('securityAdmin'),
  'access.enableAccount': branch('securityAdmin'),
  'access.giveOffice': branch('securityAdmin'),
  'access.endOffice': branch('securityAdmin'),

  'org.listUnits': branch(
    ...(['member', 'worker', 'groupLeader', ...READERS, 'securityAdmin', 'auditAdmin'] as const),
  ),
  'org.addUnit': branch('committeeStaff', 'systemAdmin'),
  'org.findUnit': branch('committeeStaff', 'systemAdmin'),
  'org.changeUnit': branch('committeeStaff', 'systemAdmin'),

  'people.listPeople': branch('groupLeader', ...READERS),
  'people.findPerson': branch(...READERS),
  'people.addPerson': branch(...KEEPERS),
  'people.changePerson': branch(...KEEPERS),
  'people.changeStanding': branch(...KEEPERS),
  'people.amendPerson': branch(...KEEPERS),
  'people.changeStandings': branch(...KEEPERS),
  'people.endStanding': branch(...KEEPERS),
  'people.erase': branch('committeeStaff'),
  'people.findErasable': branch('committeeStaff'),
  'people.listPosts': branch(...READERS),
  'people.unmask': branch(...KEEPERS),
  'people.findMine': self,
  'people.listShiftSystems': branch('groupLeader', ...READERS),
  'people.setShiftSystem': mine('committeeStaff', 'systemAdmin'),
  'people.listRota': branch('groupLeader', ...READERS),
  'people.setRota': branch(...WRITERS),
  'people.assignShift': branch(...WRITERS),
  'people.previewShiftRoster': branch(...WRITERS),
  'people.importShiftRoster': branch(...WRITERS),

  'library.listMaterials': branch('member', 'worker', 'groupLeader', ...READERS),
  'library.findMaterial': branch('member', 'worker', 'groupLeader', ...READERS),
  'library.findFile': branch('member', 'worker', 'groupLeader', ...READERS),
  'library.addMaterial': branch('groupLeader', ...WRITERS),
  'library.withdrawMaterial': branch('groupLeader', ...WRITERS),

  'meetings.listMeetings': branch('member', 'groupLeader', ...READERS),
  'meetings.listHeld': branch('member', 'groupLeader', ...READERS),
  'meetings.listOfPerson': branch(...READERS),
  'meetings.findMeeting': branch('member', 'groupLeader', ...READERS),
  'meetings.enterMeeting': branch('groupLeader', ...WRITERS),
  'meetings.changeMeeting': branch('groupLeader', ...WRITERS),
  'meetings.findBlocks': branch('groupLeader', ...WRITERS),
  'meetings.changeBlock': branch('groupLeader', ...WRITERS),
  'meetings.listDuties': branch('member', ...READERS),
  'meetings.searchMeetings': branch('groupLeader', ...READERS),
  'meetings.findCalendar': branch('member', ...READERS),
  'meetings.listPlanned': branch('member', 'groupLeader', ...READERS),
  'meetings.findPlanned': branch('member', 'groupLeader', ...READERS),
  'meetings.proposeSessions': branch('groupLeader', ...WRITERS),
  'meetings.planMeeting': branch('groupLeader', ...WRITERS),
  'meetings.changePlanned': branch('groupLeader', ...WRITERS),
  'meetings.cancelPlanned': branch('groupLeader', ...WRITERS),
  'meetings.listMine': self,
  'meetings.findMine': self,
  'meetings.askLeave': self,
  'meetings.withdrawLeave': self,
  'meetings.answerLeave': branch('groupLeader', ...WRITERS),
  'meetings.listLeave': branch('groupLeader', ...WRITERS),
  'meetings.openMeeting': branch('groupLeader', ...WRITERS),
  'meetings.listCalled': branch('groupLeader', ...READERS),
  'meetings.findRoom': branch('groupLeader', ...READERS),
  'meetings.takeRoll': branch('groupLeader', ...WRITERS),
  'meetings.addAgendaItem': branch('groupLeader', ...WRITERS),
  'meetings.recordVote': branch('groupLeader', ...WRITERS),
  'meetings.saveMinute': branch('groupLeader', ...WRITERS),
  'meetings.closeMeeting': branch('groupLeader', ...WRITERS),
  'meetings.reopenMeeting': branch('groupLeader', ...WRITERS),
  'meetings.discardMeeting': branch('groupLeader', ...WRITERS),
  'meetings.signMeeting': branch('groupLeader', ...WRITERS),
  'meetings.addAddendum': branch('groupLeader', ...WRITERS),
  'meetings.decideItem': branch('groupLeader', ...WRITERS),
  'meetings.finishDecision': branch('groupLeader', ...WRITERS),
  'meetings.dropDecision': branch('groupLeader', ...WRITERS),
  'meetings.listDecisions': branch('member', 'groupLeader', ...READERS),
  'meetings.recordMakeUp': branch('groupLeader', ...WRITERS),
  'meetings.listMakeUps': branch('groupLeader', ...READERS),
  'meetings.addPhoto': branch('groupLeader', ...WRITERS),
  'meetings.removePhoto': branch('groupLeader', ...WRITERS),
  'meetings.listPhotos': branch('groupLeader', ...READERS),
  'meetings.findPhoto': branch('groupLeader', ...READERS),
  'meetings.excludeFromExpected': branch(...KEEPERS),
  'meetings.endExclusion': branch(...KEEPERS),
  'meetings.listExclusions': branch(...READERS),
  'study.listPlan': branch('member', 'groupLeader', ...READERS),
  'study.addPlanRow': branch('groupLeader', ...WRITERS),
  'study.changePlanRow': branch('groupLeader', ...WRITERS),
  'study.cancelPlanRow': branch('groupLeader', ...WRITERS),
  'dues.listPayments': branch(...READERS),
  'dues.findMine': self,
  'dues.listOfPerson': branch(...READERS),
  'dues.listMonths': branch(...READERS),
  'dues.recordPayment': branch(...WRITERS),
  'dues.recordPayments': branch(...WRITERS),
  'dues.correctPayment': branch(...WRITERS),
  'joining.listCases': branch(...READERS),
  'joining.findMine': self,
  'voice.send': self,
  'voice.listMine': self,
  'voice.list': branch('secretary', 'committeeStaff'),
  'voice.answer': branch('secretary', 'committeeStaff'),
  'joining.findCase': branch(...READERS),
  'joining.openCase': branch(...WRITERS),
  'joining.recordStep': branch(...WRITERS),
  'joining.correctStep': branch(...WRITERS),

  'assessment.listPeriods': mine('member', 'groupLeader', ...READERS),
  'assessment.findScheme': mine('member', 'groupLeader', ...READERS),
  'assessment.listScores': branch('member', ...READERS),
  'assessment.findScore': branch('member', ...READERS),
  'assessment.listEvidence': branch(...READERS),
  'assessment.listTargets': branch('member', ...READERS),
  'assessment.addTarget': branch('committeeStaff'),
  'assessment.changeTarget': branch('committeeStaff'),
  'assessment.openPeriod': branch('committeeStaff'),
  'assessment.closePeriod': branch('committeeStaff'),
  'assessment.enterManual': branch('committeeStaff'),

  'evidence.listInspections': branch(...READERS),
  'evidence.findInspection': branch(...READERS),
  'evidence.listProof': branch(...READERS),
  'evidence.makeInspection': branch('inspector'),
  'evidence.drawSample': branch('inspector'),
  'evidence.markInOrder': branch('inspector'),
  'evidence.addFinding': branch('inspector'),
  'evidence.withdrawFinding': branch('inspector'),
  'evidence.recheck': branch('inspector'),
  'evidence.closeInspection': branch('inspector'),
  'evidence.contestFinding': branch(...WRITERS),
  'evidence.assignRectification': branch(...WRITERS),
  'evidence.rectify': branch(...WRITERS),
  'evidence.makeInspectionPack': branch('committeeStaff', 'inspector'),
  'evidence.makePeriodPack': branch('committeeStaff', 'inspector'),

  'documents.scoreLetter': branch('member', ...READERS),
  'documents.roster': branch('groupLeader', ...READERS),
  'documents.branchDuties': branch('member', ...READERS),
  'documents.overview': branch('member', ...READERS),
  'documents.meetingNotice': branch('member', 'groupLeader', ...READERS),
  'documents.signInSheet': branch('groupLeader', ...READERS),
  'documents.meetingMinutes': branch('groupLeader', ...READERS),
  'documents.meetingResolution': branch('groupLeader', ...READERS),
  'documents.inspectionReport': branch(...READERS),
  'documents.meetingLedger': branch('groupLeader', ...READERS),

  'ledger.preview': whole(...IMPORTERS),
  'ledger.findPreview': whole(...IMPORTERS),
  'ledger.findRows': whole(...IMPORTERS),
  'ledger.listImports': whole(...IMPORTERS),
  'ledger.findProgress': whole(...IMPORTERS),
  'ledger.commit': whole(...IMPORTERS),
  'ledger.cancel': whole(...IMPORTERS),
  'ledger.findRefused': whole(...IMPORTERS),
  'ledger.export': whole(...IMPORTERS),
  'ledger.exportUnmasked': whole('committeeStaff'),
  'ledger.loadDemo': whole(...IMPORTERS),

  'evidence.addReason': branch(...WRITERS),
  'evidence.findLateness': branch(...READERS, 'auditAdmin'),
  'evidence.listMade': branch(...READERS, 'auditAdmin'),

  'home.findOverview': branch('member', ...READERS),
  'home.findBranch': branch('member', ...READERS),
  'home.findOpen': branch(...READERS),
  'home.search': branch(
    ...(['member', 'worker', 'groupLeader', ...READERS, 'securityAdmin', 'auditAdmin'] as const),
  ),
  'home.findHouse': mine('systemAdmin', 'securityAdmin', 'auditAdmin'),
  'home.findToday': self,
  'notices.listMine': self,
  'journal.findHistory': branch(...READERS, 'auditAdmin'),
  'journal.listEntries': branch(...READERS, 'auditAdmin'),
  'journal.findProof': branch(...READERS, 'auditAdmin'),
  'journal.findConsistency': self,
  'journal.holdCheckpoint': branch(...READERS, 'auditAdmin'),
  'journal.listWitnesses': mine('committeeStaff', 'inspector', 'systemAdmin', 'auditAdmin'),
  'journal.addWitness': mine('auditAdmin'),
  'journal.endWitness': mine('auditAdmin'),
  'journal.setQuorum': mine('auditAdmin'),
  'journal.findOpening': branch(...READERS),
  'journal.findWhen': branch(...READERS, 'auditAdmin'),
} satisfies Record<ActionName, Right>

const rights = new Map<string, Right>(Object.entries(RIGHTS))

/** A unit, by all that stand above it and itself; the mine as a whole; or wherever the actor may at all. */
export type Spot = { readonly ancestors: readonly Id<'org'>[] } | 'mine' | 'wherever-allowed'

type Holder = Pick<Actor, 'offices'>

/** Where an actor may do something; nobody signed in: nowhere. An action that is not in the table is nobody's. */
export function reachOf(actor: Holder, action: string): Reach {
  const right = rights.get(action)
  if (!right || right.reach === 'open') return []
  if (right.reach === 'self') return 'mine'
  const held = actor.offices.filter(({ role }) => right.roles.some((one) => one === role))
  const units = held.flatMap(({ orgId }) => (orgId === null ? [] : [orgId]))
  const isWhole = units.length < held.length || (right.reach === 'mine' && held.length > 0)
  if (isWhole) return 'mine'
  return right.reach === 'whole' ? [] : [...new Set(units)]
}

/** Whether an actor may do this here; `actor` undefined: nobody is signed in. */
export function may(actor: Holder | undefined, action: string, spot: Spot): boolean {
  if (isOpen(action)) return true
  if (!actor) return false
  const reach = reachOf(actor, action)
  if (reach === 'mine') return true
  if (spot === 'mine') return false
  if (spot === 'wherever-allowed') return reach.length > 0
  return spot.ancestors.some((unit) => reach.includes(unit))
}

/** The actions an actor may do somewhere, by name. */
export const listActions = (actor: Holder): string[] =>
  [...rights.keys()].filter((action) => may(actor, action, 'wherever-allowed'))

/** Which roles may do an action, wherever they hold their office; none where everybody may. */
export function rolesOf(action: ActionName): readonly Role[] {
  const right = rights.get(action)
  return right && 'roles' in right ? right.roles : []
}

/** Whether an action asks for no session. */
export const isOpen = (action: string): boolean => rights.get(action)?.reach === 'open'

const BEFORE_CHANGE: ReadonlySet<string> = new Set<keyof typeof RIGHTS>([
  'access.findMe',
  'access.changePassword',
  'access.signOut',
  'access.findPrivacyNotice',
])

/** Whether an action is allowed while the first password still stands (R10.2). */
export const isBeforeChange = (action: string): boolean => BEFORE_CHANGE.has(action)
