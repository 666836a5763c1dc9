import { expect, test } from 'vitest'
import type { ActionName, Office } from '../kit/contract.ts'
import type { Id } from '../kit/id.ts'
import { may, RIGHTS, type Spot } from './rules/may.ts'
import { ROLES, type Role } from './rules/roles.ts'

/*
 * A committee with a branch and its group, and another committee with another branch. Branch people hold their office over the branch,
 * the group's leader over the group; staff and inspectors once over the committee (@c) and once over the mine (@m).
 */
const unit = (name: string): Id<'org'> => name as Id<'org'>
const [committee, branch, group] = [unit('committee'), unit('branch'), unit('group')]

const SPOTS: Record<string, Spot> = {
  b: { ancestors: [branch, committee] },
  g: { ancestors: [group, branch, committee] },
  o: { ancestors: [unit('other branch'), unit('other committee')] },
  c: { ancestors: [committee] },
  m: 'mine',
}

const office = (role: Role, orgId: Id<'org'> | null): Office => ({ role, orgId })
const HOLDERS = [
  office('member', branch),
  office('worker', branch),
  office('groupLeader', group),
  office('commissioner', branch),
  office('secretary', branch),
  office('committeeStaff', committee),
  office('committeeStaff', null),
  office('inspector', committee),
  office('inspector', null),
  office('systemAdmin', null),
  office('securityAdmin', null),
  office('auditAdmin', null),
  undefined,
]

/** Where each holder may do each action: own Branch, its Group, Other branch, parent Committee, the Mine. Written by hand, not derived. */
// biome-ignore format: rows of the table stay together
const EXPECTED = {
  //                           member worker leader commis secret staff@c staff@m insp@c insp@m system securi audit nobody
  'access.findMine':         'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm',
  'access.findTicket':       'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm',
  'access.setUp':            'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm',
  'access.takeOffice':       'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm',
  'access.signIn':           'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm',
  'access.signOut':          'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.findMe':           'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.findPrivacyNotice':'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.acceptPrivacyNotice':'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.findFeed':         'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.makeFeed':         'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.endFeed':          'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.changePassword':   'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.startTotp':        'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.confirmTotp':      'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'access.listAccounts':     '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... bgocm bgocm ..... .....',
  'access.makeAccounts':     '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... bgocm ..... ..... .....',
  'access.makeStaffAccount': '..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm ..... ..... .....',
  'access.resetAccount':     '..... ..... ..... ..... bg... ..... ..... ..... ..... ..... bgocm ..... .....',
  'access.disableAccount':   '..... ..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm ..... .....',
  'access.enableAccount':    '..... ..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm ..... .....',
  'access.giveOffice':       '..... ..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm ..... .....',
  'access.endOffice':        '..... ..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm ..... .....',
  'org.listUnits':           'bg... bg... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm bgocm bgocm .....',
  'org.addUnit':             '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... bgocm ..... ..... .....',
  'org.findUnit':            '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... bgocm ..... ..... .....',
  'org.changeUnit':          '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... bgocm ..... ..... .....',
  'people.listPeople':       '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'people.findPerson':       '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'people.addPerson':        '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.changePerson':     '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.changeStanding':   '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.amendPerson':      '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.changeStandings':  '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.endStanding':      '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.erase':            '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.findErasable':     '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.listPosts':        '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'people.unmask':           '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.findMine':         'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'people.listShiftSystems': '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'people.setShiftSystem':   '..... ..... ..... ..... ..... bgocm bgocm ..... ..... bgocm ..... ..... .....',
  'people.listRota':         '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'people.setRota':          '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.assignShift':      '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.previewShiftRoster':'..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'people.importShiftRoster':'..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'library.listMaterials':   'bg... bg... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'library.findMaterial':    'bg... bg... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'library.findFile':        'bg... bg... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'library.addMaterial':     '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'library.withdrawMaterial':'..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.listMeetings':   'bg... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.listHeld':       'bg... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.listOfPerson':  '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.findMeeting':    'bg... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.enterMeeting':   '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.changeMeeting':  '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.findBlocks':     '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.changeBlock':    '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.listDuties':     'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.searchMeetings': '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.findCalendar':   'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.listPlanned':    'bg... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.findPlanned':    'bg... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.proposeSessions':'..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.planMeeting':    '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.changePlanned':  '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.cancelPlanned':  '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.listMine':       'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'meetings.findMine':       'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'meetings.askLeave':       'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'meetings.withdrawLeave':  'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'meetings.answerLeave':    '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.listLeave':      '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.openMeeting':   '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.listCalled':    '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.findRoom':      '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.takeRoll':      '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.addAgendaItem': '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.recordVote':    '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.saveMinute':    '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.closeMeeting':  '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.reopenMeeting': '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.discardMeeting':'..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.signMeeting':   '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.addAddendum':   '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.decideItem':    '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.finishDecision':'..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.dropDecision':  '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.addPhoto':     '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.removePhoto':  '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.listPhotos':   '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.findPhoto':    '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.listDecisions': 'bg... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.recordMakeUp':  '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.listMakeUps':   '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'meetings.excludeFromExpected': '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.endExclusion':  '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'meetings.listExclusions':'..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'study.listPlan':          'bg... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'study.addPlanRow':       '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'study.changePlanRow':    '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'study.cancelPlanRow':    '..... ..... .g... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'dues.listPayments':       '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'dues.listOfPerson':       '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'dues.findMine':          'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'dues.listMonths':        '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'dues.recordPayments':    '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'dues.correctPayment':    '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'dues.recordPayment':      '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'joining.listCases':       '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'joining.findCase':       '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'joining.openCase':       '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'joining.recordStep':     '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'joining.correctStep':    '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'joining.findMine':       'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'voice.send':              'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'voice.listMine':          'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'voice.list':              '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'voice.answer':            '..... ..... ..... ..... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'assessment.listPeriods':  'bgocm ..... bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm ..... ..... .....',
  'assessment.findScheme':   'bgocm ..... bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm ..... ..... .....',
  'assessment.listScores':   'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'assessment.findScore':    'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'assessment.listTargets':  'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'assessment.listEvidence': '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'assessment.addTarget':   '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'assessment.changeTarget': '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'assessment.openPeriod':   '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'assessment.closePeriod':  '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'assessment.enterManual':  '..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'ledger.preview':          '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.findPreview':      '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.listImports':      '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.findProgress':     '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.commit':           '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.cancel':           '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.findRows':         '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.findRefused':      '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.export':           '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.loadDemo':         '..... ..... ..... ..... ..... ..... bgocm ..... ..... bgocm ..... ..... .....',
  'ledger.exportUnmasked':   '..... ..... ..... ..... ..... ..... bgocm ..... ..... ..... ..... ..... .....',
  'evidence.listInspections': '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'evidence.findInspection': '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'evidence.listProof': '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'evidence.makeInspection': '..... ..... ..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... .....',
  'evidence.drawSample': '..... ..... ..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... .....',
  'evidence.markInOrder': '..... ..... ..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... .....',
  'evidence.addFinding': '..... ..... ..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... .....',
  'evidence.withdrawFinding': '..... ..... ..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... .....',
  'evidence.recheck': '..... ..... ..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... .....',
  'evidence.closeInspection': '..... ..... ..... ..... ..... ..... ..... bg.c. bgocm ..... ..... ..... .....',
  'evidence.contestFinding': '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'evidence.assignRectification': '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'evidence.rectify': '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'evidence.makeInspectionPack': '..... ..... ..... ..... ..... bg.c. bgocm bg.c. bgocm ..... ..... ..... .....',
  'evidence.makePeriodPack': '..... ..... ..... ..... ..... bg.c. bgocm bg.c. bgocm ..... ..... ..... .....',
  'documents.scoreLetter':  'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.roster':       '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.branchDuties': 'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.overview':     'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.meetingNotice': 'bg... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.signInSheet':   '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.meetingMinutes': '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.meetingResolution': '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.inspectionReport': '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'documents.meetingLedger': '..... ..... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'home.findOverview':       'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'home.findBranch':         'bg... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'home.findOpen':          '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'home.search':             'bg... bg... .g... bg... bg... bg.c. bgocm bg.c. bgocm bgocm bgocm bgocm .....',
  'home.findHouse':          '..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm bgocm bgocm .....',
  'home.findToday':          'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'notices.listMine':        'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'evidence.findLateness':   '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... bgocm .....',
  'evidence.listMade':       '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... bgocm .....',
  'evidence.addReason':      '..... ..... ..... bg... bg... bg.c. bgocm ..... ..... ..... ..... ..... .....',
  'journal.findHistory':     '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... bgocm .....',
  'journal.listEntries':     '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... bgocm .....',
  'journal.findProof':       '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... bgocm .....',
  'journal.findConsistency': 'bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm bgocm .....',
  'journal.holdCheckpoint':  '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... bgocm .....',
  'journal.listWitnesses':   '..... ..... ..... ..... ..... bgocm bgocm bgocm bgocm bgocm ..... bgocm .....',
  'journal.addWitness':      '..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm .....',
  'journal.endWitness':      '..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm .....',
  'journal.setQuorum':       '..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... bgocm .....',
  'journal.findOpening':     '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... ..... .....',
  'journal.findWhen':        '..... ..... ..... bg... bg... bg.c. bgocm bg.c. bgocm bgocm ..... bgocm .....',
} as const satisfies Record<ActionName, string>

const whereMay = (held: Office | undefined, action: string): string =>
  Object.entries(SPOTS)
    .map(([letter, spot]) => (may(held && { offices: [held] }, action, spot) ? letter : '.'))
    .join('')

test.each(Object.entries(EXPECTED))('%s', (action, expected) => {
  expect(HOLDERS.map((held) => whereMay(held, action)).join(' ')).toBe(expected)
})

test('no action is missing, none is left over', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(RIGHTS).sort())
})

test('every role is in the matrix', () => {
  expect(new Set(HOLDERS.map((held) => held?.role))).toEqual(new Set([...ROLES, undefined]))
})

test.each([
  [
    'somewhere at all is enough where the list keeps to it',
    [office('secretary', branch)],
    'people.listPeople',
    true,
  ],
  ['nowhere at all is not', [office('worker', branch)], 'people.listPeople', false],
  ['nobody signed in is nowhere', undefined, 'people.listPeople', false],
  [
    'an action that is not in the table is nobody’s',
    [office('committeeStaff', null)],
    'people.banish',
    false,
  ],
] as const)('wherever allowed: %s', (_, offices, action, allowed) => {
  expect(may(offices && { offices }, action, 'wherever-allowed')).toBe(allowed)
})

test('two offices reach as far as both', () => {
  const offices = [office('member', branch), office('groupLeader', group)]
  expect(may({ offices }, 'meetings.enterMeeting', { ancestors: [branch, committee] })).toBe(false)
  expect(may({ offices }, 'meetings.enterMeeting', { ancestors: [group, branch, committee] })).toBe(true)
  expect(may({ offices }, 'meetings.listDuties', { ancestors: [branch, committee] })).toBe(true)
})
