import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { Button } from './Button.tsx'

type Shown = {
  readonly label: string
  /** `short` forms go with Enter too; in a long one Enter could send it by accident. */
  readonly length?: 'short' | 'long'
  readonly onSend: () => void
  readonly children: ReactNode
}

/** A form that Ctrl+Enter (⌘+Enter) sends from any of its fields. */
export function Form({ label, length = 'short', onSend, children }: Shown): ReactNode {
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter') return
    const asks = event.ctrlKey || event.metaKey
    const isLine = event.target instanceof HTMLInputElement
    if (asks || (length === 'long' && isLine)) event.preventDefault()
    if (asks) event.currentTarget.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className="stack" noValidate aria-label={label} onKeyDown={onKeyDown} onSubmit={onSubmit}>
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
