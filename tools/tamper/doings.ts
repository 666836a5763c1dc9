import { ed25519 } from '@noble/curves/ed25519.js'
import { parseNote, type Signer, showVkey } from '../../src/journal/rules/note.ts'
import { cosign, witnessSigner } from '../../src/journal/rules/witness.ts'
import { findLatestCheckpoint } from '../../src/journal/store/checkpoint.ts'
import { addCosignature } from '../../src/journal/store/witnesses.ts'
import type { InputOf, OutputOf } from '../../src/kit/contract.ts'
import type { Db } from '../../src/kit/db/db.ts'
import type { Id } from '../../src/kit/id.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import type { Caller } from '../caller.ts'
import type { Officers } from '../offices.ts'

const PERIOD = '2026Q3'

type Unit = OutputOf<'org.listUnits'>['units'][number]

export async function findBranch(staff: Caller): Promise<Unit> {
  const { units } = await staff.get('org.listUnits', {})
  const branch = units.find(({ kind }) => kind === 'branch')
  if (!branch) throw new Error('no branch was imported')
  return branch
}

/** A meeting entered with its roll, and changed twice. */
export async function meet(staff: Caller, orgId: Unit['id']): Promise<void> {
  const { people } = await staff.get('people.listPeople', { orgId, limit: 50 })
  const roll = people
    .filter(({ category }) => category === 'fullMember')
    .map(({ id }, at) => ({
      personId: id,
      state: at === 1 ? ('absent' as const) : ('present' as const),
      reason: '',
    }))
  const written: Omit<InputOf<'meetings.changeMeeting'>, 'id'> = {
    ...{ kind: 'generalMeeting', heldOn: '2026-09-15', starts: '09:00', ends: '10:30', hoursHundredths: 150 },
    ...{ place: '会议室', chair: '张三', recorder: '李四', lecturer: '', subject: '讨论半年总结' },
    ...{ resolution: '同意', absence: '一人值班' },
  }
  const { id } = await staff.post('meetings.enterMeeting', { orgId, ...written, roll })
  await staff.post('meetings.changeMeeting', { id, ...written, resolution: '一致同意' })
  await staff.post('meetings.changeMeeting', {
    id,
    ...written,
    resolution: '一致同意。',
    place: '二楼会议室',
  })
  await staff.post('evidence.addReason', { subject: id, text: '书记住院，出院后补录' })
  const [person] = people
  if (!person) throw new Error('nobody was imported')
  await staff.post('people.unmask', { personId: person.id, field: 'duesBase', reason: '核对党费基数' })
}

type Makers = { readonly system: Caller; readonly staff: Caller; readonly open: () => Caller }

/** What a member of the branch does: reads the notice on privacy, asks leave from a meeting, speaks up. */
export async function takePart({ system, staff, open }: Makers, orgId: Unit['id']): Promise<void> {
  const { id: materialId } = await staff.post('library.addMaterial', {
    ...{ orgId, title: '党章第一章', body: '第一章 党员', file: null },
  })
  const session = { day: '2026-10-20', starts: '15:30', ends: '17:00', place: '会议室', shift: '' } as const
  const { id: plannedId } = await staff.post('meetings.planMeeting', {
    ...{ orgId, kind: 'themeDay', subject: '主题党日', note: '带笔记本' },
    ...{ sessions: [session], materialIds: [materialId] },
  })
  const { codes } = await system.post('access.makeAccounts', { orgId })
  const [first] = codes
  if (!first) throw new Error('nobody of the branch got an account')
  const member = open()
  await member.post('access.signIn', { login: first.login, password: first.code })
  await member.post('access.changePassword', { old: first.code, password: 'copper lantern orchard three' })
  const { version } = await member.get('access.findPrivacyNotice', {})
  await member.post('access.acceptPrivacyNotice', { version })
  await member.post('access.makeFeed', {})
  await member.post('access.makeFeed', {})
  await member.post('meetings.askLeave', { plannedId, reason: 'onShift', note: '夜班' })
  await member.post('meetings.withdrawLeave', { plannedId })
  await staff.post('library.withdrawMaterial', { id: materialId, why: '有新版' })
  await member.post('voice.send', { kind: 'suggestion', text: '学习安排在早班后' })
}

/** The branch's shifts, its rota, and somebody on another shift for a day. */
export async function work(staff: Caller, branch: Unit): Promise<void> {
  const hours = { name: '早班', starts: '08:00', ends: '16:00' }
  const system = { name: '三八制', underground: true, beforeMinutes: 60, afterMinutes: 60, restDays: [7] }
  await staff.post('people.setShiftSystem', { ...system, shifts: [hours] })
  const { id: orgId, name, parentId, themeDay, note, foundedOn, termFrom, termTo } = branch
  const unit = { id: orgId, name, parentId, themeDay, note, foundedOn, termFrom, termTo }
  const { rev } = await staff.get('org.findUnit', { id: orgId })
  await staff.post('org.changeUnit', { ...unit, rev, shiftSystem: '三八制' })
  const crews = [{ name: '甲班', offset: 0 }]
  await staff.post('people.setRota', { orgId, from: '2026-10-01', cycle: ['早班', ''], crews })
  const { people } = await staff.get('people.listRota', { orgId, month: '2026-10' })
  const personId = people[0]?.personId
  if (!personId) throw new Error('nobody is on the rota')
  await staff.post('people.assignShift', { orgId, changes: [{ personId, day: '2026-10-09', shift: '早班' }] })
}

type Seated = { readonly login: string; readonly name: string; readonly role: 'committeeStaff' | 'inspector' }

/** Somebody else with an office over the mine. */
export async function seat(
  { system, security }: Officers,
  open: () => Caller,
  { login: as, name, role }: Seated,
): Promise<Caller> {
  const { login, code } = await system.post('access.makeStaffAccount', { login: as, name })
  const { accounts } = await security.get('access.listAccounts', {})
  const made = accounts.find((account) => account.login === login)
  if (!made) throw new Error(`the account ${login} is not listed`)
  await security.post('access.giveOffice', { accountId: made.id, role, orgId: null })
  const second = open()
  await second.post('access.signIn', { login, password: code })
  await second.post('access.changePassword', { old: code, password: 'copper lantern orchard four' })
  return second
}

/** One point. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A meeting run in its room: convened, called, voted, minuted, signed, followed up; and somebody who is not expected. */
export async function runRoom(staff: Caller, second: Caller, orgId: Unit['id']): Promise<void> {
  const { people } = await staff.get('people.listPeople', { orgId, limit: 50 })
  const members = people.filter(({ category }) => category === 'fullMember')
  const [owner, absent, ...others] = members
  if (!owner || !absent) throw new Error('too few members were imported')
  const { id: plannedId } = await staff.post('meetings.planMeeting', {
    ...{ orgId, kind: 'generalMeeting', subject: '讨论安全整改', note: '', materialIds: [] },
    sessions: [{ day: '2026-10-08', starts: '09:00', ends: '10:30', place: '会议室', shift: '' }],
    agenda: [{ kind: 'vote', title: '通过整改方案', vote: 'ordinary' }],
  })
  const { id } = await staff.post('meetings.openMeeting', { plannedId })
  const roll = [owner, ...others].map((one) => ({ personId: one.id, state: 'present' as const }))
  const guests = [{ name: '王处长', origin: '矿党委' }]
  await staff.post('meetings.takeRoll', { id, times: 0, roll, guests })
  const { agenda, numbers } = await staff.get('meetings.findRoom', { id })
  const itemId = agenda[0]?.id
  if (!itemId) throw new Error('no item on the agenda')
  const counted = { yes: numbers.present, no: 0, abstain: 0 }
  await staff.post('meetings.recordVote', { id, itemId, ...counted })
  const decision = { text: '整改三号巷道照明', ownerId: owner.id, dueOn: '2026-10-20' } as const
  await staff.post('meetings.decideItem', { id, itemId, ...decision })
  await staff.post('meetings.saveMinute', { id, itemId, rev: 0, text: '一致同意' })
  await staff.post('meetings.addPhoto', { meetingId: id, caption: '会场', base64: PICTURE })
  await staff.post('meetings.closeMeeting', { id, ends: '10:30', chair: '张三', recorder: '李四' })
  const { digest } = await staff.get('meetings.findRoom', { id })
  await staff.post('meetings.signMeeting', { id, role: 'chair', digest })
  await second.post('meetings.signMeeting', { id, role: 'recorder', digest })
  await staff.post('meetings.addAddendum', { id, text: '会后补充签字表' })
  const given = { on: '2026-10-08', shift: '夜班班前会', given: '会议要点' } as const
  await staff.post('meetings.recordMakeUp', { meetingId: id, personId: absent.id, ...given })
  await staff.post('meetings.excludeFromExpected', {
    ...{ orgId, personId: absent.id, ground: 'longIll', approvalNo: '党委〔2026〕12号' },
    ...{ consentMeetingId: id, from: '2026-10-09' },
  })
}

const NEW = {
  ...({ name: '周新', sex: '男', ethnicity: '汉族', bornOn: '1999-04-02', education: '大专' } as const),
  ...({ joinedOn: null, fullSince: null, crew: '', note: '' } as const),
}

/** Somebody of the masses who joins the roster. */
async function addPerson(staff: Caller, branchId: Unit['id'], no: string): Promise<Id<'person'>> {
  const { id } = await staff.post('people.addPerson', {
    ...{ ...NEW, no, idNumber: '', phone: '', duesBase: '' },
    ...{
      from: '2026-01-01',
      category: 'masses',
      orgId: branchId,
      duesClass: 'employed',
      posts: '',
      shift: '早班',
    },
  })
  return id
}

/** Somebody wrongly recorded, erased again under notice. */
export async function mistake(staff: Caller, branchId: Unit['id']): Promise<void> {
  const id = await addPerson(staff, branchId, 'X2')
  await staff.post('people.erase', { id, reason: '误录' })
}

/** What a branch keeps up: a payment put right, a name put right, an admission moved on. */
export async function keepUp(staff: Caller, branchId: Unit['id']): Promise<void> {
  const { payments } = await staff.get('dues.listPayments', { branchId, year: 2026 })
  const [payment] = payments
  if (!payment) throw new Error('no payment was imported')
  const { id, paidFen } = payment
  await staff.post('dues.correctPayment', { id, paidFen: paidFen + 100, reason: '少记一元' })

  const personId = await addPerson(staff, branchId, 'X1')
  await staff.post('people.changePerson', { ...NEW, id: personId, rev: 1, name: '周欣' })
  const { id: caseId } = await staff.post('joining.openCase', { personId, on: '2026-09-20' })
  await staff.post('joining.recordStep', { id: caseId, step: 'intakeTalk', on: '2026-09-28' })
}

const SEED = new Uint8Array(32).fill(1)
const signerOf = (name: string): Signer => witnessSigner(name, ed25519.getPublicKey(SEED))

/** The latest checkpoint signed by the office that witnesses. */
export async function signBeside({ db, mineId }: { db: Db; mineId: string }, now: Date): Promise<void> {
  const last = await findLatestCheckpoint(db, mineId)
  const parsed = parseNote(last?.note ?? '')
  if (!last || isRefused(parsed)) throw new Error('nothing was signed')
  const signer = signerOf('office.example/w1')
  const of = { text: parsed.text, timeS: Math.floor(now.getTime() / 1000) }
  const line = cosign(signer, (message) => ed25519.sign(message, SEED), of)
  const cosigned = { witness: signer.name, line, timeS: of.timeS }
  await addCosignature(db, { mineId, size: last.size, now }, cosigned)
}

/** An office that witnesses the log, another that did, and how many are needed. */
export async function beWitnessed(audit: Caller): Promise<void> {
  const url = 'http://127.0.0.1:9'
  await audit.post('journal.addWitness', { vkey: showVkey(signerOf('office.example/w1')), url })
  const { id } = await audit.post('journal.addWitness', {
    vkey: showVkey(signerOf('office.example/w0')),
    url,
  })
  await audit.post('journal.endWitness', { id, reason: '换到另一台机器' })
  await audit.post('journal.setQuorum', { committees: 1, phones: 0 })
  await audit.post('journal.setQuorum', { committees: 0, phones: 0 })
}

/** A period opened, a number entered by hand, the period closed. */
export async function assess(staff: Caller, branchId: Unit['id']): Promise<void> {
  await staff.post('assessment.openPeriod', { period: PERIOD })
  const number = {
    branchId,
    period: PERIOD,
    factId: 'safety',
    value: '1.5',
    reason: '安全检查评分',
    evidence: '第9号通报',
  }
  await staff.post('assessment.enterManual', number)
  await staff.post('assessment.closePeriod', { period: PERIOD })
}
