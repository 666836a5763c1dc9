import type { Id } from '../../src/kit/id.ts'
import type { Caller } from '../caller.ts'

type Inspecting = { readonly inspector: Caller; readonly staff: Caller; readonly seal: () => Promise<void> }

/** An inspection drawn, one record in order, another found wrong, contested, put right and looked at again. */
export async function inspect({ inspector, staff, seal }: Inspecting, orgId: Id<'org'>): Promise<void> {
  const days = { from: '2026-01-01', to: '2026-10-08' } as const
  const { id } = await inspector.post('evidence.makeInspection', { orgId, title: '抽查', ...days })
  await seal()
  await inspector.post('evidence.drawSample', { id, words: '三 五 一 六' })
  const { sample } = await inspector.get('evidence.findInspection', { id })
  const [fine, wrong, proof] = sample
  if (!fine || !wrong || !proof) throw new Error('too little was drawn')
  await inspector.post('evidence.markInOrder', { id, sampleIds: [fine.id] })
  const found = { text: '登记晚了', clause: 'R3.2', severity: 'improve', dueOn: '2026-10-20' } as const
  const { id: findingId } = await inspector.post('evidence.addFinding', {
    id,
    sampleIds: [wrong.id],
    ...found,
  })
  await staff.post('evidence.contestFinding', { id: findingId, text: '当日停电' })
  const subjects = [proof.subject]
  await staff.post('evidence.rectify', { id: findingId, how: '已补登', on: '2026-10-08', subjects })
  await inspector.post('evidence.recheck', { id: findingId, result: 'rectified', text: '看过' })
}
