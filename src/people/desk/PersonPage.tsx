import type { ReactNode } from 'react'
import { History } from '../../journal/ui/History.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Page, Part, Record } from '../../kit/web/ui/Page.tsx'
import { Badge, Facts } from '../../kit/web/ui/Parts.tsx'
import { Code, FullDay, Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { ui } from '../../kit/web/words.ts'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { categoryWords, duesClassWords, refusals, sexWords, words } from '../words/pages.ts'
import { Masked } from './Masked.tsx'

type Person = OutputOf<'people.findPerson'>
type Standing = Person['standings'][number]

function Identity({ person }: { person: Person }): ReactNode {
  const say = useSay()
  return (
    <Facts
      of={[
        { name: say(words.sex), value: say(sexWords(person.sex)) },
        { name: say(words.bornOn), value: person.bornOn && <FullDay of={person.bornOn} /> },
        { name: say(words.ethnicity), value: person.ethnicity },
        { name: say(words.education), value: person.education },
        { name: say(words.joinedOn), value: person.joinedOn && <FullDay of={person.joinedOn} /> },
        { name: say(words.fullSince), value: person.fullSince && <FullDay of={person.fullSince} /> },
        { name: say(words.crew), value: person.crew },
        { name: say(words.note), value: person.note },
      ]}
    />
  )
}

const COLUMNS: readonly Column<Standing>[] = [
  {
    head: words.unit,
    kind: 'main',
    value: ({ orgName }) => orgName,
    cell: ({ orgId, orgName }) => <BranchLink orgId={orgId} name={orgName} />,
  },
  {
    head: words.category,
    value: ({ category }, say) => say(categoryWords[category]),
    cell: ({ category }) => <Said of={categoryWords[category]} />,
  },
  {
    head: words.from,
    value: ({ from }) => from,
    cell: ({ from }) => (from ? <FullDay of={from} /> : <Said of={words.always} />),
  },
  {
    head: words.to,
    value: ({ to }) => to,
    cell: ({ to }) => (to ? <FullDay of={to} /> : <Said of={words.now} />),
  },
  { head: words.posts, value: ({ posts }) => posts },
  { head: words.shift, value: ({ shift }) => shift },
  {
    head: words.duesClass,
    value: ({ duesClass }, say) => say(duesClassWords[duesClass]),
    cell: ({ duesClass }) => <Said of={duesClassWords[duesClass]} />,
  },
]

function PersonRecord({ person }: { person: Person }): ReactNode {
  const say = useSay()
  return (
    <Record aside={<History subject={person.id} />}>
      <Identity person={person} />
      <Part title={say(words.standings)}>
        <DataTable
          caption={words.standings}
          rows={person.standings}
          keyOf={({ id }) => id}
          columns={COLUMNS}
        />
      </Part>
      <Part title={say(words.masked)}>
        <Masked person={person} />
      </Part>
    </Record>
  )
}

/** One person: who they are, what they were when; sensitive values masked. History and seal right. */
export default function PersonPage({ id }: { id: string }): ReactNode {
  const say = useSay()
  const read = useRead('people.findPerson', { id })
  if (read.state !== 'ready')
    return (
      <Page title={say(words.people)}>
        <Waiting of={read} words={refusals.findPerson} lines={10} />
      </Page>
    )
  const { name, no, source } = read.data
  const beside = (
    <>
      {source === 'import' && <Badge>{say(ui.imported)}</Badge>}
      <Code>{no}</Code>
    </>
  )
  return (
    <Page title={name} beside={beside}>
      <PersonRecord person={read.data} />
    </Page>
  )
}
