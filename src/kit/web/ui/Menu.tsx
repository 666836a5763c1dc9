import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from './Button.tsx'

type Shown = { readonly label: string; readonly face: ReactNode; readonly children: ReactNode }

/** A button with a small list below it; Esc or leaving it closes the list. */
export function Menu({ label, face, children }: Shown): ReactNode {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  const onBlur = (event: FocusEvent): void => {
    if (!box.current?.contains(event.relatedTarget)) setOpen(false)
  }
  return (
    <div className="menu" {...{ ref: box, onKeyDown, onBlur }}>
      <Button kind="quiet" label={label} expanded={open} onPress={() => setOpen(!open)}>
        {face}
      </Button>
      {open && (
        <div className="list" tabIndex={-1}>
          {children}
        </div>
      )}
    </div>
  )
}
