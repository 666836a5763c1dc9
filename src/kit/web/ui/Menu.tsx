import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from './Button.tsx'

/** A button with a small list below it; Esc or leaving it closes the list. */
export function Menu({
  label,
  face,
  children,
}: {
  label: string
  face: ReactNode
  children: ReactNode
}): ReactNode {
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
    // biome-ignore lint/a11y/noStaticElementInteractions: only closes what the button inside has opened
    <div className="menu" ref={box} onKeyDown={onKeyDown} onBlur={onBlur}>
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
