import { type ReactNode, useMemo, useState } from 'react'
import type { Checked } from '../../journal/rules/pack/check.ts'
import type { PackFinding } from '../../journal/rules/pack/finding.ts'
import type { Pack, PackRecord } from '../../journal/rules/pack/shape.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { RecordCard } from './RecordCard.tsx'
import { words } from './words.ts'

const ON_A_PAGE = 25

const isFound = ({ title, subject, table, stratum, revisions }: PackRecord, typed: string): boolean =>
  [
    title,
    subject,
    table,
    stratum ?? '',
    ...revisions.flatMap(({ opened }) => Object.values(opened).map(({ value }) => String(value))),
  ]
    .join(' ')
    .toLowerCase()
    .includes(typed)

type Given = { readonly pack: Pack; readonly checked: Checked; readonly findings: readonly PackFinding[] }

/** The records, some at a time, with a field to find them. */
export function Records({ pack, checked, findings }: Given): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [from, setFrom] = useState(0)
  const wrong = useMemo(() => new Set(findings.map(({ subject }) => subject)), [findings])
  const found = useMemo(() => {
    const all = pack.records.map((record, at) => ({ record, shown: checked.shown[at] ?? [] }))
    const sought = typed.trim().toLowerCase()
    const kept = sought ? all.filter(({ record }) => isFound(record, sought)) : all
    return kept.toSorted((a, b) => Number(wrong.has(b.record.subject)) - Number(wrong.has(a.record.subject)))
  }, [pack, checked, typed, wrong])
  const to = Math.min(found.length, from + ON_A_PAGE)
  return (
    <section className="part">
      <h2>{say(words.records)}</h2>
      <label className="find noprint">
        <span>{say(words.find)}</span>
        <input
          type="search"
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value)
            setFrom(0)
          }}
        />
      </label>
      <p className="small soft" role="status">
        {found.length === 0 ? say(words.none) : say(words.shownOf, { n: found.length, from: from + 1, to })}
      </p>
      {found.slice(from, to).map(({ record, shown }) => (
        <RecordCard key={record.subject} record={record} shown={shown} isWrong={wrong.has(record.subject)} />
      ))}
      <div className="row noprint">
        {from > 0 && (
          <Button onPress={() => setFrom(Math.max(0, from - ON_A_PAGE))}>{say(words.earlier)}</Button>
        )}
        {to < found.length && <Button onPress={() => setFrom(to)}>{say(words.later)}</Button>}
      </div>
    </section>
  )
}
