import type { ReactNode } from 'react'
import type { Day, Month } from '../../day.ts'
import { showDay, showFullDay, showInstant, showMonth } from '../dates.ts'
import { useLanguage, type Words } from '../say.ts'

/** Words in the language of the page. */
export function Said({ of }: { of: Words }): ReactNode {
  return of[useLanguage()]
}

/** A day as people say it: `6月12日 周五`. */
export function DaySaid({ of }: { of: Day }): ReactNode {
  return (
    <time className="whole" dateTime={of}>
      {showDay(of, useLanguage())}
    </time>
  )
}

/** A day with its year; nothing when there is none. */
export function FullDay({ of }: { of: Day | null | undefined }): ReactNode {
  const language = useLanguage()
  if (!of) return null
  return (
    <time className="whole" dateTime={of}>
      {showFullDay(of, language)}
    </time>
  )
}

/** A month with its year. */
export function MonthSaid({ of }: { of: Month }): ReactNode {
  return (
    <time className="whole" dateTime={of}>
      {showMonth(of, useLanguage())}
    </time>
  )
}

/** An instant in the mine's calendar. */
export function InstantSaid({ of }: { of: string }): ReactNode {
  return <time dateTime={of}>{showInstant(of, useLanguage())}</time>
}

/** A code or number that identifies something. */
export function Code({ children }: { children: ReactNode }): ReactNode {
  return <span className="code soft">{children}</span>
}
