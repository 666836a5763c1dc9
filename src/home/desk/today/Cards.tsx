import type { ReactNode } from 'react'
import { showDay } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { Mark } from '../../../kit/web/ui/Mark.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { doWords, words } from '../../words/open.ts'
import { refusals } from '../../words/pages.ts'
import { DutyButtons } from './DutyButtons.tsx'
import { HowTo } from './HowTo.tsx'
import {
  dutyOf,
  type Lacking,
  type Line,
  lackingName,
  markOf,
  nameOf,
  pathOf,
  type Today,
  untilOf,
} from './line.ts'
import './today.css'

type Item = {
  readonly line: Line
  readonly one: Lacking
  readonly today: Today['today']
  readonly many: boolean
}

const itemsOf = ({ lines, today, branches }: Today): Item[] =>
  lines.flatMap((line) => line.branches.map((one) => ({ line, one, today, many: branches > 1 })))

/** One thing to do, with its button. */
function ItemLine({ item: { line, one, today, many } }: { item: Item }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const own = { ...line, count: one.count, branches: [one] }
  const name = nameOf(own, { say, language })
  const where = many || one.groupName ? lackingName({ ...line, kind: 'duty' }, one) : ''
  return (
    <li>
      <Mark state={markOf[line.state]} />
      <span className="says">
        <span>{name}</span>
        {where && <span className="soft small">{where}</span>}
        {one.planned && (
          <span className="small">{say(words.planned, { day: showDay(one.planned.day, language) })}</span>
        )}
        <span className={line.state === 'due' ? 'soft small' : 'amber small'}>
          {untilOf(line, today, { say, language })}
        </span>
      </span>
      {line.kind === 'duty' ? (
        <DutyButtons
          duty={dutyOf(line, one)}
          state={line.state === 'missed' ? 'missed' : 'open'}
          name={name}
        />
      ) : (
        <ButtonLink to={pathOf(line, one)}>
          {say(doWords[line.kind])}
          <span className="unseen"> {name}</span>
        </ButtonLink>
      )}
    </li>
  )
}

function Card({ title, items, none }: { title: string; items: readonly Item[]; none: string }): ReactNode {
  return (
    <section className="card stack">
      <h2>{title}</h2>
      {items.length === 0 && <p className="soft">{none}</p>}
      <ul className="todo">
        {items.map((item) => (
          <ItemLine
            key={`${item.line.kind}${item.line.what}${item.line.until}${item.one.branchId}${item.one.groupId}${item.one.name}`}
            item={item}
          />
        ))}
      </ul>
    </section>
  )
}

/** What a secretary needs to know without a click: what is due, what is at risk, how to run the next meeting. */
export function Cards({ fullMembers }: { fullMembers: number }): ReactNode {
  const say = useSay()
  const read = useRead('home.findOpen', {})
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.findOpen} lines={10} />
  const items = itemsOf(read.data)
  const due = items.filter(({ line }) => line.state === 'due')
  const risk = items.filter(({ line }) => line.state !== 'due')
  return (
    <div className="today-cards">
      <Card title={say(words.due)} items={due} none={say(words.noneDue)} />
      <Card title={say(words.risk)} items={risk} none={say(words.noneRisk)} />
      <HowTo of={read.data} fullMembers={fullMembers} />
    </div>
  )
}
