import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** One thing on a page: what it is, what it means, what to do. `late`: it is late; `stop`: it blocks something. */
export function Card(of: { title: string; tone?: 'late' | 'stop'; children?: ReactNode }): ReactNode {
  return (
    <section className={of.tone ? `card ${of.tone}` : 'card'}>
      <h2>{of.title}</h2>
      {of.children}
    </section>
  )
}

/** Lines under one another, each a fact or a way on. */
export function Lines({ children }: { children: ReactNode }): ReactNode {
  return <ul className="lines">{children}</ul>
}

type Shown = { readonly name: ReactNode; readonly value?: ReactNode; readonly under?: ReactNode }

/** A fact on a line: its name, its value, and what explains it. */
export function Line({ name, value, under }: Shown): ReactNode {
  return (
    <li>
      <div className="line">
        <span className="name">{name}</span>
        <span className="value">{value}</span>
        {under && <span className="under">{under}</span>}
      </div>
    </li>
  )
}

/** A line that leads to another page. */
export function LineLink({ name, value, under, to }: Shown & { to: string }): ReactNode {
  return (
    <li>
      <Link href={to} className="line">
        <span>
          <span className="name">{name}</span>
          {under && <span className="under"> {under}</span>}
        </span>
        <span className="row">
          {value}
          <ChevronRight size={18} aria-hidden />
        </span>
      </Link>
    </li>
  )
}
