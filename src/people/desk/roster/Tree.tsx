import type { ReactNode } from 'react'
import { Link, useSearch } from 'wouter'
import { useSay } from '../../../kit/web/say.ts'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { treeOf, useUnits } from '../../../org/ui/units.ts'
import { words } from '../../words/pages.ts'

const addressOf = (search: string, unit: string): string => {
  const query = new URLSearchParams(search)
  if (unit) query.set('unit', unit)
  else query.delete('unit')
  const text = query.toString()
  return text ? `/people?${text}` : '/people'
}

type Shown = { readonly unit: string; readonly onChoose: (unit: string) => void }

/** Everybody, then the tree; groups only of the branch that is open: all of them would bury the branches. */
function useLines(unit: string): { id: string; name: string; depth: number }[] {
  const say = useSay()
  const units = useUnits()
  const open = units.find(({ id }) => id === unit)
  const tree = treeOf(units).filter(
    ({ kind, parentId }) => kind !== 'partyGroup' || parentId === unit || parentId === open?.parentId,
  )
  return [{ id: '', name: say(words.everybody), depth: 0 }, ...tree]
}

/** The organisation beside the roster: a unit shows itself and all below it. On a narrow page it is one field. */
export function Tree({ unit, onChoose }: Shown): ReactNode {
  const say = useSay()
  const search = useSearch()
  const lines = useLines(unit)
  return (
    <nav className="roster-tree unprinted" aria-label={say(words.tree)}>
      <div className="as-field">
        <Pick
          aria-label={say(words.tree)}
          value={unit}
          options={lines.map(({ id, name, depth }) => ({
            value: String(id),
            name: `${'　'.repeat(depth)}${name}`,
          }))}
          onChange={onChoose}
        />
      </div>
      <ul className="as-tree">
        {lines.map(({ id, name, depth }) => (
          <li key={id} data-depth={depth}>
            <Link href={addressOf(search, id)} replace aria-current={id === unit ? 'true' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
