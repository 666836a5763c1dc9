import { afterAll, beforeAll, expect, test } from 'vitest'
import { convene, type Scene, setScene } from '../test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

test('a sealed record goes on naming people as they were called when it was signed', async () => {
  const { secretary, other, id, branch, people, call } = await convene(scene, { open: true })
  const [owner] = people
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(people) })
  await secretary.post('meetings.closeMeeting', { id, ends: '10:30', chair: '张三', recorder: '李四' })
  const read = async () => (await secretary.get('meetings.findRoom', { id })).body
  const begun = scene.world.now()
  const rename = async (name: string): Promise<void> => {
    scene.world.setNow(new Date(scene.world.now().getTime() + 60_000))
    const { no: _, standings: __, ...person } = (await secretary.get('people.findPerson', { id: owner })).body
    const written = { ...person, sex: '男', name } as const
    expect((await secretary.post('people.changePerson', written)).status).toBe(200)
  }
  const decision = { text: '检修照明', ownerId: owner, dueOn: '2026-10-20' }
  await secretary.post('meetings.decideItem', { id, itemId: null, ...decision })
  await rename('写错的名')
  await rename('签字时的名')
  const { digest } = await read()
  await scene.world.db
    .updateTable('account')
    .set({ person_id: owner })
    .where('id', '=', secretary.accountId)
    .execute()
  await secretary.post('meetings.signMeeting', { id, role: 'chair', digest })
  await other.post('meetings.signMeeting', { id, role: 'recorder', digest })
  await rename('后来的名')
  const room = await read()
  expect(room.people.find(({ personId }) => personId === owner)).toMatchObject({
    ...{ name: '签字时的名', nameNow: '后来的名' },
  })
  expect(room.decisions).toMatchObject([{ ownerName: '签字时的名' }])
  expect(room).toMatchObject({ digest, signatures: [{ by: '签字时的名', stands: true }, { stands: true }] })
  scene.world.setNow(begun)
  const { roll } = (await secretary.get('meetings.findMeeting', { id })).body
  expect(roll.map(({ name }) => name)).toContain('签字时的名')
  const { decisions } = (await secretary.get('meetings.listDecisions', { branchId: branch })).body
  expect(decisions).toMatchObject([{ ownerName: '后来的名' }])
})
