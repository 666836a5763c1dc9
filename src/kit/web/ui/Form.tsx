import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from './Button.tsx'

/** A form that Ctrl+Enter (⌘+Enter) sends from any of its fields. */
export function Form({
  onSend,
  children,
  label,
}: {
  onSend: () => void
  children: ReactNode
  label: string
}): ReactNode {
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form
      className="stack"
      noValidate
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {children}
    </form>
  )
}

/** The button that sends a form. */
export function Send({
  busy,
  kind,
  children,
}: {
  busy: boolean
  kind?: 'plain'
  children: ReactNode
}): ReactNode {
  return (
    <div className="row">
      <Button kind={kind ?? 'primary'} type="submit" busy={busy}>
        {children}
      </Button>
    </div>
  )
}
