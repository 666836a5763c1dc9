import type { MouseEventHandler, ReactNode } from 'react'
import { Link } from 'wouter'

type Look = { kind?: 'primary' | 'plain' | 'quiet'; children: ReactNode }
type Press = Look & {
  onPress?: MouseEventHandler<HTMLButtonElement>
  type?: 'button' | 'submit'
  /** Under way: stays in place and cannot be pressed again. */
  busy?: boolean
  label?: string
  expanded?: boolean
}

const classOf = (kind: Look['kind'] = 'plain'): string => `button ${kind}`

/** Does something on this page. At most one `primary` on a page. */
export function Button({
  kind,
  children,
  onPress,
  type = 'button',
  busy,
  label,
  expanded,
}: Press): ReactNode {
  return (
    <button
      className={classOf(kind)}
      type={type === 'submit' ? 'submit' : 'button'}
      aria-disabled={busy || undefined}
      aria-label={label}
      aria-expanded={expanded}
      title={label}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onPress?.(event)
      }}
    >
      {children}
    </button>
  )
}

/** Leads to another page, looking like a button. */
export function ButtonLink({ kind, children, to }: Look & { to: string }): ReactNode {
  return (
    <Link href={to} className={classOf(kind)}>
      {children}
    </Link>
  )
}
