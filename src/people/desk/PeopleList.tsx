import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Code, FullDay, Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { personPath } from '../ui/paths.ts'
import { categoryWords, words } from '../words/pages.ts'

type Person = OutputOf<'people.listPeople'>['people'][number]
const PAGE = 50

const COLUMNS: readonly Column<Person>[] = [
  { head: words.name, kind: 'main', cell: (one) => <Link href={personPath(one.id)}>{one.name}</Link> },
  { head: words.no, cell: (one) => <Code>{one.no}</Code> },
  { head: words.category, cell: (one) => <Said of={categoryWords[one.category]} /> },
  { head: words.unit, cell: (one) => one.orgName },
  { head: words.posts, cell: (one) => one.posts },
  { head: words.crew, cell: (one) => [one.crew, one.shift].filter(Boolean).join(' · ') },
  { head: words.joinedOn, cell: (one) => <FullDay of={one.joinedOn} /> },
]

/** People of a unit, or of the mine, by number; `onTurn` asks for the page after somebody ('' for the first). */
export function PeopleList(of: {
  asked: { orgId?: string; q?: string; after?: string }
  onTurn: (after: string) => void
}): ReactNode {
  const say = useSay()
  const { q, after, orgId } = of.asked
  const asked = { limit: PAGE, ...(q && { q }), ...(after && { after }), ...(orgId && { orgId }) }
  const read = useRead('people.listPeople', asked, { meanwhile: 'last' })
  if (read.state !== 'ready') return <Waiting of={read} words={{}} lines={12} />
  const { people, next } = read.data
  if (people.length === 0 && q) return <p className="soft">{say(words.found)}</p>
  if (people.length === 0) return <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  return (
    <div className="stack">
      <DataTable caption={words.roster} columns={COLUMNS} rows={people} keyOf={({ id }) => id} />
      <div className="row unprinted">
        {after && <Button onPress={() => of.onTurn('')}>{say(words.first)}</Button>}
        {next && <Button onPress={() => of.onTurn(next)}>{say(words.next)}</Button>}
      </div>
    </div>
  )
}
