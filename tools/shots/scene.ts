import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { sequence } from '../../src/journal/jobs/sequence.ts'
import { sign } from '../../src/journal/jobs/sign.ts'
import { openDb } from '../../src/kit/db/db.ts'
import { migrate } from '../../src/kit/db/migrate.ts'
import { openKeys } from '../../src/kit/keys/keys.ts'
import { startThrowawayPostgres } from '../../src/kit/postgres/throwaway.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import { runSql, withDatabase } from '../../src/kit/test/clone.ts'
import { catchUpWords } from '../../src/meetings/jobs.ts'
import { catchUp } from '../../src/notices/jobs.ts'
import { makeApp } from '../../src/server/app.ts'
import { type Caller, partsOf } from '../caller.ts'
import { comeIn, fillDemo, signIn } from '../demo.ts'
import { inspect } from './inspect.ts'
import { beWitnessed } from './witness.ts'

/** The moment the pictures show: a Wednesday morning, nine months into the demo's year. */
export const NOW = new Date('2026-09-23T01:30:00Z')

/** When the demo was loaded and its people did what they do besides: their notices have come by now, whatever their shift. */
const YESTERDAY = new Date('2026-09-22T01:30:00Z')

export type Role = 'clerk' | 'secretary1' | 'member1' | 'applicant1' | 'inspector' | 'admin' | 'audit'

/** A mine that can be looked at: with the demo's records, or with its units and nobody's work yet. */
export type Stage = {
  readonly address: string
  /** The session of one of the demo's people: a cookie's name and value. */
  readonly sessionOf: (role: Role) => { readonly name: string; readonly value: string }
  /** What stands behind `:branch`, `:person`, `:meeting` … in an address. */
  readonly ids: Readonly<Record<string, string>>
}

export type Scene = { readonly full: Stage; readonly empty: Stage; readonly close: () => Promise<void> }

const ACCOUNTS: readonly Role[] = [
  'clerk',
  'secretary1',
  'member1',
  'applicant1',
  'inspector',
  'admin',
  'audit',
]

/** The work of branches, gone from the empty mine; units, people and accounts stay, so that somebody can look. */
const WORK = [
  ...[
    'leave_request',
    'meeting_session',
    'planned_material',
    'planned_meeting',
    'material',
    'voice',
    'notice',
  ],
  ...['meeting_text', 'attendance', 'study_plan_row', 'meeting', 'dues_payment', 'admission_case', 'target'],
]

const IDS: Readonly<Record<string, string>> = {
  branch: `select id from org_unit where code = 'ZB01'`,
  person: `select person_id as id from account where login = 'member1'`,
  meeting: `select id from meeting where room_state is null order by held_on desc, no limit 1`,
  case: `select id from admission_case order by submit_application, id limit 1`,
  planned: `select id from planned_meeting where state = 'planned' and org_id = (select id from org_unit where code = 'ZB01')
    and id in (select planned_id from planned_material) order by id desc limit 1`,
  material: `select id from material where org_id = (select id from org_unit where code = 'ZB01') order by id desc limit 1`,
  inspection: `select id from inspection order by id limit 1`,
  room: `select id from meeting where room_state = 'open' order by id limit 1`,
}

type People = ReadonlyMap<string, Caller>

function callerIn(people: People, login: string): Caller {
  const found = people.get(login)
  if (!found) throw new Error(`nobody signed in as ${login}`)
  return found
}

const inspectBy = (
  people: People,
  of: { readonly orgId: string; readonly seal: () => Promise<void> },
): Promise<void> =>
  inspect({ inspector: callerIn(people, 'inspector'), secretary: callerIn(people, 'secretary1'), ...of })

/** What the people of the demo do besides: a meeting planned with something to read, leave asked, a voice raised and answered. */
async function liveOn(people: People, orgId: string): Promise<void> {
  const [secretary, member] = [callerIn(people, 'secretary1'), callerIn(people, 'member1')]
  const { id: materialId } = await secretary.post('library.addMaterial', {
    orgId: orgId as never,
    title: '《中国共产党章程》第一章 党员',
    body: '第一条　年满十八岁的中国工人、农民、军人、知识分子和其他社会阶层的先进分子，承认党的纲领和章程，愿意参加党的一个组织并在其中积极工作、执行党的决议和按期交纳党费的，可以申请加入中国共产党。',
    file: null,
  })
  const place = '区队会议室'
  await secretary.post('meetings.planMeeting', {
    orgId: orgId as never,
    kind: 'themeDay',
    subject: '身边的隐患我来查',
    note: '请带上本班组的隐患排查本。',
    sessions: [
      { day: '2026-09-25' as never, starts: '16:30', ends: '17:30', place, shift: '早班' },
      { day: '2026-09-26' as never, starts: '08:30', ends: '09:30', place, shift: '夜班' },
      { day: '2026-09-25' as never, starts: '22:30', ends: '23:20', place, shift: '中班' },
    ],
    materialIds: [materialId],
  })
  await member.post('voice.send', {
    kind: 'suggestion',
    text: '主题党日能不能安排在早班交接以后？夜班的同志来得了。',
  })
  await member.post('voice.send', { kind: 'complaint', text: '更衣室的学习材料还是去年的。' })
  const { voices } = await secretary.get('voice.list', { state: 'waiting' })
  const [first] = voices
  if (first)
    await secretary.post('voice.answer', {
      id: first.id,
      outcome: 'done',
      text: '已改为早班后 16:30，另设夜班后一场。',
    })
  await openRoom(secretary, orgId)
}

const SITTING = { starts: '08:00', ends: '', place: '三楼会议室', shift: '' }
const PLAIN = { note: '', vote: null, personId: null } as const

/** A general meeting under way: called but for a few, one item voted on, one decided, minutes begun. */
async function openRoom(secretary: Caller, orgId: string): Promise<void> {
  const { id: plannedId } = await secretary.post('meetings.planMeeting', {
    orgId: orgId as never,
    ...{ kind: 'generalMeeting', subject: '第三季度支部党员大会', note: '', materialIds: [] },
    sessions: [{ day: '2026-09-22' as never, ...SITTING }],
    agenda: [
      { ...PLAIN, kind: 'report', title: '支委会第三季度工作报告' },
      { ...PLAIN, kind: 'vote', title: '第四季度党员安全包保分工', vote: 'ordinary' },
      { ...PLAIN, kind: 'discussion', title: '夜班同志的学习怎么补' },
    ],
  })
  const { id } = await secretary.post('meetings.openMeeting', { plannedId })
  const { people } = await secretary.get('meetings.findRoom', { id })
  const expected = people.filter(({ isExpected }) => isExpected)
  const roll = expected.slice(0, -6).map(({ personId }, at) => ({
    personId,
    ...(at % 11 === 10 ? ({ state: 'absent', reason: '当班' } as const) : ({ state: 'present' } as const)),
  }))
  await secretary.post('meetings.takeRoll', {
    id,
    times: 0,
    roll,
    guests: [{ name: '高建国', origin: '党群工作部' }],
  })
  const { agenda } = await secretary.get('meetings.findRoom', { id })
  const [report, vote] = agenda
  if (!report || !vote) throw new Error('the agenda is not there')
  const present = roll.filter(({ state }) => state === 'present').length
  await secretary.post('meetings.recordVote', { id, itemId: vote.id, yes: present - 1, no: 0, abstain: 1 })
  await secretary.post('meetings.decideItem', {
    ...{ id, itemId: vote.id, text: '10月底前把包保分工贴到各班组派班室' },
    ...{ ownerId: expected[1]?.personId ?? null, dueOn: '2026-10-31' as never },
  })
  const text = '书记报告第三季度工作：主题党日三次，党课一次；夜班同志到会偏少，第四季度分班次组织。'
  await secretary.post('meetings.saveMinute', { id, itemId: report.id, rev: 0, text })
}

async function makeStage(
  url: string,
  home: string,
  kind: 'full' | 'empty',
): Promise<Stage & { close: () => Promise<void> }> {
  const migrated = await migrate(url)
  if (isRefused(migrated)) throw new Error(migrated.refused)
  const { db, pool, close } = openDb(url, 6)
  const keys = openKeys(join(home, `keys-${kind}`))
  const { mineId, signIns } = await fillDemo(db, keys, YESTERDAY)
  const shown = signIns.filter(({ login }) => ACCOUNTS.some((known) => known === login))
  const fail = ({ action, error }: { action: string; error: unknown }): void => console.error(action, error)
  const time = { now: YESTERDAY }
  const app = makeApp({ db, keys, dataDir: home, clock: () => time.now, log: fail })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sessions = new Map<string, { name: string; value: string }>()
  const people = new Map<string, Caller>()
  for (const one of shown) people.set(one.login, await comeIn(address, one))
  const { rows: branches } = await pool.query<{ id: string }>(IDS['branch'] ?? '')
  const orgId = branches[0]?.id ?? ''
  if (kind === 'full') await liveOn(people, orgId)
  const dataDir = join(home, `data-${kind}`)
  mkdirSync(dataDir)
  const seal = async (): Promise<void> => {
    while ((await sequence(db, mineId, () => YESTERDAY)) > 0) {}
    const signed = await sign({ db, keys, dataDir }, mineId)
    if (isRefused(signed)) throw new Error(`not signed: ${signed.refused}`)
  }
  await seal()
  if (kind === 'full') await inspectBy(people, { orgId, seal })
  if (kind === 'full') await beWitnessed({ db, mineId }, { audit: callerIn(people, 'audit'), now: YESTERDAY })
  await catchUp(db, YESTERDAY)
  await catchUpWords(db)
  time.now = NOW
  for (const one of shown) sessions.set(one.login, partsOf((await signIn(address, one)).cookie()))
  const ids: Record<string, string> = {}
  for (const [name, sql] of Object.entries(IDS)) {
    const { rows } = await pool.query<{ id: string }>(sql)
    ids[name] = rows[0]?.id ?? ''
  }
  if (kind === 'empty')
    for (const table of WORK) {
      const clear = `begin; set local pitlamp.unguarded = on; delete from ${table}; commit`
      await pool.query(clear)
    }
  const sessionOf: Stage['sessionOf'] = (role) => {
    const session = sessions.get(role)
    if (!session) throw new Error(`nobody signed in as ${role}`)
    return session
  }
  const end = async (): Promise<void> => {
    server.close()
    await close()
    keys.close()
  }
  return { address, sessionOf, ids, close: end }
}

/** Sets the stage on a database server: two mines at one moment that never passes. */
export async function setSceneOn(serverUrl: string): Promise<Scene> {
  const home = mkdtempSync(join(tmpdir(), 'pitlamp-shots-'))
  const stages = await Promise.all(
    (['full', 'empty'] as const).map(async (kind) => {
      const name = `pitlamp_shots_${kind}_${process.pid}`
      await runSql(serverUrl, `create database ${name}`)
      return makeStage(withDatabase(serverUrl, name), home, kind)
    }),
  )
  const [full, empty] = stages
  if (!full || !empty) throw new Error('no stage')
  const close = async (): Promise<void> => {
    await Promise.all(stages.map((stage) => stage.close()))
    rmSync(home, { recursive: true, force: true })
  }
  return { full, empty, close }
}

/** Sets the stage on a database server of its own, thrown away at the end. */
export async function setScene(): Promise<Scene> {
  const postgres = await startThrowawayPostgres({ durability: 'thrown-away' })
  if (isRefused(postgres)) throw new Error(`no database: ${postgres.refused}`)
  const scene = await setSceneOn(postgres.url)
  const close = async (): Promise<void> => {
    await scene.close()
    await postgres.stop()
  }
  return { ...scene, close }
}
