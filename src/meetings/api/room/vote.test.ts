import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../../kit/contract.ts'
import { type Id, newId } from '../../../kit/id.ts'
import { convene, type Scene, setScene } from '../test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

type Agenda = NonNullable<InputOf<'meetings.planMeeting'>['agenda']>
type Vote = InputOf<'meetings.recordVote'>
const item = (vote: Agenda[number]['vote'] = null): Agenda[number] => ({
  ...{ kind: vote ? 'vote' : 'discussion', title: vote ?? '讨论', vote },
})

/** A general meeting of four with so many called present, about one decision. */
async function voting(decision: Agenda[number]['vote'], present: number) {
  const convened = await convene(scene, { open: true, agenda: [item(decision)] })
  const { secretary, id, people, call } = convened
  const roll = [...call(people.slice(0, present)), ...call(people.slice(present)).map(absent)]
  await secretary.post('meetings.takeRoll', { id, times: 0, roll })
  const { body: room } = await secretary.get('meetings.findRoom', { id })
  const itemId = room.agenda[0]?.id
  if (!itemId) throw new Error('no item')
  const vote = (more: Partial<Vote>) =>
    secretary.post('meetings.recordVote', { id, itemId, yes: 0, no: 0, abstain: 0, ...more })
  return { ...convened, room, itemId, vote }
}
const absent = <L extends { state: string }>(line: L): L & { state: 'absent' } => ({
  ...line,
  state: 'absent',
})
const written = (...people: Id<'person'>[]) =>
  people.map((personId) => ({ personId, opinion: 'yes' as const }))

test.each<[string, Agenda[number]['vote'], number, Partial<Vote>, boolean]>([
  ['half is enough for an ordinary matter, and all of it must agree', 'ordinary', 2, { yes: 2 }, false],
  ['three of four carry', 'ordinary', 3, { yes: 3 }, true],
  ['two of four do not, whatever the others do', 'ordinary', 4, { yes: 2, abstain: 2 }, false],
  ['an election wants four fifths, and there they are', 'election', 4, { yes: 3, no: 1 }, true],
])('%s', async (_, decision, present, counted, carried) => {
  const { vote } = await voting(decision, present)
  expect(await vote(counted)).toMatchObject({ status: 200, body: { carried, of: 4 } })
})

test.each<[string, Agenda[number]['vote'], number, Partial<Vote>, string, object]>([
  ['one of four is no quorum', 'ordinary', 1, { yes: 1 }, 'no-quorum', { present: 1, expected: 4, least: 2 }],
  ['exactly half admits nobody', 'admission', 2, { yes: 2 }, 'no-quorum', { least: 3 }],
  ['three of four elect nobody', 'election', 3, { yes: 3 }, 'no-quorum', { least: 4 }],
  ['more yes than present', 'ordinary', 3, { yes: 4 }, 'more-votes-than-present', { votes: 4, present: 3 }],
  ['votes of people who left', 'ordinary', 3, { present: 2, yes: 3 }, 'more-votes-than-present', {}],
  [
    'more present than the roll has',
    'ordinary',
    3,
    { present: 4, yes: 3 },
    'more-present-than-called',
    { called: 3 },
  ],
])('%s is refused', async (_, decision, present, counted, code, facts) => {
  const { vote, secretary, id } = await voting(decision, present)
  const refused = await vote(counted)
  expect(refused.problem).toMatchObject({ code, clause: expect.stringMatching(/^R/), facts })
  const { body } = await secretary.get('meetings.findRoom', { id })
  expect(body.agenda[0]?.votes).toEqual([])
})

test('an opinion in writing counts to admit, and nowhere else', async () => {
  const admit = await voting('admission', 3)
  const [, , , away] = admit.people
  expect((await admit.vote({ yes: 2, no: 1, written: written(away) })).body).toEqual({
    ...{ id: expect.any(String), carried: true, yes: 3, of: 4, clause: 'R2' },
  })
  const { body } = await admit.secretary.get('meetings.findRoom', { id: admit.id })
  expect(body.agenda[0]).toMatchObject({
    rule: { num: 1, den: 2, strict: true, least: 3, quorate: true, yesNeeded: 3, isSecret: true },
    votes: [{ yes: 2, no: 1, written: 1, writtenYes: 1, carried: true, by: '测试' }],
  })
  const plain = await voting('ordinary', 3)
  const refused = await plain.vote({ yes: 2, written: written(plain.people[3]) })
  expect(refused.problem.code).toBe('written-not-counted')
})

test('nobody votes in writing who is here, did so before, or has no right', async () => {
  const { vote, people, branch } = await voting('admission', 3)
  const probationary = await scene.records.person(branch, {}, { category: 'probationaryMember' })
  const codeOf = async (...who: Id<'person'>[]) =>
    (await vote({ yes: 2, written: written(...who) })).problem.code
  expect(await codeOf(people[0])).toBe('voted-twice')
  expect(await codeOf(people[3], people[3])).toBe('voted-twice')
  expect(await codeOf(probationary)).toBe('no-right-to-vote')
})

test('a second vote wants a reason, and both stay', async () => {
  const { vote, secretary, id } = await voting('ordinary', 4)
  await vote({ yes: 2, no: 2 })
  expect((await vote({ yes: 3, no: 1 })).problem.code).toBe('voted-already')
  expect((await vote({ yes: 3, no: 1, repeatWhy: '补充说明后重新表决' })).body.carried).toBe(true)
  const { body } = await secretary.get('meetings.findRoom', { id })
  expect(body.agenda[0]?.votes.map(({ carried, repeatWhy }) => [carried, repeatWhy])).toEqual([
    ...[
      [false, ''],
      [true, '补充说明后重新表决'],
    ],
  ])
})

test('of two first votes at once one is written down', async () => {
  const { vote } = await voting('ordinary', 4)
  const both = await Promise.all([vote({ yes: 3 }), vote({ yes: 3 })])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a vote waits for the roll, and an item that is not voted on for nothing', async () => {
  const { secretary, id } = await convene(scene, { open: true, agenda: [item('ordinary'), item()] })
  const { body: room } = await secretary.get('meetings.findRoom', { id })
  const on = (itemId: Id<'agenda_item'> | undefined) =>
    secretary.post('meetings.recordVote', { id, itemId: itemId ?? newId(), yes: 1, no: 0, abstain: 0 })
  expect((await on(room.agenda[0]?.id)).problem.code).toBe('roll-first')
  expect((await on(room.agenda[1]?.id)).problem.code).toBe('nothing-to-vote')
})

test('what was not carried is no decision; a promise has an owner and a day', async () => {
  const { vote, secretary, id, itemId, people } = await voting('ordinary', 4)
  const decide = (more: Partial<InputOf<'meetings.decideItem'>>) =>
    secretary.post('meetings.decideItem', {
      id,
      itemId,
      text: '整改党员活动室',
      ownerId: null,
      dueOn: null,
      ...more,
    })
  expect((await decide({})).problem.code).toBe('not-carried')
  await vote({ yes: 4 })
  expect((await decide({ ownerId: people[1] })).problem.code).toBe('owner-and-day')
  expect((await decide({ ownerId: people[1], dueOn: '2026-10-07' })).problem.code).toBe('due-before-meeting')
  const stranger = await scene.records.person(await scene.records.branch())
  expect((await decide({ ownerId: stranger, dueOn: '2026-10-20' })).problem.code).toBe('no-such-person')
  expect((await decide({ ownerId: people[1], dueOn: '2026-10-20' })).status).toBe(200)
  const { body } = await secretary.get('meetings.findRoom', { id })
  expect(body.agenda[0]?.decisions).toMatchObject([
    { text: '整改党员活动室', state: 'open', dueOn: '2026-10-20' },
  ])
})

test.each<[string, Agenda, string]>([
  ['a committee does not admit', [item('admission')], 'vote-not-here'],
  ['a vote says what is decided', [{ kind: 'vote', title: '表决' }], 'vote-unnamed'],
  [
    'nothing is decided in a discussion',
    [{ kind: 'discussion', title: '讨论', vote: 'ordinary' }],
    'vote-unnamed',
  ],
])('in the room too %s', async (_, agenda, code) => {
  const { secretary, id } = await convene(scene, { open: true, kind: 'committeeMeeting' })
  const [first] = agenda
  if (!first) throw new Error('no item')
  const added = await secretary.post('meetings.addAgendaItem', { ...first, id })
  expect(added).toMatchObject({ status: 422, problem: { code } })
})

test('an item is added in the room at the end, and sealed with the plan', async () => {
  const { secretary, id, plannedId } = await convene(scene, { open: true, agenda: [item()] })
  expect(
    (await secretary.post('meetings.addAgendaItem', { id, kind: 'vote', title: '通过', vote: 'ordinary' }))
      .status,
  ).toBe(200)
  const { body } = await secretary.get('meetings.findRoom', { id })
  expect(body.agenda.map(({ no, title }) => [no, title])).toEqual([
    [1, '讨论'],
    [2, '通过'],
  ])
  expect((await scene.kindsOf(plannedId)).at(-1)).toBe('meetings.addAgendaItem')
})
