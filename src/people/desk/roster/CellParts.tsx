import { type KeyboardEvent, type ReactNode, useContext, useId } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { Standing } from '../../../kit/web/ui/Block.tsx'
import { CorrectionForm } from '../../../kit/web/ui/Correction.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../../words/pages.ts'
import type { Writing, Written } from './cell.ts'
import { WritingContext } from './row.ts'

const HINTS = { shift: words.shiftFromToday, phone: words.phoneHint } as const

type Of = { readonly writing: Writing; readonly field: Written; readonly label: string }

function Known({ id, field }: { id: string; field: Written }): ReactNode {
  const { known } = useContext(WritingContext)
  if (field === 'phone' || field === 'note') return null
  return (
    <datalist id={id}>
      {known[field].map((one) => (
        <option key={one} value={one} />
      ))}
    </datalist>
  )
}

/** The field that lies over a cell, with the words already in use. */
export function CellField({
  writing,
  field,
  label,
  ...of
}: Of & {
  readonly isPressed: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onBlur: () => void
}): ReactNode {
  const say = useSay()
  const list = useId()
  const hint = field === 'shift' || field === 'phone' ? HINTS[field] : undefined
  return (
    <span className="in-cell-box">
      <input
        className="input in-cell"
        aria-label={label}
        title={hint && say(hint)}
        value={writing.text}
        list={list}
        readOnly={writing.state === 'sending'}
        // biome-ignore lint/a11y/noAutofocus: the cell that was pressed becomes this field
        autoFocus={of.isPressed}
        onChange={({ target }) => writing.type(target.value)}
        onKeyDown={of.onKeyDown}
        onBlur={of.onBlur}
      />
      <Known id={list} field={field} />
    </span>
  )
}

function Failed({ amend, move }: Writing): ReactNode {
  return (
    <>
      <Outcome of={amend} words={refusals.amendPerson} />
      <Outcome of={move} words={refusals.changeStanding} />
    </>
  )
}

/** Why the server said no; and of what was typed before, since when it was not sent. */
export function CellSaid({
  writing,
  isPressed,
}: {
  readonly writing: Writing
  readonly isPressed: boolean
}): ReactNode {
  return (
    <>
      {!isPressed && (
        <span className="small soft" role="status">
          <Standing block={writing.block} state={writing.state} />
        </span>
      )}
      <Failed {...writing} />
    </>
  )
}

/** Both texts of a cell, in a form: what is chosen or typed is sent. */
export function CellClash({ writing, field, label, onClose }: Of & { onClose: () => void }): ReactNode {
  const say = useSay()
  const { correction, state, text, type } = writing
  const name = say(words[field])
  return (
    <Dialog title={label} onClose={onClose}>
      <CorrectionForm
        {...{ correction, state, label, onSaved: onClose }}
        send={say(words.save)}
        fields={(value) => [{ name, value: value.text }]}
        trouble={<Failed {...writing} />}
      >
        <TextInput path="text" label={name} value={text} onChange={type} />
      </CorrectionForm>
    </Dialog>
  )
}
