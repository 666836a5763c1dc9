import { type ReactNode, useEffect, useId, useRef } from 'react'

/** A question or short form in front of the page. Esc closes it, and the focus returns to where it was. */
export function Dialog(of: {
  title: string
  side?: boolean
  onClose: () => void
  children: ReactNode
}): ReactNode {
  const box = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    box.current?.showModal()
  }, [])
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
    </dialog>
  )
}
