import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useSay } from '../../kit/web/say.ts'
import { useMay } from '../../kit/web/who.ts'
import { branchPath } from '../../org/ui/paths.ts'
import { isBranch, type Unit, useUnits } from '../../org/ui/units.ts'
import { Finder } from './Finder.tsx'
import { useRecent } from './recent.ts'
import { words } from './words.ts'
import { useWork } from './work.ts'

const LONG_TREE = 7

type Me = OutputOf<'access.findMe'>

function WorkList({ onLeave }: { onLeave: () => void }): ReactNode {
  const say = useSay()
  const [path] = useLocation()
  return (
    <ul>
      {useWork().map(({ to, name }) => (
        <li key={to}>
          <Link href={to} onClick={onLeave} aria-current={path === to ? 'page' : undefined}>
            {say(name)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function BranchList({ branches, onLeave }: { branches: readonly Unit[]; onLeave: () => void }): ReactNode {
  const [path] = useLocation()
  return (
    <ul>
      {branches.map(({ id, name }) => (
        <li key={id}>
          <Link
            href={branchPath(id)}
            onClick={onLeave}
            aria-current={path === branchPath(id) ? 'page' : undefined}
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Units with the branches right below each, in the order of their codes; a unit without branches is left out. */
function groupsOf(
  units: readonly Unit[],
  shown: readonly Unit[],
): { unit: Unit | undefined; branches: Unit[] }[] {
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const parents = [...new Set(shown.map(({ parentId }) => parentId))]
  return parents.map((parent) => ({
    unit: parent ? known.get(parent) : undefined,
    branches: shown.filter(({ parentId }) => parentId === parent),
  }))
}

type Way = { readonly me: Me; readonly onLeave: () => void }

function Found({
  q,
  branches,
  onLeave,
}: {
  q: string
  branches: readonly Unit[]
  onLeave: () => void
}): ReactNode {
  const say = useSay()
  const units = useUnits()
  const typed = q.trim().toLowerCase()
  const shown = branches.filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(typed))
  if (shown.length === 0) return <p className="small soft">{say(words.noBranch)}</p>
  return groupsOf(units, shown).map(({ unit, branches: below }) => (
    <Group key={unit?.id ?? ''} name={unit?.name ?? say(words.tree)} branches={below} onLeave={onLeave} />
  ))
}

function Group({
  name,
  branches,
  onLeave,
}: {
  name: string
  branches: readonly Unit[]
  onLeave: () => void
}): ReactNode {
  if (branches.length === 0) return null
  return (
    <div>
      <h2>{name}</h2>
      <BranchList branches={branches} onLeave={onLeave} />
    </div>
  )
}

function Tree({ me, onLeave }: Way): ReactNode {
  const say = useSay()
  const may = useMay()
  const [q, setQ] = useState('')
  const branches = useUnits().filter(isBranch)
  const recent = useRecent(branches)
  const own = branches.filter(({ id }) => me.offices.some(({ orgId }) => orgId === id))
  const isLong = branches.length > LONG_TREE
  if (branches.length === 0 || !may('home.findBranch')) return null
  return (
    <section className="stack tight" aria-label={say(words.tree)}>
      {isLong && <Finder q={q} onChange={setQ} />}
      {isLong && !q && <Group name={say(words.mine)} branches={own} onLeave={onLeave} />}
      {isLong && !q && <Group name={say(words.recent)} branches={recent} onLeave={onLeave} />}
      <Found q={q} branches={branches} onLeave={onLeave} />
    </section>
  )
}

/** The way about: the work that exists and one may do, and the organisation. */
export function Nav({ me, onLeave }: Way): ReactNode {
  const say = useSay()
  return (
    <nav className="nav stack" aria-label={say(words.nav)}>
      <WorkList onLeave={onLeave} />
      <Tree me={me} onLeave={onLeave} />
    </nav>
  )
}
