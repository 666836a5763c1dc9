import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { LateBadge } from '../../../journal/ui/LateBadge.tsx'
import { historyPath } from '../../../journal/ui/paths.ts'
import type { InputOf, OutputOf } from '../../../kit/contract.ts'
import { dayAt } from '../../../kit/day.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { DaySaid } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { meetingPath } from '../../../meetings/ui/paths.ts'
import { BranchLink } from '../../../org/ui/BranchLink.tsx'
import { kindWords, refusals, words } from '../../words/lateness.ts'
import { type Asked, CLOSED } from './asked.ts'

type Row = OutputOf<'evidence.listMade'>['rows'][number]

const MOST = 300
const pathOf = ({ record, subject }: Row): string =>
  record === 'meeting' ? meetingPath(subject) : historyPath(subject)
const madeOn = ({ madeAt }: Row) => dayAt(new Date(madeAt))

const columnsOf = (source: string): readonly Column<Row>[] => [
  {
    ...{ head: words.happened, kind: 'main', value: ({ happenedOn }) => happenedOn },
    cell: (one) => (
      <Link href={pathOf(one)}>
        <DaySaid of={one.happenedOn} />
      </Link>
    ),
  },
  { head: words.made, value: madeOn, cell: (one) => <DaySaid of={madeOn(one)} /> },
  {
    ...{ head: words.after, value: ({ days }) => days },
    cell: ({ days }) => (source === 'imported' ? days : <LateBadge days={days} />),
  },
  { head: words.kind, value: ({ record }, say) => say(kindWords[record] ?? words.all) },
  { head: words.what, value: ({ title }) => title },
  {
    ...{ head: words.unit, value: ({ orgName }) => orgName },
    cell: ({ orgId, orgName }) => <BranchLink orgId={orgId} name={orgName} />,
  },
  { head: words.reason, value: ({ reason }) => reason },
]

function inputOf({ org, from, to, record, least, most, source, inspection }: Asked) {
  return {
    ...{ orgId: org, from, to, limit: MOST },
    ...(record && { record }),
    ...(/^\d{1,5}$/.test(least) && { least }),
    ...(/^\d{1,5}$/.test(most) && { most }),
    ...(source === 'imported' && { source: 'imported' as const }),
    ...(inspection && { inspectionId: inspection }),
  } as InputOf<'evidence.listMade'>
}

/** The records behind a number of the page. */
export function Behind({ asked, set }: { asked: Asked; set: (change: Partial<Asked>) => void }): ReactNode {
  const say = useSay()
  const read = useRead('evidence.listMade', inputOf(asked))
  const isReady = read.state === 'ready'
  useEffect(() => {
    if (isReady) document.getElementById('rows')?.scrollIntoView({ block: 'start' })
  }, [isReady])
  return (
    <div id="rows">
      <Part
        title={say(words.rows)}
        beside={<Button onPress={() => set(CLOSED)}>{say(words.closeRows)}</Button>}
      >
        {read.state !== 'ready' ? (
          <Waiting of={read} words={refusals.listMade} lines={8} />
        ) : read.data.rows.length === 0 ? (
          <p className="soft">{say(words.noRows)}</p>
        ) : (
          <>
            {read.data.more && <p className="small soft">{say(words.more, { n: MOST })}</p>}
            <DataTable
              caption={words.rows}
              rows={read.data.rows}
              keyOf={({ subject }) => subject}
              columns={columnsOf(asked.source)}
            />
          </>
        )}
      </Part>
    </div>
  )
}
