import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useSay } from '../say.ts'
import { ui } from '../words.ts'

type Head = {
  readonly title: string
  readonly under?: ReactNode
  readonly beside?: ReactNode
  /** The page this one belongs to; pages of the tab bar have none. */
  readonly back?: string
}

let isFirst = true

/** A page of the phone: the way back, its title, and what it holds. Those who listen begin at its title. */
export function Page({ title, under, beside, back, children }: Head & { children?: ReactNode }): ReactNode {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · 矿灯`
  }, [title])
  useEffect(() => {
    if (!isFirst) {
      window.scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
    isFirst = false
  }, [])
  return (
    <article className="stack">
      <header className="page-head">
        {back && (
          <Link href={back} className="back">
            <ChevronLeft size={20} aria-hidden />
            {say(ui.back)}
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
        {under && <p className="under">{under}</p>}
      </header>
      {children}
    </article>
  )
}

/** A part of a page under its own heading. */
export function Part({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
