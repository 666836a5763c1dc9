import type { ReactElement, ReactNode } from 'react'
import type { MarkState } from '../../strip.ts'
import { useSay, type Words } from '../say.ts'

/** The words of the states a duty can be in. */
export const markWords: Readonly<Record<MarkState, Words>> = {
  done: { zh: '已完成', en: 'Done' },
  late: { zh: '补录', en: 'Recorded late' },
  missed: { zh: '未开展', en: 'Missed' },
  due: { zh: '待完成', en: 'Due' },
  planned: { zh: '已安排', en: 'Planned' },
  notApplicable: { zh: '不适用', en: 'Not applicable' },
}

const SHAPES: Readonly<Record<MarkState, ReactElement>> = {
  done: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  late: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor" />
    </>
  ),
  missed: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2.25" />,
  due: <circle cx="8" cy="8" r="2.25" fill="currentColor" />,
  planned: (
    <>
      <circle cx="8" cy="8" r="2.25" fill="currentColor" />
      <rect
        x="2"
        y="2"
        width="12"
        height="12"
        rx="1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
      />
    </>
  ),
  notApplicable: <path d="M4 8h8" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
}

/** The shape of a state: ● done, ◐ late, ○ missed, · due, ⊡ planned, – not applicable. Give its word beside it, or to those who do not see it. */
export function Mark({ state }: { state: MarkState }): ReactNode {
  return (
    <svg className={`mark ${state}`} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  )
}

/** A state as shape and word. */
export function State({ state, children }: { state: MarkState; children?: ReactNode }): ReactNode {
  const say = useSay()
  return (
    <span className="state">
      <Mark state={state} />
      {children ?? say(markWords[state])}
    </span>
  )
}

const DUTY_MARKS: readonly MarkState[] = ['done', 'late', 'missed', 'due', 'notApplicable']

/** What the shapes mean; left out: the five of a duty. */
export function Legend({ of = DUTY_MARKS }: { of?: readonly MarkState[] }): ReactNode {
  return (
    <div className="legend">
      {of.map((state) => (
        <State key={state} state={state} />
      ))}
    </div>
  )
}
