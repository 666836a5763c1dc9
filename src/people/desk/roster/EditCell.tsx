import { type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSay } from '../../../kit/web/say.ts'
import { words } from '../../words/pages.ts'
import { CellClash, CellField, CellSaid } from './CellParts.tsx'
import { type Cell, hasDraft, shownIn, useWriting, type Writing } from './cell.ts'
import { WritingContext } from './row.ts'

type Typing = Cell & {
  readonly label: string
  /** Opened by hand just now; else it is there because something was typed into it before. */
  readonly isPressed: boolean
  /** The cell is at rest again; by a key, the focus goes back to it. */
  readonly onClose: (by: 'key' | 'leaving') => void
}

/** Sends what is typed, once; a cell nothing was changed in is closed without a word. */
function useKeeping({ block, save, shown }: Writing, onClose: Typing['onClose']) {
  const isOver = useRef(false)
  const keep = async (by: 'key' | 'leaving'): Promise<void> => {
    if (isOver.current) return
    isOver.current = true
    const isSame = block.value.text.trim() === shown.trim()
    if (isSame) block.takeTheirs()
    if (isSame || (await save())) onClose(by)
    else isOver.current = false
  }
  const drop = (): void => {
    isOver.current = true
    block.takeTheirs()
    onClose('key')
  }
  return { keep, drop }
}

/**
 * The value while it is typed: Enter or leaving keeps it, Esc does not; what the server refuses stays to be mended, and what was not sent
 * is there again when the page is. Where somebody was first, both texts stand in a form.
 */
function Typed({ of, field, label, isPressed, onClose }: Typing): ReactNode {
  const writing = useWriting({ of, field })
  const { keep, drop } = useKeeping(writing, onClose)
  const wasFirst = useRef(false)
  wasFirst.current ||= writing.isClash
  if (wasFirst.current) return <CellClash {...{ writing, field, label }} onClose={() => onClose('key')} />
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void keep('key')
    if (event.key === 'Escape') drop()
  }
  return (
    <>
      <CellField
        {...{ writing, field, label, isPressed, onKeyDown }}
        onBlur={() => {
          void keep('leaving')
        }}
      />
      <CellSaid {...{ writing, isPressed }} />
    </>
  )
}

/** A value of the roster that may be written where it stands. At rest it is a button and no more: there are thousands. */
export function EditCell({ of, field }: Cell): ReactNode {
  const say = useSay()
  const { isOpen, account } = useContext(WritingContext)
  const [typing, setTyping] = useState<'no' | 'pressed' | 'found'>(() =>
    isOpen && hasDraft({ of, field }, account) ? 'found' : 'no',
  )
  const button = useRef<HTMLButtonElement>(null)
  const shown = shownIn({ of, field })
  if (!isOpen) return shown
  const label = say(words.editOf, { name: of.name, field: say(words[field]) })
  const close = (by: 'key' | 'leaving'): void => {
    flushSync(() => setTyping('no'))
    if (by === 'key') button.current?.focus()
  }
  if (typing !== 'no')
    return <Typed {...{ of, field, label }} isPressed={typing === 'pressed'} onClose={close} />
  return (
    <button ref={button} type="button" className="edit" title={label} onClick={() => setTyping('pressed')}>
      {shown || <span className="soft">–</span>}
      <span className="unseen"> {label}</span>
    </button>
  )
}
