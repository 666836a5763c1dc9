import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** Facts of a record, name by name; empty ones are left out. `long` facts take the whole width. */
export type Fact = { readonly name: string; readonly value: ReactNode; readonly long?: boolean }

export function Facts({ of }: { of: readonly Fact[] }): ReactNode {
  const given = of.filter(
    ({ value }) => value !== '' && value !== null && value !== undefined && value !== false,
  )
  return (
    <dl className="facts">
      {given.map(({ name, value, long }) => (
        <FactRow key={name} name={name} value={value} long={long === true} />
      ))}
    </dl>
  )
}

function FactRow({ name, value, long }: Fact): ReactNode {
  return (
    <>
      <dt className={long ? 'long' : undefined}>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

/** What a place is for when nothing is there yet, and the button that fills it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}): ReactNode {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div className="row">{action}</div>}
    </div>
  )
}

/** Something to know, in a quiet box. */
export function Notice({
  kind,
  children,
}: {
  kind?: 'wrong' | 'late' | 'done'
  children: ReactNode
}): ReactNode {
  return <div className={`notice ${kind ?? ''}`}>{children}</div>
}

/** One word about a record, in a frame. */
export function Badge({ kind, children }: { kind?: 'late' | 'stop'; children: ReactNode }): ReactNode {
  return <span className={`badge ${kind ?? ''}`}>{children}</span>
}

/** A computed number that leads to why it is what it is. `says` names what it is the number of. */
export function Why({ to, says, children }: { to: string; says: string; children: ReactNode }): ReactNode {
  return (
    <Link href={to} className="why" title={says}>
      {children}
      <span className="unseen"> {says}</span>
    </Link>
  )
}

export type Tab = { readonly id: string; readonly name: string; readonly count?: number; readonly to: string }

/** Parts of a page, each with its own address. */
export function Tabs({
  label,
  tabs,
  here,
}: {
  label: string
  tabs: readonly Tab[]
  here: string
}): ReactNode {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ id, name, count, to }) => (
        <Link key={id} href={to} aria-current={id === here ? 'page' : undefined} replace>
          {name}
          {count !== undefined && <span className="count">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
