import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { DayInput } from '../../kit/web/ui/DayInput.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { NUMBERS_OF } from '../rules/stations.ts'
import type { Step } from '../rules.ts'
import { needWords, numberWords, words } from '../words/pages.ts'
import { NamedFields, type NamedIds } from './NamedFields.tsx'
import type { Typed } from './numbers.ts'

type Shown = {
  readonly step: Step
  readonly on: string
  readonly setOn: (on: string) => void
  readonly typed: Typed
  readonly setTyped: (typed: Typed) => void
  readonly orgId: string
  readonly named: NamedIds
  readonly setNamed: (named: NamedIds) => void
}

/** The day of a step, whom it names, and the numbers it asks for, each with what the rules want; who is named need not be counted. */
export function StepFields({ step, on, setOn, typed, setTyped, ...naming }: Shown): ReactNode {
  const say = useSay()
  const isNamed = naming.named.some(Boolean)
  return (
    <div className="fields">
      <DayInput path="on" label={say(words.on)} value={on} onChange={setOn} />
      <NamedFields step={step} {...naming} />
      {(isNamed ? [] : (NUMBERS_OF[step] ?? [])).map((name) => {
        const need = needWords[name]
        return (
          <TextInput
            key={name}
            path={`numbers.${name}`}
            label={say(numberWords[name])}
            hint={need && say(need)}
            inputMode="decimal"
            value={typed[name] ?? ''}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
          />
        )
      })}
    </div>
  )
}
