import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../kit/id.ts'
import type { Caller } from '../../server/world.ts'
import { ID_NUMBER, makeScene, type Scene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(async () => {
  expect(scene.world.faults).toEqual([])
  await scene.world.close()
})

describe('unmasking', () => {
  const unmask = (who: Caller, personId: Id<'person'>, field: 'idNumber' | 'phone' | 'duesBase') =>
    who.post('people.unmask', { personId, field, reason: '核对入党志愿书' })

  test('is off until there is a security and an audit administrator', async () => {
    const branch = await scene.addBranch()
    const { id: personId } = await scene.addPerson(branch)
    const secretary = await scene.world.as('secretary', branch)
    expect((await unmask(secretary, personId, 'idNumber')).problem.code).toBe('unmasking-off')
    await scene.world.as('auditAdmin')
    expect((await unmask(secretary, personId, 'idNumber')).body.value).toBe(ID_NUMBER)
  })

  test('shows each value to the secretary, and leaves a sealed note of who, what and why', async () => {
    const branch = await scene.addBranch()
    const { id: personId } = await scene.addPerson(branch)
    await scene.world.as('auditAdmin')
    const secretary = await scene.world.as('secretary', branch)
    expect((await unmask(secretary, personId, 'phone')).body.value).toBe('13800001234')
    expect((await unmask(secretary, personId, 'duesBase')).body.value).toBe('5200.5')
    const notes = await scene.world.db
      .selectFrom('unmasking')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute()
    expect(notes.map(({ account_id, field, reason }) => [account_id, field, reason])).toEqual([
      [secretary.accountId, 'phone', '核对入党志愿书'],
      [secretary.accountId, 'duesBase', '核对入党志愿书'],
    ])
    const sealed = await scene.world.db
      .selectFrom('journal_entry')
      .select('subject')
      .where('kind', '=', 'people.unmask')
      .where('key_owner', '=', personId)
      .execute()
    expect(sealed.map(({ subject }) => subject).sort()).toEqual(notes.map(({ id }) => String(id)).sort())
  })

  test('is for the secretary of the branch, not for the next one, nor for those who only read', async () => {
    const branch = await scene.addBranch()
    const { id: personId } = await scene.addPerson(branch)
    await scene.world.as('auditAdmin')
    const elsewhere = await scene.addBranch()
    for (const who of [
      await scene.world.as('secretary', elsewhere),
      await scene.world.as('inspector'),
      await scene.world.as('systemAdmin'),
    ])
      expect((await unmask(who, personId, 'phone')).problem.code).toBe('not-allowed')
    const reasonless = await (await scene.world.as('secretary', branch)).post('people.unmask', {
      personId,
      field: 'phone',
      reason: '',
    })
    expect(reasonless.status).toBe(400)
  })
})
