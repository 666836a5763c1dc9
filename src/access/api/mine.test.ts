import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../people/rules/catalogue.ts'
import { PRIVACY_NOTICE } from '../words/privacy.ts'
import { ID_NUMBER, makeScene, type Scene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(async () => {
  expect(scene.world.faults).toEqual([])
  await scene.world.close()
})

describe('what is held about me', () => {
  test('every field of the roster is shown with its purpose, sensitive ones masked, and who may read it', async () => {
    const { page } = await scene.withPassword()
    const { body } = await page.get('people.findMine')
    const fields = new Map(body.fields.map((one) => [one.field, one]))
    expect([...fields.keys()]).toEqual(Object.keys(CATALOGUE))
    expect(fields.get('idNumber')).toMatchObject({
      value: '110*************18',
      isMasked: true,
      clause: 'R11',
      unmaskers: [
        { zh: '书记', en: 'Secretary' },
        { zh: '党委工作人员', en: 'Committee staff' },
      ],
    })
    expect(fields.get('phone')?.value).toBe('138****1234')
    expect(fields.get('duesBase')?.value).toBe('****')
    expect(fields.get('category')).toMatchObject({ value: '正式党员', isMasked: false, unmaskers: [] })
    expect(JSON.stringify(body)).not.toContain(ID_NUMBER)
    expect(JSON.stringify(body)).not.toContain('5200')
    expect(fields.get('shift')?.readers.map(({ en }) => en)).toContain('Group leader')
    expect(fields.get('bornOn')?.readers.map(({ en }) => en)).not.toContain('Group leader')
    expect(fields.get('shift')?.readers.map(({ en }) => en)).not.toContain('Member')
  })

  test('who saw a value of mine, when and why', async () => {
    const { page, personId, secretary } = await scene.withPassword()
    await scene.world.as('auditAdmin')
    await secretary.post('people.unmask', { personId, field: 'phone', reason: '通知体检' })
    const { body } = await page.get('people.findMine')
    expect(body.unmaskings).toEqual([
      {
        id: body.unmaskings[0]?.id,
        field: 'phone',
        name: { zh: '联系电话', en: 'Telephone' },
        at: scene.world.now().toISOString(),
        byName: '测试',
        reason: '通知体检',
      },
    ])
    const other = await scene.withPassword()
    expect((await other.page.get('people.findMine')).body.unmaskings).toEqual([])
  })

  test('an account that belongs to nobody on the roster has nothing', async () => {
    const inspector = await scene.world.as('inspector')
    expect((await inspector.get('people.findMine', {})).problem.code).toBe('not-on-the-roster')
  })
})

describe('the privacy notice', () => {
  test('is due until it was acknowledged in its version, once and for all', async () => {
    const { page, personId } = await scene.withPassword()
    expect((await page.get('access.findMe')).body.privacyDue).toBe(true)
    const { body } = await page.get('access.findPrivacyNotice')
    expect(body).toMatchObject({ version: PRIVACY_NOTICE.version, acceptedAt: null })

    const old = await page.post('access.acceptPrivacyNotice', { version: '2020-01' })
    expect(old.problem.code).toBe('other-version')
    for (const _ of ['first', 'again'])
      expect((await page.post('access.acceptPrivacyNotice', { version: body.version })).status).toBe(200)
    expect((await page.get('access.findMe')).body.privacyDue).toBe(false)
    expect((await page.get('access.findPrivacyNotice')).body.acceptedAt).toBe(scene.world.now().toISOString())
    const sealed = await scene.world.db
      .selectFrom('journal_entry')
      .select('record')
      .where('kind', '=', 'access.acceptPrivacyNotice')
      .where('key_owner', '=', personId)
      .execute()
    expect(sealed).toEqual([{ record: 'privacy_acceptance' }])
  })

  test('says everything the law asks for, in both languages', () => {
    expect(PRIVACY_NOTICE.sections.map(({ title }) => title.zh)).toEqual([
      '谁在处理',
      '记录了什么，为什么',
      '不记录什么',
      '谁能看到',
      '保存多久',
      '您的权利',
    ])
    const lines = PRIVACY_NOTICE.sections.flatMap((section) => section.lines)
    expect(lines.filter(({ zh, en }) => zh === '' || en === '')).toEqual([])
  })
})
