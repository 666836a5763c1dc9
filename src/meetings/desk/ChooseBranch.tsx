import { type ReactNode, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { isBranch, type Unit } from '../../org/ui/units.ts'
import { words as orgWords } from '../../org/words/labels.ts'
import { enterMeetingPath } from '../ui/paths.ts'
import { words } from '../words/pages.ts'
import './meetings.css'

/** So many are seen at a glance; more are found by typing. */
const MOST = 40

function Found({ branches, q }: { branches: readonly Unit[]; q: string }): ReactNode {
  const say = useSay()
  const typed = q.trim().toLowerCase()
  const found = branches.filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(typed))
  if (found.length === 0) return <p className="soft">{say(words.noBranchFits)}</p>
  return (
    <ul className="choose-branch">
      {found.slice(0, MOST).map(({ id, name, code }) => (
        <li key={id}>
          <Link href={enterMeetingPath({ branchId: id })}>{name}</Link>{' '}
          <span className="code soft small">{code}</span>
        </li>
      ))}
      {found.length > MOST && (
        <li className="soft small">{say(words.moreBranches, { n: found.length - MOST })}</li>
      )}
    </ul>
  )
}

function Several({ branches }: { branches: readonly Unit[] }): ReactNode {
  const say = useSay()
  const [q, setQ] = useState('')
  return (
    <section className="stack" aria-labelledby="choose-branch">
      <h2 id="choose-branch">{say(words.whichBranch)}</h2>
      <input
        type="search"
        className="input finder"
        aria-label={say(words.findBranch)}
        placeholder={say(words.findBranch)}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      <Found branches={branches} q={q} />
    </section>
  )
}

/** Whose meeting it was, when the address does not say; whoever has one branch is not asked. */
export function ChooseBranch(): ReactNode {
  const say = useSay()
  const read = useRead('org.listUnits', {})
  if (read.state !== 'ready') return <Waiting of={read} words={orgWords} lines={8} />
  const branches = read.data.units.filter(isBranch)
  const [one, ...others] = branches
  if (!one) return <p className="soft">{say(words.noBranchYet)}</p>
  if (others.length === 0) return <Redirect to={enterMeetingPath({ branchId: one.id })} replace />
  return <Several branches={branches} />
}
