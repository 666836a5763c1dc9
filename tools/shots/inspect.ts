import type { Caller } from '../caller.ts'

type Inspecting = {
  readonly inspector: Caller
  readonly secretary: Caller
  readonly orgId: string
  /** Gives what was written its place and signs it. */
  readonly seal: () => Promise<void>
}

type Sample = readonly { readonly id: string; readonly record: string; readonly subject: string }[]

const FOUND = {
  clause: 'R3.2',
  severity: 'improve',
  dueOn: '2026-10-15' as never,
} as const

/** An inspection of a branch: drawn, partly looked at, one finding put right and seen, another to be put right. */
export async function inspect({ inspector, secretary, orgId, seal }: Inspecting): Promise<void> {
  const days = { from: '2026-07-01' as never, to: '2026-09-22' as never, announcedOn: null }
  const made = { orgId: orgId as never, title: '第三季度支部工作抽查', each: 3, ...days }
  const { id } = await inspector.post('evidence.makeInspection', made)
  await seal()
  await inspector.post('evidence.drawSample', { id, words: '三 五 一 六 二' })
  const { sample } = await inspector.get('evidence.findInspection', { id })
  const [wrong, other, ...fine] = orderOf(sample)
  if (!wrong || !other) throw new Error('too little was drawn')
  await inspector.post('evidence.markInOrder', {
    id,
    sampleIds: fine.slice(0, 4).map((one) => one.id as never),
  })
  const first = { ...FOUND, text: '缴费登记比收款晚了两周，收据编号没有记。' }
  const { id: findingId } = await inspector.post('evidence.addFinding', {
    ...{ id, sampleIds: [wrong.id as never], ...first },
  })
  await secretary.post('evidence.rectify', {
    ...{ id: findingId, how: '已补记收据编号，今后当日登记。', on: '2026-09-22' as never },
    subjects: [wrong.subject as never],
  })
  await inspector.post('evidence.recheck', { id: findingId, result: 'rectified', text: '看过收据存根。' })
  const { id: secondId } = await inspector.post('evidence.addFinding', {
    ...{ id, sampleIds: [other.id as never], text: '会议记录没有写清谁来办、什么时候办完。' },
    ...{ clause: 'R1.3', severity: 'correct', dueOn: '2026-09-28' as never },
  })
  await secretary.post('evidence.contestFinding', {
    id: secondId,
    text: '分工写在会后的通知里，会补到记录中。',
  })
}

/** A payment first, then a meeting, then what else was drawn. */
function orderOf(sample: Sample): Sample {
  const payment = sample.find(({ record }) => record === 'dues_payment')
  const meeting = sample.find(({ record }) => record === 'meeting')
  return [payment, meeting, ...sample].filter((one, at, all) => one && all.indexOf(one) === at) as Sample
}
