import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../say.ts'
import { ui } from '../words.ts'
import { Button } from './Button.tsx'

/** The focus goes back to where it was; where that is gone, to the page, unless it went elsewhere by itself. */
function giveBack(opener: Element | null): void {
  if (document.activeElement !== document.body) return
  const place = opener?.isConnected ? opener : document.getElementById('page')
  if (place instanceof HTMLElement) place.focus()
}

/** A question or short form in front of the page. Esc and a button at its end close it, and the focus returns to where it was. */
export function Dialog(of: {
  title: string
  side?: boolean
  onClose: () => void
  children: ReactNode
}): ReactNode {
  const say = useSay()
  const box = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [opener] = useState(() => document.activeElement)
  useEffect(() => {
    box.current?.showModal()
    // The first field has the focus and would be scrolled to: what is said above it is read first.
    box.current?.scrollTo(0, 0)
    return () => giveBack(opener)
  }, [opener])
  return (
    <dialog
      ref={box}
      className={of.side ? 'side' : 'sheet'}
      aria-labelledby={title}
      onClose={of.onClose}
      onClick={(event) => {
        if (event.target === box.current) box.current?.close()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="stack">
        <h2 id={title}>{of.title}</h2>
        {of.children}
      </div>
      <div className="close">
        <Button kind="quiet" label={say(ui.close)} onPress={() => box.current?.close()}>
          <X size={18} aria-hidden />
        </Button>
      </div>
    </dialog>
  )
}
