import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOfficeLink, makeSetUpLink } from '../store/set-up.ts'
import { GOOD, makeScene, type Scene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(async () => {
  expect(scene.world.faults).toEqual([])
  await scene.world.close()
})

describe('setting up', () => {
  const admin = { name: '李敏', login: 'limin', password: GOOD }

  test('names the mine, signs the first administrator in, and its links make the other two', async () => {
    const token = await makeSetUpLink(scene.world.db, scene.world.now())
    const page = scene.browser()
    expect((await page.get('access.findTicket', { token })).body).toEqual({ purpose: 'setup' })
    const set = await page.post('access.setUp', { token, mineName: '青石岭煤矿', ...admin })
    expect(set.status).toBe(200)
    const me = await page.get('access.findMe')
    expect(me.body.mine.name).toBe('青石岭煤矿')
    expect(me.body.offices.map(({ role }) => role)).toEqual(['systemAdmin'])
    expect((await page.get('access.findMine')).body.isSetUp).toBe(true)

    for (const role of ['securityAdmin', 'auditAdmin'] as const) {
      const link = new URL(set.body.links[role], 'http://mine.example')
      const token = link.searchParams.get('token') ?? ''
      const login = role.toLowerCase()
      const taken = await scene
        .browser()
        .post('access.takeOffice', { token, name: role, login, password: GOOD })
      expect(taken.body).toEqual({ role })
      const again = await scene.browser().post('access.takeOffice', {
        token,
        name: role,
        login: 'x-1',
        password: GOOD,
      })
      expect([again.status, again.problem.code]).toEqual([410, 'bad-link'])
    }
  })

  test('a link is good once, for a day, and only until the next one is drawn', async () => {
    const first = await makeSetUpLink(scene.world.db, scene.world.now())
    const token = await makeSetUpLink(scene.world.db, scene.world.now())
    expect((await scene.browser().get('access.findTicket', { token: first })).problem.code).toBe('bad-link')
    scene.later(24 * 60 - 1)
    expect((await scene.browser().get('access.findTicket', { token })).status).toBe(200)
    scene.later(1)
    expect((await scene.browser().get('access.findTicket', { token })).problem.code).toBe('bad-link')
  })

  test('a weak password and a login that is taken are refused, and the link stays good', async () => {
    const token = await makeOfficeLink(scene.world.db, 'auditAdmin', scene.world.now())
    const take = (given: object) => scene.browser().post('access.takeOffice', { token, ...admin, ...given })
    expect((await take({ password: 'Password2026' })).problem.code).toBe('weak-password')
    expect((await take({ login: 'admin1' })).status).toBe(200)
    const next = await makeOfficeLink(scene.world.db, 'securityAdmin', scene.world.now())
    const taken = await scene.browser().post('access.takeOffice', { token: next, ...admin, login: 'admin1' })
    expect(taken.problem.code).toBe('login-taken')
    expect((await scene.browser().get('access.findTicket', { token: next })).status).toBe(200)
  })
})
