import type { ReactNode } from 'react'
import type { Correction } from '../correction.ts'
import { useSay } from '../say.ts'
import { blockWords } from '../words.ts'
import { Clash, Standing } from './Block.tsx'
import { Button } from './Button.tsx'
import { Form, Send } from './Form.tsx'
import { Facts } from './Parts.tsx'

/** A field of a version as it is read beside the other. */
export type FieldSaid = { readonly name: string; readonly value: string }

type Read<T extends object> = {
  readonly correction: Correction<T>
  /** Every field in words, always in the same order. */
  readonly fields: (value: T) => readonly FieldSaid[]
}

/** That there is a draft, with the way to drop it; and where somebody was first, the fields that differ, both ways. */
export function CorrectionNotes<T extends object>({
  correction: { block },
  fields,
  state,
}: Read<T> & { readonly state: 'idle' | 'sending' | 'done' | 'failed' }): ReactNode {
  const say = useSay()
  if (block.stand === 'same') return null
  const { mine, theirs } = block.versions ?? { mine: block.value, theirs: block.value }
  const [ours, others] = [fields(mine), fields(theirs)]
  const differs = (_: FieldSaid, at: number): boolean => ours[at]?.value !== others[at]?.value
  return (
    <>
      <div className="row spread base">
        <span className="small soft" role="status">
          <Standing {...{ block, state }} />
        </span>
        <Button kind="quiet" onPress={block.takeTheirs}>
          <u>{say(blockWords.drop)}</u>
        </Button>
      </div>
      <Clash
        {...{ block, changed: undefined }}
        show={(value) => (
          <Facts
            of={fields(value)
              .filter(differs)
              .map(({ name, value: text }) => ({ name, value: text || '–' }))}
          />
        )}
      />
    </>
  )
}

/** A form over a record in a dialog: it is sent with the revision it was begun from, and not before a clash is settled: until then sending leads to it. */
export function CorrectionForm<T extends object>(
  of: Read<T> & {
    readonly label: string
    readonly length?: 'short' | 'long'
    readonly state: 'idle' | 'sending' | 'done' | 'failed'
    readonly send: string
    readonly onSaved: () => void
    /** Why the server said no. */
    readonly trouble: ReactNode
    readonly children: ReactNode
  },
): ReactNode {
  const { correction, label, length = 'short', state } = of
  const isClash = correction.block.stand === 'clash'
  const save = async (): Promise<void> => {
    if (!isClash && (await correction.save())) of.onSaved()
  }
  return (
    <Form {...{ label, length }} onSend={() => void save()}>
      {!isClash && of.trouble}
      <CorrectionNotes {...of} />
      {of.children}
      <Send busy={state === 'sending'}>{of.send}</Send>
    </Form>
  )
}
