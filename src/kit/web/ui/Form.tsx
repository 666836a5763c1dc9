import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { Button } from './Button.tsx'

type Shown = {
  readonly label: string
  /** `short` forms go with Enter too; in a long one Enter could send it by accident. */
  readonly length?: 'short' | 'long'
  readonly onSend: () => void
  readonly children: ReactNode
}

/** Where a form says that its record was changed under it: until that is settled, sending leads there. */
export const CLASH = 'data-clash'

/** Brings what is to be settled into sight, with the focus on it. */
export function showClash(box: HTMLElement): void {
  box.scrollIntoView({ block: 'center' })
  box.focus({ preventScroll: true })
}

/** Whether a form was sent and nothing typed into it since. */
export const wasSent = (form: HTMLFormElement | null): boolean => form?.dataset['sent'] !== undefined

/** A form that Ctrl+Enter (⌘+Enter) sends from any of its fields. */
export function Form({ label, length = 'short', onSend, children }: Shown): ReactNode {
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter') return
    const asks = event.ctrlKey || event.metaKey
    const isLine = event.target instanceof HTMLInputElement
    if (asks || (length === 'long' && isLine)) event.preventDefault()
    if (asks) event.currentTarget.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    form.dataset['sent'] = ''
    const clash = form.querySelector<HTMLElement>(`[${CLASH}]`)
    if (clash) showClash(clash)
    else onSend()
  }
  const onInput = ({ currentTarget }: FormEvent<HTMLFormElement>): void => {
    delete currentTarget.dataset['sent']
  }
  return (
    <form
      className="stack"
      noValidate
      aria-label={label}
      onKeyDown={onKeyDown}
      onInput={onInput}
      onSubmit={onSubmit}
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
