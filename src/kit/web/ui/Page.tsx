import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import './page.css'

let isFirst = true

/** Where a new page begins for those who listen or use the keyboard: at its title. The very first keeps the browser's own start. */
function useStartAt(title: RefObject<HTMLHeadingElement | null>): void {
  useEffect(() => {
    if (!isFirst && document.activeElement === document.body) title.current?.focus({ preventScroll: true })
    isFirst = false
  }, [title])
}

type Head = {
  readonly title: string
  /** Above the title: where this belongs. */
  readonly above?: ReactNode
  /** Beside the title: one or two badges. */
  readonly beside?: ReactNode
  readonly under?: ReactNode
  readonly actions?: ReactNode
}

function PageHead({ title, above, beside, under, actions }: Head): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useStartAt(heading)
  return (
    <header className="stack tight">
      {above && <div className="small soft">{above}</div>}
      <div className="row spread base">
        <div className="row base">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </div>
        {actions && <div className="row unprinted">{actions}</div>}
      </div>
      {under && <div className="soft">{under}</div>}
    </header>
  )
}

/** A page: its title, one line under it, its actions, and what it holds. */
export function Page({ children, ...head }: Head & { children: ReactNode }): ReactNode {
  useEffect(() => {
    document.title = `${head.title} · 矿灯 Pitlamp`
  }, [head.title])
  return (
    <article className="page stack wide">
      <PageHead {...head} />
      {children}
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
