import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useHeld } from '../../../kit/web/held.ts'
import type { Say } from '../../../kit/web/say.ts'
import { COMMA, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import type { Column } from '../../../kit/web/ui/DataTable.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Code, FullDay, Said } from '../../../kit/web/ui/Said.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { AddUnit, ChangeUnit } from '../../../org/desk/UnitForm.tsx'
import { branchPath } from '../../../org/ui/paths.ts'
import { isBranch } from '../../../org/ui/units.ts'
import { orgKindWords } from '../../../org/words/kinds.ts'
import { postWords } from '../../../org/words/posts.ts'
import { words as orgWords } from '../../../org/words/units.ts'
import { personPath, rosterPath } from '../../ui/paths.ts'
import { words } from '../../words/org.ts'
import { termSaid, type UnitRow } from './row.ts'

/** The clause by which a branch must have these posts. */
const VACANCY_CLAUSE = 'A3.3'
/** The clause by which a term ends. */
const TERM_CLAUSE = 'R1.2'

function Name({ of }: { of: UnitRow }): ReactNode {
  const { unit } = of
  return (
    <span className="unit-name" data-depth={unit.depth}>
      {isBranch(unit) ? <Link href={branchPath(unit.id)}>{unit.name}</Link> : unit.name}
    </span>
  )
}

function Members({ of }: { of: UnitRow }): ReactNode {
  const say = useSay()
  if (!of.members) return null
  const { full, probationary } = of.members
  const says = say(words.membersOf, { full, probationary })
  return (
    <Link href={rosterPath(of.unit.id)} className="why" title={says}>
      {full + probationary}
      <span className="unseen"> {says}</span>
    </Link>
  )
}

function Holders({ of }: { of: UnitRow }): ReactNode {
  if (of.holders.length === 0) return null
  return (
    <ul className="holders">
      {of.holders.map(({ personId, name, posts }) => (
        <li key={personId}>
          <span className="soft">{posts}</span> <Link href={personPath(personId)}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}

const vacantSaid = ({ vacant }: UnitRow, say: Say): string =>
  vacant.map((post) => say(postWords[post])).join(say(COMMA))

function Vacant({ of }: { of: UnitRow }): ReactNode {
  const say = useSay()
  if (of.vacant.length === 0) return null
  return (
    <span className="amber">
      {say(words.lacks, { posts: vacantSaid(of, say) })}{' '}
      <span className="small whole">{say(words.by, { clause: VACANCY_CLAUSE })}</span>
    </span>
  )
}

function Term({ of }: { of: UnitRow }): ReactNode {
  const say = useSay()
  const { term, unit } = of
  if (!term) return null
  const isLate = term.state === 'overdue' || term.state === 'ending'
  return (
    <>
      {unit.termTo && <FullDay of={unit.termTo} />}{' '}
      <span className={isLate ? 'amber small' : 'soft small'}>
        {isLate ? (
          <State state={term.state === 'overdue' ? 'missed' : 'due'}>{termSaid(term, say)}</State>
        ) : (
          termSaid(term, say)
        )}
        {isLate && ` ${say(words.by, { clause: TERM_CLAUSE })}`}
      </span>
    </>
  )
}

function Actions({ of }: { of: UnitRow }): ReactNode {
  const say = useSay()
  const may = useMay()
  const { unit } = of
  const [asking, setAsking] = useHeld<'change' | 'add' | null>(`unit.asking.${unit.id}`, null)
  const onClose = (): void => setAsking(null)
  return (
    <span className="row acts unprinted">
      {may('org.changeUnit') && (
        <Button kind="quiet" onPress={() => setAsking('change')}>
          <u>{say(orgWords.change)}</u>
          <span className="unseen"> {unit.name}</span>
        </Button>
      )}
      {may('org.addUnit') && unit.kind !== 'partyGroup' && (
        <Button kind="quiet" onPress={() => setAsking('add')}>
          <u>{say(words.addBelow)}</u>
          <span className="unseen"> {unit.name}</span>
        </Button>
      )}
      {asking === 'change' && <ChangeUnit unit={unit} onClose={onClose} />}
      {asking === 'add' && <AddUnit parent={unit} onClose={onClose} />}
    </span>
  )
}

/** The columns of the organisation. */
export const COLUMNS: readonly Column<UnitRow>[] = [
  { head: orgWords.name, kind: 'main', value: ({ unit }) => unit.name, cell: (row) => <Name of={row} /> },
  {
    head: orgWords.kind,
    value: ({ unit }, say) => say(orgKindWords[unit.kind]),
    cell: ({ unit }) => (
      <span className="unit-kind">
        <Said of={orgKindWords[unit.kind]} />
      </span>
    ),
  },
  {
    head: orgWords.code,
    first: 'off',
    value: ({ unit }) => unit.code,
    cell: ({ unit }) => <Code>{unit.code}</Code>,
  },
  {
    head: words.members,
    kind: 'number',
    value: ({ members }) => members && members.full + members.probationary,
    cell: (row) => <Members of={row} />,
    foot: (rows) =>
      rows.reduce((sum, { members }) => sum + (members ? members.full + members.probationary : 0), 0),
  },
  {
    head: words.posts,
    sort: 'never',
    value: ({ holders }, say) => holders.map(({ name, posts }) => `${posts} ${name}`).join(say(COMMA)),
    cell: (row) => <Holders of={row} />,
  },
  { head: words.vacant, value: vacantSaid, cell: (row) => <Vacant of={row} /> },
  {
    head: words.term,
    value: ({ unit }) => unit.termTo,
    cell: (row) => <Term of={row} />,
  },
  { head: orgWords.shiftSystem, first: 'off', value: ({ unit }) => unit.shiftSystem },
  { head: orgWords.themeDay, first: 'off', value: ({ unit }) => unit.themeDay },
  {
    head: orgWords.foundedOn,
    first: 'off',
    value: ({ unit }) => unit.foundedOn,
    cell: ({ unit }) => <FullDay of={unit.foundedOn} />,
  },
  { head: orgWords.note, first: 'off', value: ({ unit }) => unit.note },
  {
    head: words.act,
    cell: (row) => <Actions of={row} />,
  },
]
