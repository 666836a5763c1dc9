import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../kit/id.ts'
import { GOOD, makeScene, type Scene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(async () => {
  expect(scene.world.faults).toEqual([])
  await scene.world.close()
})

describe('accounts', () => {
  test('everybody of a branch gets one once, with their number as login and the branch as place', async () => {
    const branch = await scene.addBranch()
    const group = await scene.world.addUnit({ code: 'XZ01', kind: 'partyGroup', parentId: branch })
    const people = [await scene.addPerson(branch), await scene.addPerson(group)]
    const secretary = await scene.world.as('secretary', branch)
    const first = await secretary.post('access.makeAccounts', { orgId: branch })
    expect(first.body.codes.map(({ login }) => login)).toEqual(people.map(({ no }) => no))
    expect((await secretary.post('access.makeAccounts', { orgId: branch })).body.codes).toEqual([])

    const { login = '', code = '' } = first.body.codes[1] ?? {}
    const page = scene.browser()
    await page.post('access.signIn', { login, password: code })
    await page.post('access.changePassword', { old: code, password: GOOD })
    const { offices } = (await page.get('access.findMe')).body
    expect(offices.map(({ role, orgId }) => [role, orgId])).toEqual([['member', branch]])
  })

  test('codes are kept nowhere, not even in what a repeat is answered from', async () => {
    const branch = await scene.addBranch()
    await scene.addPerson(branch)
    const secretary = await scene.world.as('secretary', branch)
    const one = await secretary.post('access.makeAccounts', { orgId: branch }, 'same-key-1')
    const two = await secretary.post('access.makeAccounts', { orgId: branch }, 'same-key-1')
    expect(two.body).toEqual(one.body)
    const code = one.body.codes[0]?.code ?? ''
    expect(code).toHaveLength(14)
    const rows = await scene.world.db
      .selectFrom('idempotency')
      .select('answer')
      .where('key', '=', 'same-key-1')
      .execute()
    expect(rows.map(({ answer }) => answer.includes(code))).toEqual([false])
  })

  test('asked for twice at the same moment, everybody still gets one', async () => {
    const branch = await scene.addBranch()
    await scene.addPerson(branch)
    const secretary = await scene.world.as('secretary', branch)
    const asked = [1, 2].map(() => secretary.post('access.makeAccounts', { orgId: branch }))
    const codes = (await Promise.all(asked)).map(({ body }) => body.codes.length)
    expect(codes.sort()).toEqual([0, 1])
  })

  test('a secretary lists and resets the people of the branch, and nobody who holds more', async () => {
    const { secretary, login } = await scene.withPassword()
    const { accounts } = (await secretary.get('access.listAccounts', {})).body
    expect(accounts.map((account) => account.login)).toEqual([login])
    const accountId = accounts[0]?.id ?? newId<'account'>()
    const { code } = (await secretary.post('access.resetAccount', { accountId })).body
    const signIn = (password: string) => scene.browser().post('access.signIn', { login, password })
    expect((await signIn(GOOD)).status).toBe(401)
    expect((await signIn(code)).status).toBe(200)

    const more = { accountId, role: 'committeeStaff', orgId: scene.committee } as const
    expect((await scene.security.post('access.giveOffice', more)).status).toBe(200)
    expect((await secretary.post('access.resetAccount', { accountId })).problem.code).toBe('not-allowed')
    const staff = await scene.world.as('committeeStaff')
    expect((await secretary.post('access.resetAccount', { accountId: staff.accountId })).status).toBe(403)
  })

  test('the secretary next door sees none of them', async () => {
    const { branch } = await scene.withCode()
    const other = await scene.world.as('secretary', await scene.addBranch())
    expect((await other.get('access.listAccounts', {})).body.accounts).toEqual([])
    expect((await other.get('access.listAccounts', { orgId: branch })).status).toBe(403)
  })

  test('a locked login shows as locked', async () => {
    const { secretary, login } = await scene.withPassword()
    for (let n = 0; n < 5; n += 1) await scene.browser().post('access.signIn', { login, password: 'wrong' })
    expect((await secretary.get('access.listAccounts', {})).body.accounts[0]?.isLocked).toBe(true)
  })

  test('staff get an account from the system administrator, under a login that is nobody’s number', async () => {
    const system = await scene.world.as('systemAdmin')
    const make = (login: string) => system.post('access.makeStaffAccount', { login, name: '王芳' })
    expect((await make('wangfang')).body.code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    expect((await make('wangfang')).problem.code).toBe('login-taken')
    const { no } = await scene.addPerson(await scene.addBranch())
    expect((await make(no)).problem.code).toBe('login-taken')
  })
})

describe('disabling', () => {
  test('ends the sessions at once and lets nobody in, until it is enabled; all of it is in the journal', async () => {
    const { page, login } = await scene.withPassword()
    const { accountId } = (await page.get('access.findMe')).body
    expect((await scene.security.post('access.disableAccount', { accountId })).status).toBe(200)
    expect((await page.get('access.findMe')).status).toBe(401)
    const signIn = () => scene.browser().post('access.signIn', { login, password: GOOD })
    expect((await signIn()).status).toBe(401)
    expect((await scene.security.post('access.enableAccount', { accountId })).status).toBe(200)
    expect((await signIn()).status).toBe(200)
    expect((await page.get('access.findMe')).status).toBe(401)
    const entries = await scene.world.db
      .selectFrom('journal_entry')
      .select('kind')
      .where('subject', '=', accountId)
      .where('kind', 'in', ['access.disableAccount', 'access.enableAccount'])
      .orderBy('rev')
      .execute()
    expect(entries.map(({ kind }) => kind)).toEqual(['access.disableAccount', 'access.enableAccount'])
  })

  test('is never of one’s own, nor of nobody’s', async () => {
    const { accountId } = scene.security
    const own = await scene.security.post('access.disableAccount', { accountId })
    expect(own.problem.code).toBe('own-account')
    const none = await scene.security.post('access.disableAccount', { accountId: newId<'account'>() })
    expect(none.problem.code).toBe('no-such-account')
  })

  test('the last administrator who can sign in is never disabled, nor loses the office', async () => {
    const office = async (accountId: string) =>
      (await scene.security.get('access.listAccounts', {})).body.accounts
        .find(({ id }) => id === accountId)
        ?.offices.at(0)?.id ?? newId<'office'>()
    const held = await scene.world.db
      .selectFrom('office')
      .select('account_id')
      .where('role', '=', 'systemAdmin')
      .execute()
    const two = [await scene.world.as('systemAdmin'), await scene.world.as('systemAdmin')] as const
    for (const { account_id: accountId } of held)
      expect((await scene.security.post('access.disableAccount', { accountId })).status).toBe(200)
    expect((await scene.security.post('access.disableAccount', { accountId: two[0].accountId })).status).toBe(
      200,
    )
    const last = { accountId: two[1].accountId }
    expect((await scene.security.post('access.disableAccount', last)).problem.code).toBe('last-administrator')
    const officeId = await office(last.accountId)
    expect((await scene.security.post('access.endOffice', { officeId })).problem.code).toBe(
      'last-administrator',
    )
  })
})
