import { listCasesOf } from '../../joining/store/cases.ts'
import { listFullAmong, setNamed } from '../../joining/store/named.ts'
import { caseRecord } from '../../joining/store/write.ts'
import { append, type By } from '../../journal/store/append.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { addMaterial, materialRecord } from '../../library/store.ts'
import { addLeave, leaveRecord, setLeave } from '../../meetings/store/leave.ts'
import { listMeetings, meetingRecord } from '../../meetings/store/meetings.ts'
import { addPlan, planRecord } from '../../meetings/store/plans.ts'
import { addRoll, listPeopleOf } from '../../meetings/store/roll.ts'
import { listUnitsOf } from '../../meetings/store/units.ts'
import { isMember } from '../../people/rules.ts'
import { answerBy } from '../../voice/rules.ts'
import { addVoice, setAnswer, voiceRecord } from '../../voice/store.ts'
import { demoPlans, GROUNDS, MATERIALS, ROLLS, VOICES } from '../sheets/demo/life.ts'
import type { DemoRows } from '../sheets/demo/mine.ts'
import { type Desk, named } from '../sheets/hand.ts'

/** Somebody of the cast: the account, and who they are on the roster. */
export type Player = {
  readonly login: string
  readonly accountId: Id<'account'>
  readonly personId: Id<'person'> | null
}

type Stage = {
  readonly tx: Tx
  readonly desk: Desk & { readonly by: By }
  readonly rows: DemoRows
  readonly cast: readonly Player[]
}

const player = ({ cast }: Stage, login: string): Player => {
  const found = cast.find((one) => one.login === login)
  if (!found) throw new Error(`nobody in the cast is ${login}`)
  return found
}

/** Done by somebody of the cast, on a page. */
const by = (stage: Stage, login: string): By => ({
  ...stage.desk.by,
  src: 'web',
  actorId: player(stage, login).accountId,
})

async function bringMaterials(stage: Stage): Promise<Id<'material'>[]> {
  const { tx, desk } = stage
  const ids: Id<'material'>[] = []
  for (const { orgCode, ...given } of MATERIALS)
    ids.push(await addMaterial(tx, desk, { ...given, orgId: named(desk.names.org, orgCode), file: null }))
  await append(tx, by(stage, 'clerk'), 'library.addMaterial', materialRecord, ids)
  return ids
}

/** Meetings to come, and who asked leave from them; some of it answered. */
async function bringPlans(stage: Stage, materials: readonly Id<'material'>[]): Promise<void> {
  const { tx, desk, rows } = stage
  const { names, now } = desk
  const [plans, asked, answered]: [Id<'planned_meeting'>[], Id<'leave_request'>[], Id<'leave_request'>[]] = [
    [],
    [],
    [],
  ]
  for (const { orgCode, reads, leave, ...plan } of demoPlans(rows.roster, dayAt(now))) {
    const materialIds = reads.flatMap((at) => materials[at] ?? [])
    const plannedId = await addPlan(tx, desk, { ...plan, materialIds, orgId: named(names.org, orgCode) })
    plans.push(plannedId)
    for (const { personNo, answer, ...given } of leave) {
      const id = await addLeave(tx, desk, { ...given, plannedId, personId: named(names.roster, personNo) })
      asked.push(id)
      if (answer === '') continue
      const said = { state: 'granted', answer, by: player(stage, 'secretary1').accountId } as const
      await setLeave(tx, desk, id, said)
      answered.push(id)
    }
  }
  await append(tx, by(stage, 'clerk'), 'meetings.planMeeting', planRecord, plans)
  await append(
    tx,
    by(stage, 'member1'),
    'meetings.askLeave',
    leaveRecord,
    asked.filter((id) => !answered.includes(id)),
  )
  await append(tx, by(stage, 'secretary1'), 'meetings.answerLeave', leaveRecord, answered)
}

/** What people said, and the answers given by whoever may. */
async function bringVoices(stage: Stage): Promise<void> {
  const { tx, desk } = stage
  for (const { login, orgCode, answer, ...said } of VOICES) {
    const { accountId, personId } = player(stage, login)
    const orgId = named(desk.names.org, orgCode)
    const due = answerBy(dayAt(desk.now))
    const voice = { ...said, page: '', field: '', accountId, personId, orgId, answerBy: due }
    const id = await addVoice(tx, desk, voice)
    if (!answer) {
      await append(tx, by(stage, login), 'voice.send', voiceRecord, [id])
      continue
    }
    await setAnswer(tx, desk, id, { ...answer, by: player(stage, 'clerk').accountId })
    await append(tx, by(stage, 'clerk'), 'voice.answer', voiceRecord, [id])
  }
}

/** The rolls of the latest meetings of a few branches: as many present and absent as were counted. */
async function bringRolls({ tx, desk }: Stage): Promise<void> {
  const { mineId, names } = desk
  const called: Id<'meeting'>[] = []
  for (const code of ROLLS.orgCodes) {
    const branch = named(names.org, code)
    const orgIds = (await listUnitsOf(tx, { mineId, branches: [branch] })).map(({ id }) => id)
    const held = await listMeetings(tx, mineId, { orgIds: [branch] })
    for (const meeting of held.slice(1, 1 + ROLLS.latest)) {
      const people = await listPeopleOf(tx, mineId, orgIds, meeting.heldOn)
      const expected = people.filter(({ category }) => isMember(category)).slice(0, meeting.expected)
      if (expected.length < meeting.expected) continue
      const roll = expected.map(({ personId }, at) => {
        const missing = expected.length - meeting.present
        const isAbsent = (at + called.length * 3) % expected.length < missing
        const ground = GROUNDS[(at + called.length) % GROUNDS.length] ?? ''
        return { personId, state: isAbsent ? 'absent' : 'present', reason: isAbsent ? ground : '' } as const
      })
      await addRoll(tx, mineId, meeting.id, roll)
      called.push(meeting.id)
    }
  }
  await append(tx, desk.by, 'ledger.loadDemo', meetingRecord, called)
}

/** Mentors and sponsors by name, where the ledger has only how many they are. */
async function bringNamed({ tx, desk }: Stage, today: Day): Promise<void> {
  const { mineId, names } = desk
  const branches = ROLLS.orgCodes.map((code) => named(names.org, code))
  const cases = await listCasesOf(tx, { mineId, branches, on: today })
  for (const { id, branchId, numbers } of cases) {
    const orgIds = (await listUnitsOf(tx, { mineId, branches: [branchId] })).map((unit) => unit.id)
    const people = (await listPeopleOf(tx, mineId, orgIds, today)).map(({ personId }) => personId)
    const full = [...(await listFullAmong(tx, mineId, people, today))].sort()
    const { mentors = 0, sponsors = 0 } = numbers
    const caseId = id
    await setNamed(tx, { mineId, caseId, role: 'mentors', people: full.slice(0, Math.min(2, mentors)) })
    await setNamed(tx, { mineId, caseId, role: 'sponsors', people: full.slice(2, 2 + Math.min(2, sponsors)) })
  }
  await append(
    tx,
    desk.by,
    'ledger.loadDemo',
    caseRecord,
    cases.map(({ id }) => id),
  )
}

/** What goes on in the demo beside its ledgers: things to read, meetings to come, leave, voices, rolls, names. */
export async function bringLife(stage: Stage): Promise<void> {
  await bringPlans(stage, await bringMaterials(stage))
  await bringVoices(stage)
  await bringRolls(stage)
  await bringNamed(stage, dayAt(stage.desk.now))
}
