import type { OutputOf } from '../../kit/contract.ts'
import { NUMBERS_OF } from '../rules/stations.ts'
import type { Step } from '../rules.ts'
import type { Typed } from './numbers.ts'

export type Vote = OutputOf<'joining.findCase'>['votes'][number]

/** Whether a step is a vote of a general meeting. */
export const isVoted = (step: Step): boolean => step === 'acceptanceMeeting' || step === 'conversionMeeting'

/** The numbers of a step as a vote gives them: expected, present, yes. */
export function typedFrom({ expected, present, yes }: Vote, step: Step): Typed {
  const given = [expected, present, yes].map(String)
  return Object.fromEntries((NUMBERS_OF[step] ?? []).map((name, at) => [name, given[at] ?? '']))
}
