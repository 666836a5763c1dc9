import type { ReactNode } from 'react'
import { showPeriod } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { periodChoices } from '../../ui/choices.ts'
import { words } from '../../words/compare.ts'
import type { usePair } from './usePair.ts'

/** Which two periods; both stand in the address. */
export function PairChooser({ of }: { of: ReturnType<typeof usePair> }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const options = periodChoices(of.opened).map((value) => ({ value, name: showPeriod(value, language) }))
  return (
    <div className="row unprinted">
      {(['from', 'to'] as const).map((end) => (
        <span key={end} className="row">
          <span className="soft" aria-hidden="true">
            {say(end === 'from' ? words.before : words.after)}
          </span>
          <Pick
            look="auto"
            aria-label={say(end === 'from' ? words.before : words.after)}
            value={of[end]}
            options={options}
            onChange={(period) => of.choose({ [end]: period })}
          />
        </span>
      ))}
    </div>
  )
}
