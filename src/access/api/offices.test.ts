import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputOf } from '../../kit/contract.ts'
import { type Id, newId } from '../../kit/id.ts'
import { makeScene, type Scene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(async () => {
  expect(scene.world.faults).toEqual([])
  await scene.world.close()
})

describe('offices', () => {
  const give = (
    accountId: Id<'account'>,
    role: InputOf<'access.giveOffice'>['role'],
    orgId: Id<'org'> | null,
  ) => scene.security.post('access.giveOffice', { accountId, role, orgId })

  test('are given once, where they can be held, to one account at a time', async () => {
    const branch = await scene.addBranch()
    const { accountId } = await scene.world.as('commissioner', branch)
    expect((await give(accountId, 'secretary', branch)).status).toBe(200)
    expect((await give(accountId, 'secretary', branch)).problem.code).toBe('office-held')
    expect((await give(accountId, 'groupLeader', branch)).problem.code).toBe('wrong-unit')
    expect((await give(accountId, 'secretary', null)).problem.code).toBe('unit-needed')
    expect((await give(accountId, 'auditAdmin', null)).problem.code).toBe('one-administrator')
    expect((await give(accountId, 'secretary', newId())).problem.code).toBe('no-such-unit')
    expect((await give(newId(), 'secretary', branch)).problem.code).toBe('no-such-account')
  })

  test('an office that ended opens nothing any more', async () => {
    const staff = await scene.world.as('inspector')
    const { offices } = (await staff.get('access.findMe', {})).body
    expect((await staff.get('people.listPeople', {})).status).toBe(200)
    const officeId = offices[0]?.id ?? newId<'office'>()
    expect((await scene.security.post('access.endOffice', { officeId })).status).toBe(200)
    expect((await staff.get('people.listPeople', {})).status).toBe(403)
    expect((await scene.security.post('access.endOffice', { officeId })).problem.code).toBe('no-such-office')
  })

  test('the last administrator of a kind stays', async () => {
    const { offices } = (await scene.security.get('access.findMe', {})).body
    const officeId = offices[0]?.id ?? newId<'office'>()
    expect((await scene.security.post('access.endOffice', { officeId })).problem.code).toBe(
      'last-administrator',
    )
    await scene.world.as('securityAdmin')
    expect((await scene.security.post('access.endOffice', { officeId })).status).toBe(200)
  })

  test('staff of the one committee above everything are the mine’s; of one among several, not', async () => {
    const staff = await scene.world.as('committeeStaff', scene.committee)
    const top = {
      name: '二矿党委',
      foundedOn: null,
      termFrom: null,
      termTo: null,
      shiftSystem: '',
      themeDay: '',
      note: '',
    }
    const add = (code: string) =>
      staff.post('org.addUnit', { ...top, code, kind: 'committee', parentId: null })
    expect((await add('DW2')).problem.code).toBe('wrong-parent')
    await scene.world.addUnit({ code: 'DW2', kind: 'committee' })
    expect((await add('DW3')).problem.code).toBe('not-allowed')
  })
})
