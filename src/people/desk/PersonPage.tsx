import type { ReactNode } from 'react'
import { History } from '../../journal/ui/History.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { showFullDay } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Page, Part, Record } from '../../kit/web/ui/Page.tsx'
import { Badge, Facts } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { ui } from '../../kit/web/words.ts'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { categoryWords, duesClassWords, refusals, sexWords, words } from '../words/pages.ts'
import { Masked } from './Masked.tsx'

type Person = OutputOf<'people.findPerson'>

function Identity({ person }: { person: Person }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const day = (of: Person['joinedOn']): string => (of ? showFullDay(of, language) : '')
  return (
    <Facts
      of={[
        { name: say(words.sex), value: say(sexWords(person.sex)) },
        { name: say(words.bornOn), value: day(person.bornOn) },
        { name: say(words.ethnicity), value: person.ethnicity },
        { name: say(words.education), value: person.education },
        { name: say(words.joinedOn), value: day(person.joinedOn) },
        { name: say(words.fullSince), value: day(person.fullSince) },
        { name: say(words.crew), value: person.crew },
        { name: say(words.note), value: person.note },
      ]}
    />
  )
}

function Standings({ person }: { person: Person }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <DataTable
      caption={say(words.standings)}
      rows={person.standings}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'unit',
          head: say(words.unit),
          kind: 'main',
          cell: ({ orgId, orgName }) => <BranchLink orgId={orgId} name={orgName} />,
        },
        { id: 'category', head: say(words.category), cell: ({ category }) => say(categoryWords[category]) },
        {
          id: 'from',
          head: say(words.from),
          cell: ({ from }) => (from ? showFullDay(from, language) : say(words.always)),
        },
        {
          id: 'to',
          head: say(words.to),
          cell: ({ to }) => (to ? showFullDay(to, language) : say(words.now)),
        },
        { id: 'posts', head: say(words.posts), cell: ({ posts }) => posts },
        { id: 'shift', head: say(words.shift), cell: ({ shift }) => shift },
        { id: 'dues', head: say(words.duesClass), cell: ({ duesClass }) => say(duesClassWords[duesClass]) },
      ]}
    />
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
  const person = read.data
  return (
    <Page
      title={person.name}
      beside={
        <>
          {person.source === 'import' && <Badge>{say(ui.imported)}</Badge>}
          <span className="soft code">{person.no}</span>
        </>
      }
    >
      <Record aside={<History subject={id} />}>
        <Identity person={person} />
        <Part title={say(words.standings)}>
          <Standings person={person} />
        </Part>
        <Part title={say(words.masked)}>
          <Masked person={person} />
        </Part>
      </Record>
    </Page>
  )
}
