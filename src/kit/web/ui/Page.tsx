import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import './page.css'

/** A page: its title, one line under it, its actions, and what it holds. */
export function Page(of: {
  title: string
  /** Above the title: where this belongs. */
  above?: ReactNode
  /** Beside the title: one or two badges. */
  beside?: ReactNode
  under?: ReactNode
  actions?: ReactNode
  children: ReactNode
}): ReactNode {
  const title = useRef<HTMLHeadingElement>(null)
  const [path] = useLocation()
  const came = useRef(path)
  useEffect(() => {
    document.title = `${of.title} · 矿灯 Pitlamp`
  }, [of.title])
  useEffect(() => {
    // A new page begins at its title for those who listen or use the keyboard; the very first keeps the browser's own start.
    if (history.length > 1 && document.activeElement === document.body)
      title.current?.focus({ preventScroll: true })
    came.current = path
  }, [path])
  return (
    <article className="page stack wide">
      <header className="stack tight">
        {of.above && <div className="small soft">{of.above}</div>}
        <div className="row spread base">
          <div className="row base">
            <h1 ref={title} tabIndex={-1}>
              {of.title}
            </h1>
            {of.beside}
          </div>
          {of.actions && <div className="row unprinted">{of.actions}</div>}
        </div>
        {of.under && <div className="soft">{of.under}</div>}
      </header>
      {of.children}
    </article>
  )
}

/** A record: facts left, its history and seal right. */
export function Record({ children, aside }: { children: ReactNode; aside: ReactNode }): ReactNode {
  return (
    <div className="record">
      <div className="stack wide">{children}</div>
      <aside className="stack">{aside}</aside>
    </div>
  )
}

/** A part of a page under its own heading. */
export function Part({
  title,
  beside,
  children,
}: {
  title: string
  beside?: ReactNode
  children: ReactNode
}): ReactNode {
  return (
    <section className="stack">
      <div className="row spread base">
        <h2>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  )
}
