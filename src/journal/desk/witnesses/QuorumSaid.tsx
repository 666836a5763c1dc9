import type { ReactNode } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import type { Quorum } from '../../rules/policy.ts'
import { quorumWords } from '../../words/witnesses.ts'

/** What so many witnesses mean, in one sentence; `there`: how many are entered. */
export function QuorumSaid({ of, there }: { of: Quorum; there: Quorum }): ReactNode {
  const say = useSay()
  const offices = { n: of.committees, all: there.committees }
  const phones = { m: of.phones, phones: there.phones }
  if (of.committees === 0 && of.phones === 0) return say(quorumWords.none)
  if (of.phones === 0) return say(quorumWords.committees, offices)
  if (of.committees === 0) return say(quorumWords.phones, phones)
  return say(quorumWords.both, { ...offices, ...phones })
}
