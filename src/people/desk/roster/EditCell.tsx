import { type KeyboardEvent, type ReactNode, useContext, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAction } from '../../../kit/web/act.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../../words/pages.ts'
import { type Row, WritingContext } from './row.ts'

type Written = 'phone' | 'crew' | 'education' | 'note' | 'shift'
type Cell = { readonly of: Row; readonly field: Written }

/** Writes one value of a person: the shift from today on, the rest as it is. */
function useWriting({ of, field }: Cell) {
  const { today } = useContext(WritingContext)
  const amend = useAction('people.amendPerson')
  const move = useAction('people.changeStandings')
  const save = async (text: string): Promise<boolean> => {
    if (field === 'shift') return Boolean(await move.send({ personIds: [of.id], from: today, shift: text }))
    return Boolean(await amend.send({ id: of.id, [field]: text }))
  }
  const failed = (
    <>
      <Outcome of={amend} words={refusals.amendPerson} />
      <Outcome of={move} words={refusals.changeStandings} />
    </>
  )
  return { save, failed, busy: [amend.state, move.state].includes('sending') }
}

const listedOf = (field: Written): 'shift' | 'crew' | 'education' | null =>
  field === 'shift' || field === 'crew' || field === 'education' ? field : null

type Typing = {
  readonly first: string
  readonly label: string
  readonly listed: readonly string[]
  readonly busy: boolean
}

/** The value while it is typed: Enter or leaving keeps it, Esc does not. */
function Typed(
  of: Typing & { onKeep: (text: string) => void; onDrop: () => void; hint: string | undefined },
): ReactNode {
  const list = useId()
  const isOver = useRef(false)
  const end = (act: () => void): void => {
    if (isOver.current) return
    isOver.current = true
    act()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const { value } = event.currentTarget
    if (event.key === 'Enter') end(() => of.onKeep(value))
    if (event.key === 'Escape') end(of.onDrop)
  }
  return (
    <span className="in-cell-box">
      <input
        className="input in-cell"
        aria-label={of.label}
        title={of.hint}
        defaultValue={of.first}
        list={of.listed.length > 0 ? list : undefined}
        readOnly={of.busy}
        // biome-ignore lint/a11y/noAutofocus: the cell that was pressed becomes this field
        autoFocus
        onKeyDown={onKeyDown}
        onBlur={({ target }) => end(() => of.onKeep(target.value))}
      />
      {of.listed.length > 0 && (
        <datalist id={list}>
          {of.listed.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </span>
  )
}

/** A value of the roster that may be written where it stands. */
export function EditCell({ of, field }: Cell): ReactNode {
  const say = useSay()
  const { isOpen, known } = useContext(WritingContext)
  const [typing, setTyping] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { save, failed, busy } = useWriting({ of, field })
  const shown = field === 'phone' ? (of.phoneMasked ?? '') : of[field]
  const first = field === 'phone' ? '' : shown
  const listed = listedOf(field)
  const label = say(words.editOf, { name: of.name, field: say(words[field]) })
  if (!isOpen) return shown
  const close = (): void => {
    flushSync(() => setTyping(false))
    button.current?.focus()
  }
  const keep = async (text: string): Promise<void> => {
    const next = text.trim()
    if (next === first.trim() || (await save(next))) close()
    else setTyping(false)
  }
  if (typing)
    return (
      <Typed
        {...{ first, label, busy }}
        hint={field === 'shift' ? say(words.shiftFromToday) : undefined}
        listed={listed ? known[listed] : []}
        onKeep={(text) => void keep(text)}
        onDrop={close}
      />
    )
  return (
    <>
      <button ref={button} type="button" className="edit" title={label} onClick={() => setTyping(true)}>
        {shown || <span className="soft">–</span>}
        <span className="unseen"> {label}</span>
      </button>
      {failed}
    </>
  )
}
