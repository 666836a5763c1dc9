import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Badge } from '../../../kit/web/ui/Parts.tsx'
import { words } from '../../words/planning.ts'
import type { PlanEntry } from './plan-entry.ts'

type Chosen = { readonly isChosen: boolean; readonly onTurn: (chosen: boolean) => void }

function Choice({ isChosen, onTurn, children }: Chosen & { children: ReactNode }): ReactNode {
  return (
    <li>
      <label className="choice">
        <input type="checkbox" checked={isChosen} onChange={({ target }) => onTurn(target.checked)} />
        <span>{children}</span>
      </label>
    </li>
  )
}

/** Chosen before and no longer offered: it stays, marked, until it is unticked. */
function NoLonger({ id, ...chosen }: Chosen & { id: string }): ReactNode {
  const say = useSay()
  const { data } = useRead('library.findMaterial', { id })
  return (
    <Choice {...chosen}>
      {data?.title} <Badge>{say(words.withdrawn)}</Badge>
    </Choice>
  )
}

type Tied = { readonly entry: PlanEntry; readonly set: (change: Partial<PlanEntry>) => void }

/** What is to be read before: what is offered, and what was chosen before it was taken back. */
export function ToRead({ entry, set }: Tied): ReactNode {
  const say = useSay()
  const read = useRead('library.listMaterials', {})
  const materials = read.data?.materials ?? []
  const gone = entry.materialIds.filter((id) => !materials.some((one) => one.id === id))
  const chosen = (id: string): Chosen => ({
    isChosen: entry.materialIds.includes(id),
    onTurn: (isChosen) => {
      const others = entry.materialIds.filter((one) => one !== id)
      set({ materialIds: isChosen ? [...others, id] : others })
    },
  })
  return (
    <Part title={say(words.toRead)} beside={<Link href="/library">{say(words.addMaterial)}</Link>}>
      {read.state === 'ready' && materials.length === 0 && <p className="soft">{say(words.toReadNone)}</p>}
      <ul className="to-read">
        {read.state === 'ready' && gone.map((id) => <NoLonger key={id} id={id} {...chosen(id)} />)}
        {materials.map(({ id, title, orgName }) => (
          <Choice key={id} {...chosen(id)}>
            {title} <span className="soft small">{orgName}</span>
          </Choice>
        ))}
      </ul>
    </Part>
  )
}
