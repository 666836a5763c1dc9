import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GOOD, makeScene, type Scene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(async () => {
  expect(scene.world.faults).toEqual([])
  await scene.world.close()
})

describe('the authenticator', () => {
  const codeOf = (secret: string): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: scene.world.now().getTime() })

  test('is asked for once it is on, and a code works once', async () => {
    const { page, login } = await scene.withPassword()
    expect((await page.post('access.confirmTotp', { code: '123456' })).problem.code).toBe('no-totp-started')
    const { secret, uri } = (await page.post('access.startTotp', {})).body
    expect(uri).toContain(secret)
    expect((await scene.browser().post('access.signIn', { login, password: GOOD })).status).toBe(200)
    const wrong = await page.post('access.confirmTotp', { code: '000000' })
    expect(wrong.problem.code).toBe('wrong-code')
    const first = codeOf(secret)
    expect((await page.post('access.confirmTotp', { code: first })).status).toBe(200)
    expect((await page.post('access.startTotp', {})).problem.code).toBe('has-totp')

    const signIn = (code?: string) =>
      scene.browser().post('access.signIn', { login, password: GOOD, ...(code && { code }) })
    expect((await signIn()).problem.code).toBe('code-needed')
    expect((await signIn(first)).problem.code).toBe('wrong-code')
    scene.later(1)
    const next = codeOf(secret)
    expect((await signIn(next)).status).toBe(200)
    expect((await signIn(next)).problem.code).toBe('wrong-code')
    scene.later(1)
    const early = codeOf(secret)
    scene.later(-0.5)
    expect((await signIn(early)).status).toBe(200)
  })

  test('wrong codes count as wrong sign-ins, and the security administrator’s reset takes it off', async () => {
    const { page, login } = await scene.withPassword()
    const { accountId } = (await page.get('access.findMe')).body
    const { secret } = (await page.post('access.startTotp', {})).body
    await page.post('access.confirmTotp', { code: codeOf(secret) })
    const wrong = () => scene.browser().post('access.signIn', { login, password: GOOD, code: '000000' })
    for (let n = 0; n < 5; n += 1) expect((await wrong()).problem.code).toBe('wrong-code')
    expect((await wrong()).problem.code).toBe('locked')

    const { code } = (await scene.security.post('access.resetAccount', { accountId })).body
    expect((await scene.browser().post('access.signIn', { login, password: code })).body).toEqual({
      mustChange: true,
    })
  })
})
