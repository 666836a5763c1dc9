import { isRefused } from '../../kit/refuse.ts'
import { call } from '../../kit/web/call.ts'
import { keepLasting, recallLasting } from '../../kit/web/phone/lasting.ts'
import { checkMemory, type LogMemory, type MemoryAlarm, showEvidence } from '../rules/memory.ts'

const MEMORY = 'log'
const ALARM = 'alarm'

/** An alarm with its evidence, kept on the phone until its owner says that it was handed over. */
export type KeptAlarm = {
  readonly why: MemoryAlarm['refused']
  readonly evidence: string
  readonly at: number
}

/** What this phone remembers of the log, and an alarm that stands. */
export type Watch = { readonly memory: LogMemory | undefined; readonly alarm: KeptAlarm | undefined }

/** What is remembered, as it lies there. */
export async function recallWatch(): Promise<Watch> {
  const [memory, alarm] = await Promise.all([recallLasting(MEMORY), recallLasting(ALARM)])
  return { memory: memory as LogMemory | undefined, alarm: (alarm as KeptAlarm | null) ?? undefined }
}

/**
 * Asks for the newest checkpoint and holds it against what this phone remembers. On a mismatch nothing new is remembered and the evidence
 * stays. Nothing is sent but the size that is remembered. Without an answer all stays as it is.
 */
export async function lookAtLog(): Promise<Watch> {
  const { memory, alarm } = await recallWatch()
  const { answer } = await call('journal.findConsistency', { from: memory?.size ?? 0 }, { kind: 'read' })
  if (!answer) return { memory, alarm }
  const now = Date.now()
  const checked = checkMemory(memory, answer, now)
  if (!isRefused(checked)) {
    await keepLasting(MEMORY, checked)
    return { memory: checked, alarm }
  }
  const evidence = showEvidence(checked.refused, memory, answer)
  const raised = alarm ?? { why: checked.refused, evidence, at: now }
  if (!alarm) await keepLasting(ALARM, raised)
  return { memory, alarm: raised }
}

/** The evidence was handed over: the alarm ends. What was remembered stays; when the log still does not fit, it is raised again. */
export const endAlarm = (): Promise<void> => keepLasting(ALARM, null)
