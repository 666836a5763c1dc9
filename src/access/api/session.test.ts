import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SESSION_COOKIE } from '../../kit/server/serve.ts'
import { GOOD, makeScene, type Scene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(async () => {
  expect(scene.world.faults).toEqual([])
  await scene.world.close()
})

describe('signing in', () => {
  test('a printed code opens the door, and then only a new password goes further', async () => {
    const { code, login } = await scene.withCode()
    const page = scene.browser()
    const signed = await page.post('access.signIn', {
      login,
      password: code.toLowerCase().replaceAll('-', ' '),
    })
    expect(signed.body).toEqual({ mustChange: true })
    expect(signed.set).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await page.get('org.listUnits')).problem.code).toBe('password-change-due')
    const weak = await page.post('access.changePassword', { old: code, password: `${login}${login}${login}` })
    expect(weak.problem.code).toBe('weak-password')
    expect((await page.post('access.changePassword', { old: code, password: GOOD })).status).toBe(200)
    expect((await page.get('org.listUnits')).status).toBe(200)
    expect((await scene.browser().post('access.signIn', { login, password: code })).problem.code).toBe(
      'wrong-login',
    )
    expect((await scene.browser().post('access.signIn', { login, password: GOOD })).status).toBe(200)
  })

  test('blanks around a password are nobody’s: taken off when it is set, when it is given and when it is changed', async () => {
    const { code, login } = await scene.withCode()
    const page = scene.browser()
    await page.post('access.signIn', { login, password: ` ${code}\t` })
    const set = await page.post('access.changePassword', { old: `${code} `, password: `  ${GOOD}\u3000` })
    expect(set.status).toBe(200)
    const enter = async (password: string) =>
      (await scene.browser().post('access.signIn', { login, password })).status
    expect([await enter(GOOD), await enter(` ${GOOD} `), await enter(`  ${GOOD}\u3000`)]).toEqual([
      200, 200, 200,
    ])
    expect(await enter(GOOD.replaceAll(' ', ''))).toBe(401)
    const same = await page.post('access.changePassword', { old: GOOD, password: ` ${GOOD} ` })
    expect(same.problem.code).toBe('same-password')
    const blank = await page.post('access.changePassword', { old: GOOD, password: ' \u3000 ' })
    expect(blank.problem.fields).toEqual([{ path: 'password', code: 'too-short' }])
  })

  test('a code is good for fourteen days', async () => {
    const { code, login } = await scene.withCode()
    scene.later(14 * 24 * 60 - 1)
    expect((await scene.browser().post('access.signIn', { login, password: code })).status).toBe(200)
    scene.later(1)
    expect((await scene.browser().post('access.signIn', { login, password: code })).status).toBe(401)
  })

  test('five wrong ones in a row lock a login for fifteen minutes, one that nobody has as well', async () => {
    const { login } = await scene.withPassword()
    const codes = async (tried: string): Promise<(string | undefined)[]> => {
      const seen = []
      for (let n = 0; n < 6; n += 1)
        seen.push(
          (await scene.browser().post('access.signIn', { login: tried, password: 'wrong' })).problem.code,
        )
      return seen
    }
    const fiveThenLocked = [...Array(5).fill('wrong-login'), 'locked']
    expect(await codes(login)).toEqual(fiveThenLocked)
    expect(await codes('nobody')).toEqual(fiveThenLocked)
    const right = () => scene.browser().post('access.signIn', { login, password: GOOD })
    expect((await right()).status).toBe(423)
    scene.later(15)
    expect((await right()).status).toBe(200)
  })

  test('a login that no database can hold is bad input', async () => {
    const reply = await scene.browser().post('access.signIn', { login: 'P\0', password: 'wrong' })
    expect(reply.problem.code).toBe('bad-input')
  })

  test('a right one in between begins the count anew', async () => {
    const { login } = await scene.withPassword()
    const wrong = () => scene.browser().post('access.signIn', { login, password: 'wrong' })
    for (let n = 0; n < 4; n += 1) await wrong()
    expect((await scene.browser().post('access.signIn', { login, password: GOOD })).status).toBe(200)
    for (let n = 0; n < 4; n += 1) await wrong()
    expect((await scene.browser().post('access.signIn', { login, password: GOOD })).status).toBe(200)
  })

  test('guesses at the same time are counted one by one', async () => {
    const { login } = await scene.withPassword()
    const guesses = Array.from({ length: 12 }, () =>
      scene.browser().post('access.signIn', { login, password: 'wrong' }),
    )
    const codes = (await Promise.all(guesses)).map(({ problem }) => problem.code)
    expect(codes.filter((code) => code === 'wrong-login')).toHaveLength(5)
    expect(codes.filter((code) => code === 'locked')).toHaveLength(7)
  })

  test('a session ends when it lies idle, and at the end of its life', async () => {
    const { page, login } = await scene.withPassword()
    for (let day = 0; day < 59; day += 1) {
      scene.later(12 * 60)
      expect((await page.get('access.findMe')).status).toBe(200)
    }
    scene.later(12 * 60)
    expect((await page.get('access.findMe')).status).toBe(401)

    await page.post('access.signIn', { login, password: GOOD })
    scene.later(12 * 60 + 1)
    expect((await page.get('access.findMe')).status).toBe(401)
  })

  test('what a page asks by itself does not keep a session alive', async () => {
    const caller = await scene.world.as('member', await scene.world.addUnit({ code: 'ZBX', kind: 'branch' }))
    const seen = { seen_at: scene.world.now() }
    const own = scene.world.db.updateTable('session').where('account_id', '=', caller.accountId)
    await own.set(seen).execute()
    const ask = (more: Record<string, string>) =>
      scene.world.app.request('/api/access.findMe', {
        headers: { cookie: `${SESSION_COOKIE}=${caller.cookie}`, ...more },
      })
    for (const [minutes, status] of [
      [6 * 60, 200],
      [6 * 60, 200],
      [1, 401],
    ] as const) {
      scene.later(minutes)
      expect((await ask({ 'x-unattended': '1' })).status).toBe(status)
    }
  })

  test('signing out ends the session; a new password ends all others', async () => {
    const { page, login } = await scene.withPassword()
    const other = scene.browser()
    await other.post('access.signIn', { login, password: GOOD })
    const changed = await page.post('access.changePassword', {
      old: GOOD,
      password: 'juniper harbour violet',
    })
    expect(changed.status).toBe(200)
    expect((await other.get('access.findMe')).status).toBe(401)
    expect((await page.get('access.findMe')).status).toBe(200)
    await page.post('access.signOut', {})
    expect((await page.get('access.findMe')).status).toBe(401)
  })

  test.each([
    ['the wrong present one', 'not it at all', 'juniper harbour violet', 'wrong-password'],
    ['the same again', GOOD, GOOD, 'same-password'],
    ['one that is easy to guess', GOOD, '1234567890ab', 'weak-password'],
  ])('a new password is refused for %s', async (_, old, password, code) => {
    const { page } = await scene.withPassword()
    expect((await page.post('access.changePassword', { old, password })).problem.code).toBe(code)
  })
})
