import type { ReactNode } from 'react'
import { useLanguage } from '../../kit/web/say.ts'
import { type HowMuch, sayHow } from './how.ts'

/** How a month's dues come about, the same to whoever pays and whoever collects (A3.2). */
export function How({ how, dueFen }: { how: HowMuch; dueFen: number }): ReactNode {
  const { facts, sum, rests } = sayHow(how, dueFen, useLanguage())
  return (
    <>
      <p>{facts}</p>
      <p className="strong">{sum}</p>
      <p className="soft small">{rests}</p>
    </>
  )
}
