import type { ReactNode } from 'react'
import { showPeriod, today } from '../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Pick } from '../../kit/web/ui/Choose.tsx'
import { useUnits } from '../../org/ui/units.ts'
import { LISTED_STATES } from '../rules/listed.ts'
import { meetingKindWords } from '../words/kinds.ts'
import { stateWords, words } from '../words/listed.ts'

export type Asked = Readonly<Record<'org' | 'kind' | 'period' | 'state', string>>
export const INITIAL: Asked = { org: '', kind: '', period: '', state: '' }

type Shown = {
  readonly asked: Asked
  readonly set: (change: Partial<Asked>) => void
  /** A filter the list does not have. */
  readonly without?: 'state'
}

/** This year and the two before it, each with its quarters, latest first. */
function periods(): string[] {
  const year = Number(today().slice(0, 4))
  return [0, 1, 2].flatMap((back) => {
    const name = String(year - back)
    return [name, ...[4, 3, 2, 1].map((quarter) => `${name}Q${quarter}`)]
  })
}

function WhereAndWhat({ asked, set }: Shown): ReactNode {
  const say = useSay()
  const units = useUnits().filter(({ kind }) => kind !== 'partyGroup')
  return (
    <>
      {units.length > 1 && (
        <Pick
          look="auto"
          aria-label={say(words.unit)}
          value={asked.org}
          blank={say(words.allUnits)}
          options={units.map(({ id, name }) => ({ value: String(id), name }))}
          onChange={(org) => set({ org })}
        />
      )}
      <Pick
        look="auto"
        aria-label={say(words.kind)}
        value={asked.kind}
        blank={say(words.allKinds)}
        options={Object.entries(meetingKindWords).map(([value, name]) => ({ value, name: say(name) }))}
        onChange={(kind) => set({ kind })}
      />
    </>
  )
}

/** What the list of meetings shows; all of it stands in the address. */
export function Filters({ asked, set, without }: Shown): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <search className="row unprinted filters">
      <WhereAndWhat asked={asked} set={set} />
      <Pick
        look="auto"
        aria-label={say(words.period)}
        value={asked.period}
        blank={say(words.ever)}
        options={periods().map((value) => ({ value, name: showPeriod(value, language) }))}
        onChange={(period) => set({ period })}
      />
      {without !== 'state' && (
        <Pick
          look="auto"
          aria-label={say(words.state)}
          value={asked.state}
          blank={say(words.anyState)}
          options={LISTED_STATES.map((value) => ({ value, name: say(stateWords[value]) }))}
          onChange={(state) => set({ state })}
        />
      )}
    </search>
  )
}
