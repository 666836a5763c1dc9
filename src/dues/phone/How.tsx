import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showGroupedYuan } from '../../kit/money.ts'
import { useSay } from '../../kit/web/say.ts'
import { words as people } from '../../people/words/labels.ts'
import { words } from '../words/phone.ts'

export type DuesMonth = OutputOf<'dues.findMine'>['months'][number]
type HowMuch = NonNullable<DuesMonth['how']>

const rateOf = (perMille: number): string => `${perMille / 10}%`

function useBracket({ overFen, upToFen }: HowMuch): string {
  const say = useSay()
  const over = overFen === null ? '' : showGroupedYuan(overFen)
  const upTo = upToFen === null ? '' : showGroupedYuan(upToFen)
  if (over && upTo) return say(words.between, { over, upTo })
  if (over) return say(words.above, { over })
  return upTo ? say(words.below, { upTo }) : ''
}

/** How a month's dues come about: the class, the base, the bracket, the sum, and the rule it rests on (A3.2). */
export function How({ how, dueFen }: { how: HowMuch; dueFen: number }): ReactNode {
  const say = useSay()
  const bracket = useBracket(how)
  const { baseFen, perMille } = how
  const due = showGroupedYuan(dueFen)
  const base = baseFen === null ? '' : showGroupedYuan(baseFen)
  const facts = [say(people[how.duesClass]), base && say(words.base, { base }), bracket].filter(Boolean)
  const rate = perMille === null ? '' : rateOf(perMille)
  return (
    <>
      <p>{facts.join(' · ')}</p>
      <p className="strong">
        {!rate && say(words.howFlat, { due })}
        {rate && base && say(words.howRate, { base, rate, due })}
        {rate && !base && say(words.howMasked, { rate, due })}
      </p>
      <p className="soft small">
        {rate && say(words.rounded)} {say(words.rests, { source: how.source })}
      </p>
    </>
  )
}
