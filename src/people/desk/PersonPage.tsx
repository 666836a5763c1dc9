import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { History } from '../../journal/ui/History.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { today } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Page, Part, Record } from '../../kit/web/ui/Page.tsx'
import { Badge, Facts } from '../../kit/web/ui/Parts.tsx'
import { Code, FullDay, InstantSaid, Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { ui } from '../../kit/web/words.ts'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { branchPath } from '../../org/ui/paths.ts'
import { branchOf, isBranch, useUnits } from '../../org/ui/units.ts'
import { rosterPath } from '../ui/paths.ts'
import { categoryWords, duesClassWords, refusals, sexWords, words } from '../words/pages.ts'
import { Erase } from './Erase.tsx'
import { ChangePerson, ChangeStanding, EndStanding } from './form/dialogs.tsx'
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
        {
          name: say(words.formerName),
          value:
            person.formerNames.length > 0 &&
            person.formerNames.map(({ name, until }) => (
              <span key={until} className="row tight">
                {say(words.formerUntil, { name })} <InstantSaid of={until} />
              </span>
            )),
        },
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
  { head: words.whyEnded, value: ({ whyEnded }) => whyEnded },
]

const RECORDS = [
  ['meetings', words.meetingsOf],
  ['dues', words.duesOf],
  ['cases', words.caseOf],
] as const

/** Where the records of this person are: with those of the branch they stand in. */
function Records({ person }: { person: Person }): ReactNode {
  const say = useSay()
  const stands = person.standings.at(-1)
  const branch = branchOf(useUnits(), stands?.orgId ?? '')
  if (!branch || !isBranch(branch)) return null
  return (
    <Part title={say(words.records)}>
      <ul className="row">
        {RECORDS.map(([tab, name]) => (
          <li key={tab}>
            <Link href={branchPath(branch.id, tab)}>{say(name, { name: branch.name })}</Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function PersonRecord({ person, children }: { person: Person; children: ReactNode }): ReactNode {
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
      {children}
      <Records person={person} />
      <Part title={say(words.masked)}>
        <Masked person={person} />
      </Part>
    </Record>
  )
}

const hasLeft = ({ standings }: Person): boolean => {
  const end = standings.at(-1)?.to
  return end !== null && end !== undefined && end < today()
}

/** What may be done about a person. */
function Actions({ person }: { person: Person }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asking, setAsking] = useHeld<'change' | 'standing' | 'end' | null>('person.asking', null)
  const about = { person, onClose: () => setAsking(null) }
  return (
    <>
      {may('people.changeStanding') && (
        <Button kind="primary" onPress={() => setAsking('standing')}>
          {say(words.changeStanding)}
        </Button>
      )}
      {may('people.changePerson') && <Button onPress={() => setAsking('change')}>{say(words.change)}</Button>}
      {may('people.endStanding') && <Button onPress={() => setAsking('end')}>{say(words.end)}</Button>}
      {may('people.erase') && <Erase person={person} />}
      {asking === 'change' && <ChangePerson {...about} />}
      {asking === 'standing' && <ChangeStanding {...about} />}
      {asking === 'end' && <EndStanding {...about} />}
    </>
  )
}

/** One person: who they are, what they were when; sensitive values masked; then what else is known. History and seal right. */
export default function PersonPage({ id, children }: { id: string; children?: ReactNode }): ReactNode {
  const say = useSay()
  const read = useRead('people.findPerson', { id })
  if (read.state !== 'ready')
    return (
      <Page title={say(words.people)}>
        <Waiting of={read} words={refusals.findPerson} lines={10} />
      </Page>
    )
  const { name, no, source } = read.data
  const isGone = hasLeft(read.data)
  const beside = (
    <>
      {isGone && <Badge kind="late">{say(words.left)}</Badge>}
      {source === 'import' && <Badge>{say(ui.imported)}</Badge>}
      <Code>{no}</Code>
    </>
  )
  return (
    <Page
      title={name}
      above={<Link href={rosterPath('')}>{say(words.roster)}</Link>}
      beside={beside}
      actions={<Actions person={read.data} />}
    >
      <PersonRecord person={read.data}>{children}</PersonRecord>
    </Page>
  )
}
