import type { ReactNode } from 'react'
import { entryWords } from '../../../journal/words/pages.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { useUnits } from '../../../org/ui/units.ts'
import { recordOf, words } from '../../words/journal.ts'

export type Asked = Readonly<Record<'org' | 'kind' | 'from' | 'to' | 'before', string>>
export const INITIAL: Asked = { org: '', kind: '', from: '', to: '', before: '' }

type Shown = { readonly asked: Asked; readonly set: (change: Partial<Asked>) => void }

function KindPick({ asked, set }: Shown): ReactNode {
  const say = useSay()
  const kinds = Object.entries(entryWords).map(([value, done]) => {
    const on = recordOf(value)
    return { value, name: on ? `${say(on)} · ${say(done)}` : say(done) }
  })
  return (
    <Pick
      look="auto"
      aria-label={say(words.kind)}
      value={asked.kind}
      blank={say(words.allKinds)}
      options={kinds}
      onChange={(kind) => set({ kind })}
    />
  )
}

/** What the journal's page shows; all of it stands in the address. */
export function Filters({ asked, set }: Shown): ReactNode {
  const say = useSay()
  const units = useUnits().filter(({ kind }) => kind !== 'partyGroup')
  return (
    <search className="row unprinted filters journal-filters">
      <Pick
        look="auto"
        aria-label={say(words.unit)}
        value={asked.org}
        blank={say(words.allUnits)}
        options={units.map(({ id, name }) => ({ value: String(id), name }))}
        onChange={(org) => set({ org })}
      />
      <KindPick asked={asked} set={set} />
      <DayInput path="from" label={say(words.from)} value={asked.from} onChange={(from) => set({ from })} />
      <DayInput path="to" label={say(words.to)} value={asked.to} onChange={(to) => set({ to })} />
    </search>
  )
}
