import type { ReactNode } from 'react'
import { LATE_AFTER_DAYS } from '../../../journal/rules/when.ts'
import { useSay } from '../../../kit/web/say.ts'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Why } from '../../../kit/web/ui/Parts.tsx'
import { isLateBand } from '../../rules/lateness.ts'
import { kindWords, words } from '../../words/lateness.ts'
import { type Answer, type Asked, asBehind, type Behind, behindPath, sayBand } from './asked.ts'

type Spread = Answer['all']

const HEIGHT = 100

/** How many records lie in each band, as bars; those that are late have their mark. The table beside says the same. */
export function Bars({ of, bands }: { of: Spread; bands: Answer['bands'] }): ReactNode {
  const say = useSay()
  const most = Math.max(1, ...of.bands)
  return (
    <ol className="lag" aria-hidden="true">
      {bands.map((band, at) => {
        const n = of.bands[at] ?? 0
        const height = (n / most) * HEIGHT
        return (
          <li key={band.from} className={isLateBand(at) && n > 0 ? 'late' : undefined}>
            <span>
              {isLateBand(at) && n > 0 ? '◐ ' : ''}
              {n}
            </span>
            <svg viewBox={`0 0 10 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y={HEIGHT - height} width="10" height={height} />
            </svg>
            <span className="small soft">{sayBand(band, say)}</span>
          </li>
        )
      })}
    </ol>
  )
}

type Linked = { readonly n: number; readonly to: string; readonly says: string }

function Counted({ n, to, says }: Linked): ReactNode {
  if (n === 0) return <span className="soft">0</span>
  return (
    <Why to={to} says={says}>
      {n}
    </Why>
  )
}

type Shown = {
  readonly of: Answer
  readonly spreads: readonly Spread[]
  readonly asked: Asked
  readonly source: 'entered' | 'imported'
}

/** A column whose numbers lead to the records behind them. */
function useLinked(asked: Asked, source: Shown['source']) {
  const say = useSay()
  return (spread: Spread, n: number, behind: Behind & { readonly says: string }): ReactNode => {
    const { says: band, ...by } = behind
    const kind = kindWords[spread.record] ?? words.all
    const record = spread.record && { record: spread.record }
    const to = behindPath(asked, { source, ...record, ...by })
    return <Counted n={n} to={to} says={say(words.says, { kind: say(kind), band })} />
  }
}

/** Kind by kind, how many records were made how many days after. Imports have no late ones. */
export function SpreadTable({ of, spreads, asked, source }: Shown): ReactNode {
  const say = useSay()
  const linked = useLinked(asked, source)
  const late = { least: String(LATE_AFTER_DAYS + 1), says: say(words.late) }
  const bands = of.bands.map((band, at): Column<Spread> => {
    const head = { zh: sayBand(band, say), en: sayBand(band, say) }
    return {
      ...{ head, kind: 'number', value: (one) => one.bands[at] ?? 0 },
      cell: (one) => linked(one, one.bands[at] ?? 0, { ...asBehind(band), says: say(head) }),
    }
  })
  const judged: readonly Column<Spread>[] = [
    {
      ...{ head: words.late, kind: 'number', value: (one) => one.late },
      cell: (one) => linked(one, one.late, late),
    },
    { head: words.reasoned, kind: 'number', value: ({ reasoned }) => reasoned },
    { head: words.inTime, kind: 'number', value: (one) => `${one.of - one.late}/${one.of}` },
  ]
  const columns: readonly Column<Spread>[] = [
    { head: words.kind, kind: 'main', value: ({ record }) => say(kindWords[record] ?? words.all) },
    ...bands,
    {
      ...{ head: words.of, kind: 'number', value: (one) => one.of },
      cell: (one) => linked(one, one.of, { says: say(words.of) }),
    },
    ...(source === 'entered' ? judged : []),
    { head: words.median, kind: 'number', value: ({ medianDays }) => medianDays },
  ]
  const caption = source === 'entered' ? words.spread : words.imported
  return <DataTable caption={caption} rows={spreads} keyOf={({ record }) => record} columns={columns} />
}
