import type { ReactNode } from 'react'
import { DISCLOSED } from '../../evidence/rules/disclosed.ts'
import { sealedDay } from '../../journal/rules/pack/day.ts'
import { lastSecondOf, type Shown } from '../../journal/rules/pack/revisions.ts'
import type { PackRecord } from '../../journal/rules/pack/shape.ts'
import { CLOCK_SLACK_S, daysLate, isImport, isLate } from '../../journal/rules/when.ts'
import { type Day, dayAt, monthOf, parseDay } from '../../kit/day.ts'
import { showDay, showInstant, showMonth, ZONE } from '../../kit/web/dates.ts'
import { COMMA, type Language, useLanguage, useSay } from '../../kit/web/say.ts'
import { BEGINS_MEETING } from '../../meetings/rules/begun.ts'
import { words } from './words.ts'

const SEMICOLON: Readonly<Record<Language, string>> = { zh: '；', en: '; ' }

const instantOf = (second: number): string => new Date(second * 1000).toISOString()

/** A day that was sealed; of a plan it is the first of its month. */
type SealedDay = { readonly day: Day; readonly isMonth: boolean }

/** The day of the thing as it was sealed; undefined: nothing sealed tells it. */
export function sealedDayOf({ revisions }: PackRecord, shown: readonly Shown[]): SealedDay | undefined {
  const [entry, last] = [shown.at(-1)?.entry, revisions.at(-1)]
  const sealed = entry && last && sealedDay(Object.keys(entry.fields), last.opened)
  const day = typeof sealed?.day === 'string' ? parseDay(sealed.day) : undefined
  return sealed && day && { day, isMonth: sealed.field === 'month' }
}

/** The day, or of a plan its month. */
export const showSealedDay = ({ day, isMonth }: SealedDay, now: Language): string =>
  isMonth ? showMonth(monthOf(day), now) : showDay(day, now)

/** Between when and when a leaf was sealed, as the mine's own pages say it: wider at both ends, since clocks differ. */
function Proved({ bounds: { notBefore, notAfter } }: { bounds: Shown['bounds'] }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const from = notBefore && showInstant(instantOf(notBefore.timeS - CLOCK_SLACK_S), now)
  const to = notAfter && showInstant(instantOf(lastSecondOf(notAfter.timeS) + CLOCK_SLACK_S), now)
  const [n, m] = [notBefore?.size ?? 0, notAfter?.size ?? 0]
  if (!from && !to) return <p>{say(words.unbounded)}</p>
  const both = from && to ? say(words.between, { from, to, n, m }) : undefined
  const said = both ?? (from ? say(words.onlyFrom, { from, n }) : say(words.onlyTo, { to: to ?? '', m }))
  return (
    <p>
      {said} <span className="soft">{say(words.slack, { n: CLOCK_SLACK_S / 60 })}</span>
    </p>
  )
}

type Given = { readonly record: PackRecord; readonly shown: readonly Shown[] }

/** What the maker of the pack says of a record and nothing sealed shows. */
function Claims({
  record: { happened, reason, title, table },
  day,
}: Given & { day: Day | undefined }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const told = happened === null ? undefined : parseDay(happened)
  const claims = [
    DISCLOSED[table] ? '' : title,
    told && told !== day && say(words.happened, { day: showDay(told, now) }),
    reason && say(words.reason, reason),
  ].filter((claim) => claim)
  if (claims.length === 0) return null
  return (
    <p className="small soft">
      {say(words.unproven)}
      {claims.join(SEMICOLON[now])}
    </p>
  )
}

/** How long after the thing its record came. What older ledgers held came in by import: that says nothing of when it was written down. */
function After({ day, recorded }: { day: Day; recorded: NonNullable<Shown['entry']> }): ReactNode {
  const say = useSay()
  const on = dayAt(new Date(recorded.received), ZONE)
  const n = daysLate(day, on)
  if (isImport(recorded.src)) return <span className="badge">{say(words.imported, { n })}</span>
  return isLate(day, on) && <span className="badge late">{say(words.late, { n })}</span>
}

/** When it took place and when it was recorded, as it was sealed. */
export function RecordWhen({ record, shown }: Given): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const entered = shown.find(({ entry }) => entry && !BEGINS_MEETING.includes(entry.kind)) ?? shown[0]
  const recorded = entered?.entry
  const sealed = sealedDayOf(record, shown)
  const parts = [
    sealed && say(words.happened, { day: showSealedDay(sealed, now) }),
    recorded && say(words.received, { at: showInstant(recorded.received, now) }),
  ].filter((part) => part)
  return (
    <>
      <p>
        {parts.join(COMMA[now])}{' '}
        {sealed && !sealed.isMonth && recorded && <After day={sealed.day} recorded={recorded} />}
      </p>
      {entered && <Proved bounds={entered.bounds} />}
      <Claims record={record} shown={shown} day={sealed?.day} />
    </>
  )
}
