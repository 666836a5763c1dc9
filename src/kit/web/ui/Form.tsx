import type { KeyboardEvent, ReactNode } from 'react'

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
