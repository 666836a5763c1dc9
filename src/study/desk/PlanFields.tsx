import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { LongInput, TextInput } from '../../kit/web/ui/TextInput.tsx'
import { words } from '../words/pages.ts'
import type { Typed } from './planned.ts'

type Shown = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void }

/** What a row of a study plan says beside month, unit and subject. */
export function PlanFields({ typed, set }: Shown): ReactNode {
  const say = useSay()
  return (
    <>
      <TextInput path="form" label={say(words.form)} value={typed.form} onChange={(form) => set({ form })} />
      <TextInput
        path="lecturer"
        label={say(words.lecturer)}
        value={typed.lecturer}
        onChange={(lecturer) => set({ lecturer })}
      />
      <TextInput
        path="hoursHundredths"
        label={say(words.hoursField)}
        inputMode="decimal"
        value={typed.hours}
        onChange={(hours) => set({ hours })}
      />
      <Choose
        path="prepared"
        label={say(words.prepared)}
        value={typed.prepared}
        blank={say(words.unsaid)}
        options={[
          { value: 'yes', name: say(words.isPrepared) },
          { value: 'no', name: say(words.notPrepared) },
        ]}
        onChange={(prepared) => set({ prepared })}
      />
      <LongInput
        path="content"
        label={say(words.content)}
        value={typed.content}
        onChange={(content) => set({ content })}
      />
    </>
  )
}
