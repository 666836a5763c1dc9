import type { InputOf, WriteName } from '../../src/kit/contract.ts'
import type { Id } from '../../src/kit/id.ts'
import type { Caller } from '../caller.ts'
import type { Random } from '../seeded.ts'

/** A write as it is asked, again and again under the same key until it is answered. `tag` tells its record from all others. */
export type Write = {
  readonly name: WriteName
  readonly key: string
  readonly tag: string
  readonly body: string
  /** What the database must hold of it, by `LOOKS`. */
  readonly expected: unknown
}

/** Where the writers write: a committee, a branch that only meets, and one that grows. */
export type Scene = {
  readonly committee: Id<'org'>
  readonly meets: Id<'org'>
  readonly grows: Id<'org'>
  readonly members: readonly Id<'person'>[]
}

const WHO = {
  sex: '男',
  ethnicity: '汉族',
  bornOn: '1988-03-04',
  education: '大学',
  joinedOn: '2012-07-01',
  fullSince: '2013-07-01',
  crew: '综采一队',
  idNumber: '',
  phone: '13800001234',
  duesBase: '5200.50',
  from: '2020-01-01',
  category: 'fullMember',
  duesClass: 'employed',
  posts: '',
  shift: '',
} as const

const UNIT = {
  foundedOn: '2010-05-01',
  termFrom: null,
  termTo: null,
  shiftSystem: '',
  themeDay: '',
} as const

type Drawn<N extends WriteName> = {
  readonly input: InputOf<N>
  readonly tag: string
  readonly expected: unknown
}
type Draw = { readonly scene: Scene; readonly key: string; readonly at: number; readonly random: Random }

function drawUnit({ scene, key }: Draw): Drawn<'org.addUnit'> {
  const named = { code: key, name: `支部${key}`, kind: 'branch', parentId: scene.committee } as const
  return { input: { ...named, ...UNIT, note: key }, tag: key, expected: { ...named, above: 2 } }
}

function drawPerson({ scene, key, random }: Draw): Drawn<'people.addPerson'> {
  const name = `王${random.below(1000)}`
  const person = { ...WHO, no: key, name, note: key, orgId: scene.grows }
  const standings = [{ orgId: scene.grows, category: WHO.category, from: WHO.from, hasBase: true }]
  return { input: person, tag: key, expected: { no: key, name, standings } }
}

function drawMeeting({ scene, key, random }: Draw): Drawn<'meetings.enterMeeting'> {
  const heldOn = `2025-0${1 + random.below(9)}-1${random.below(10)}`
  const roll = scene.members.map((personId, at) => {
    const state = at === 0 || random.below(4) > 0 ? ('present' as const) : ('absent' as const)
    return { personId, state, reason: state === 'absent' ? '值班' : '' }
  })
  const times = { starts: '09:00', ends: '10:30', hoursHundredths: 150 }
  const people = { chair: '张三', recorder: '李四', lecturer: '' }
  const texts = { place: '会议室', subject: key, resolution: `决议${random.below(1000)}`, absence: '' }
  const named = { orgId: scene.meets, kind: 'generalMeeting', heldOn } as const
  const present = roll.filter(({ state }) => state === 'present').length
  const called = roll.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
  const expected = { ...named, resolution: texts.resolution, expected: roll.length, present, roll: called }
  return { input: { ...named, ...times, ...people, ...texts, roll }, tag: key, expected }
}

const DAY_MS = 86_400_000
const FIRST_PAID = Date.parse('2005-01-01')

/** Nobody pays twice for a month on a day: each payment has a person and a day of its own. */
function drawPayment({ scene, at, random }: Draw): Drawn<'dues.recordPayment'> {
  const personId = scene.members[at % scene.members.length]
  if (!personId) throw new Error('nobody to pay')
  const days = Math.floor(at / scene.members.length)
  const paidOn = new Date(FIRST_PAID + days * DAY_MS).toISOString().slice(0, 10)
  const payment = { personId, month: '2025-01', paidFen: 1 + random.below(100_000), paidOn }
  return { input: payment, tag: `${personId} ${paidOn}`, expected: payment }
}

const DRAWS = {
  'org.addUnit': drawUnit,
  'people.addPerson': drawPerson,
  'meetings.enterMeeting': drawMeeting,
  'dues.recordPayment': drawPayment,
} as const

/** The writes that are drawn, by name. */
export type Drawable = keyof typeof DRAWS

const OFTEN: readonly Drawable[] = [
  'meetings.enterMeeting',
  'meetings.enterMeeting',
  'dues.recordPayment',
  'dues.recordPayment',
  'people.addPerson',
  'people.addPerson',
  'org.addUnit',
]

/** Draws the next write; `at` is its number among all writes. */
export function drawWrite(scene: Scene, at: number, random: Random): Write {
  const name = random.one(OFTEN)
  const key = `write-${String(at).padStart(6, '0')}`
  const { input, tag, expected } = DRAWS[name]({ scene, key, at, random })
  return { name, key, tag, body: JSON.stringify(input), expected }
}

const MEMBERS = 5

/** Makes the units and people that the writes need. */
export async function makeScene(staff: Caller): Promise<Scene> {
  const addUnit = async (code: string, kind: 'committee' | 'branch', parentId: Id<'org'> | null) => {
    const unit = { code, kind, parentId, name: `${code}单位`, ...UNIT, note: '' }
    return (await staff.post('org.addUnit', unit)).id
  }
  const committee = await addUnit('KW', 'committee', null)
  const [meets, grows] = [
    await addUnit('ZB1', 'branch', committee),
    await addUnit('ZB2', 'branch', committee),
  ]
  const members: Id<'person'>[] = []
  for (let at = 0; at < MEMBERS; at += 1) {
    const person = { ...WHO, no: `M${at}`, name: `赵${at}`, note: '', orgId: meets }
    members.push((await staff.post('people.addPerson', person)).id)
  }
  return { committee, meets, grows, members }
}
