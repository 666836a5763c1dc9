import { type KeyboardEvent, type ReactNode, useContext, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAction } from '../../../kit/web/act.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../../words/pages.ts'
import { type Row, WritingContext } from './row.ts'

type Written = 'phone' | 'crew' | 'education' | 'note' | 'shift'
type Cell = { readonly of: Row; readonly field: Written }

/** Typed over a phone number, it takes the number away: nothing typed leaves what is masked as it is. */
const NONE = '-'

const HINTS = { shift: words.shiftFromToday, phone: words.phoneHint } as const

/** Writes one value of a person: the shift from today on, the rest as it is. */
function useWriting({ of, field }: Cell) {
  const { today } = useContext(WritingContext)
  const amend = useAction('people.amendPerson')
  const move = useAction('people.changeStandings')
  const save = async (text: string): Promise<boolean> => {
    if (field === 'shift') return Boolean(await move.send({ personIds: [of.id], from: today, shift: text }))
    const written = field === 'phone' && text === NONE ? '' : text
    return Boolean(await amend.send({ id: of.id, [field]: written }))
  }
  const failed = (
    <>
      <Outcome of={amend} words={refusals.amendPerson} />
      <Outcome of={move} words={refusals.changeStandings} />
    </>
  )
  return { save, failed, busy: [amend.state, move.state].includes('sending') }
}

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

type Typing = Cell & {
  readonly label: string
  readonly first: string
  /** The cell is at rest again; by a key, the focus goes back to it. */
  readonly onClose: (by: 'key' | 'leaving') => void
}

/** The value while it is typed: Enter or leaving keeps it, Esc does not; what the server refuses stays to be mended. */
function Typed({ of, field, label, first, onClose }: Typing): ReactNode {
  const say = useSay()
  const list = useId()
  const isOver = useRef(false)
  const hint = field === 'shift' || field === 'phone' ? HINTS[field] : undefined
  const { save, failed, busy } = useWriting({ of, field })
  const keep = async (text: string, by: 'key' | 'leaving'): Promise<void> => {
    if (isOver.current) return
    isOver.current = true
    const isSame = text.trim() === first.trim()
    if (isSame || (await save(text.trim()))) onClose(by)
    else isOver.current = false
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void keep(event.currentTarget.value, 'key')
    if (event.key !== 'Escape') return
    isOver.current = true
    onClose('key')
  }
  return (
    <>
      <span className="in-cell-box">
        <input
          className="input in-cell"
          aria-label={label}
          title={hint && say(hint)}
          defaultValue={first}
          list={list}
          readOnly={busy}
          // biome-ignore lint/a11y/noAutofocus: the cell that was pressed becomes this field
          autoFocus
          onKeyDown={onKeyDown}
          onBlur={({ target }) => void keep(target.value, 'leaving')}
        />
        <Known id={list} field={field} />
      </span>
      {failed}
    </>
  )
}

/** A value of the roster that may be written where it stands. At rest it is a button and no more: there are thousands. */
export function EditCell({ of, field }: Cell): ReactNode {
  const say = useSay()
  const { isOpen } = useContext(WritingContext)
  const [typing, setTyping] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const shown = field === 'phone' ? (of.phoneMasked ?? '') : of[field]
  if (!isOpen) return shown
  const label = say(words.editOf, { name: of.name, field: say(words[field]) })
  const close = (by: 'key' | 'leaving'): void => {
    flushSync(() => setTyping(false))
    if (by === 'key') button.current?.focus()
  }
  if (typing)
    return <Typed {...{ of, field, label }} first={field === 'phone' ? '' : shown} onClose={close} />
  return (
    <button ref={button} type="button" className="edit" title={label} onClick={() => setTyping(true)}>
      {shown || <span className="soft">–</span>}
      <span className="unseen"> {label}</span>
    </button>
  )
}
