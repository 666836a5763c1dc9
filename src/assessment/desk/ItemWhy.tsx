import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Facts } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { meetingPath } from '../../meetings/ui/paths.ts'
import { branchPath } from '../../org/ui/paths.ts'
import { personPath } from '../../people/ui/paths.ts'
import { sayFact, sayRule, sayValue } from '../ui/say-fact.ts'
import { refusals, words } from '../words/pages.ts'
import type { Item } from './ItemStack.tsx'

type Evidence = OutputOf<'assessment.listEvidence'>['evidence'][number]
type Place = NonNullable<Evidence['record']>
const FIRST = 30

const PATHS: Readonly<Record<Place['type'], (place: Place) => string>> = {
  meeting: ({ id }) => meetingPath(id),
  person: ({ id }) => personPath(id),
  case: ({ id, branchId }) => branchPath(branchId, 'cases', id),
  target: ({ id, branchId }) => branchPath(branchId, 'targets', id),
  branch: ({ branchId }) => branchPath(branchId),
}

function EvidenceRow({ row }: { row: Evidence }): ReactNode {
  const language = useLanguage()
  const label = row.label[language]
  return (
    <li>
      {row.record ? <Link href={PATHS[row.record.type](row.record)}>{label}</Link> : label}
      {label !== row.id && <span className="soft code"> {row.id}</span>}
    </li>
  )
}

function EvidenceRows({ no, branchId, period }: { no: string; branchId: string; period: string }): ReactNode {
  const say = useSay()
  const [all, setAll] = useState(false)
  const read = useRead('assessment.listEvidence', { branchId, period, no })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listEvidence} lines={3} />
  const { evidence } = read.data
  const shown = all ? evidence : evidence.slice(0, FIRST)
  if (evidence.length === 0) return <p className="soft">{say(words.evidenceNone)}</p>
  return (
    <>
      <ul className="evidence">
        {shown.map((row) => (
          <EvidenceRow key={row.id} row={row} />
        ))}
      </ul>
      {shown.length < evidence.length && (
        <Button kind="quiet" onPress={() => setAll(true)}>
          <u>{say(words.evidenceMore, { n: evidence.length - shown.length })}</u>
        </Button>
      )}
    </>
  )
}

function Counted({ item }: { item: Item }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const exact = item.value.includes('/') ? ` (${item.value})` : ''
  const pending = item.pending > 0 ? ` · ${say(words.partPending, { n: item.pending })}` : ''
  return `${sayFact(item.fact, language)} · ${sayValue(item.fact, item.value, language)}${exact}${pending}`
}

/** Why an item has its points: the sentence, what was counted, the rule in words, its basis, and the rows with their records. */
export function ItemWhy({
  item,
  branchId,
  period,
}: {
  item: Item
  branchId: string
  period: string
}): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <div className="item-why stack tight">
      <p>{item.because[language]}</p>
      <Facts
        of={[
          { name: say(words.counted), value: <Counted item={item} /> },
          { name: say(words.rule), value: sayRule(item.rule, item.parameters, language) },
          { name: say(words.basis), value: item.basis },
        ]}
      />
      <h4>{say(words.evidence, { n: item.evidenceCount })}</h4>
      <EvidenceRows no={item.no} branchId={branchId} period={period} />
    </div>
  )
}
