import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Scene, setScene } from '../evidence/api/test/scene.ts'
import type { Id } from '../kit/id.ts'
import { partOf } from '../kit/test/part.ts'
import type { Caller } from '../server/world.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

async function readReport(who: Caller, id: Id<'inspection'>): Promise<{ name: string; text: string }> {
  const { body } = await who.get('documents.inspectionReport', { id, format: 'docx' })
  const xml = await partOf(Buffer.from(body.content, 'base64'), 'word/document.xml')
  return { name: body.fileName, text: xml.replace(/<[^>]+>/g, '') }
}

test('documents.inspectionReport has the draw, each finding with the branch’s words and what became of it, and the sample; of a branch its own', async () => {
  const { inspector, world, branch, other } = scene
  const id = await scene.make()
  await scene.seal()
  await inspector.post('evidence.drawSample', { id, words: '三 五 一' })
  const { sample, draw } = await scene.show(inspector, id)
  const ofBranch = (orgId: Id<'org'>) => sample.filter((one) => one.orgId === orgId)
  const find = async (orgId: Id<'org'>, text: string) => {
    const [one] = ofBranch(orgId)
    const found = { text, clause: 'R1.3', severity: 'improve', dueOn: '2026-10-20' } as const
    return inspector.post('evidence.addFinding', { id, sampleIds: one ? [one.id] : [], ...found })
  }
  const findingId = (await find(branch, '记录没有写谁来办')).body.id
  await find(other, '别的支部的事')
  const secretary = await world.as('secretary', branch)
  await secretary.post('evidence.contestFinding', { id: findingId, text: '写在通知里' })
  await secretary.post('evidence.rectify', { id: findingId, how: '已补写', on: '2026-10-08' })
  await inspector.post('evidence.recheck', { id: findingId, result: 'rectified', text: '看过' })

  const whole = await readReport(inspector, id)
  expect(whole.name).toBe('三季度抽查检查报告.docx')
  for (const said of [
    '三 五 一',
    draw?.seed ?? '?',
    '记录没有写谁来办',
    '写在通知里',
    '已补写',
    '复查：已整改到位。看过',
  ])
    expect(whole.text).toContain(said)
  for (const one of sample) expect(whole.text).toContain(one.title)
  expect(whole.text).toContain('别的支部的事')
  const own = await readReport(secretary, id)
  expect(own.text).toContain('记录没有写谁来办')
  expect(own.text).not.toContain('别的支部的事')
})

test('an inspection that was not drawn has no report for the branch', async () => {
  const id = await scene.make({ orgId: scene.branch })
  const secretary = await scene.world.as('secretary', scene.branch)
  const asked = await secretary.get('documents.inspectionReport', { id, format: 'docx' })
  expect(asked.problem.code).toBe('no-such-inspection')
})
