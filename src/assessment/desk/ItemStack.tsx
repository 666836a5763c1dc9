import { type ReactNode, useState } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAddress } from '../../kit/web/address.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { hundredths, lostIn, showPoints } from '../ui/points.ts'
import { hasStruck, sayFact } from '../ui/say-fact.ts'
import { words } from '../words/pages.ts'
import { ItemWhy } from './ItemWhy.tsx'

export type Item = OutputOf<'assessment.findScore'>['items'][number]

/** Whether an item takes part in the base; bonuses and vetoes stand outside it (A4). */
export const isStacked = ({ rule }: Item): boolean => rule !== 'bonus' && rule !== 'veto'

/** What an item gave or cost, in words. */
function Effect({ item }: { item: Item }): ReactNode {
  const say = useSay()
  const lost = lostIn(item)
  if (item.rule === 'veto') {
    const stood = hasStruck(item)
    return <span className={stood ? 'strong' : 'soft'}>{say(stood ? words.vetoStood : words.vetoNot)}</span>
  }
  if (item.rule === 'bonus')
    return (
      <span className={hundredths(item.points) > 0 ? 'strong' : 'soft'}>
        {say(words.gained, { points: item.points })}
      </span>
    )
  if (lost === 0) return <span className="soft">{say(words.full)}</span>
  const word = item.pending > 0 ? words.held : words.lost
  return <span className="strong">{say(word, { points: showPoints(lost) })}</span>
}

function Gauge({ item }: { item: Item }): ReactNode {
  if (!isStacked(item)) return <span className="gauge" />
  const share = hundredths(item.of) === 0 ? 0 : hundredths(item.points) / hundredths(item.of)
  return (
    <span className="gauge" aria-hidden="true">
      <span className="kept" style={{ flexGrow: share, flexBasis: 0 }} />
      <span className="lost" style={{ flexGrow: 1 - share, flexBasis: 0 }} />
    </span>
  )
}

type Shown = { item: Item; branchId: string; period: string; isOpen: boolean; onTurn: () => void }

function ItemRow({ item, branchId, period, isOpen, onTurn }: Shown): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <li className="item" data-lost={(isStacked(item) && lostIn(item) > 0) || undefined}>
      <button type="button" aria-expanded={isOpen} onClick={onTurn}>
        <span className="no soft">{item.no}</span>
        <span className="title">{item.title || sayFact(item.fact, language)}</span>
        <Gauge item={item} />
        <span className="points">
          {item.rule !== 'veto' &&
            item.rule !== 'bonus' &&
            say(words.ofFull, { points: item.points, of: item.of })}
        </span>
        <span className="effect">
          <Effect item={item} />
        </span>
      </button>
      {isOpen && <ItemWhy item={item} branchId={branchId} period={period} />}
    </li>
  )
}

function groupsOf(items: readonly Item[]): { heading: string; items: Item[] }[] {
  const groups: { heading: string; items: Item[] }[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last?.heading === item.heading) last.items.push(item)
    else groups.push({ heading: item.heading, items: [item] })
  }
  return groups
}

type Stack = { readonly items: readonly Item[]; readonly branchId: string; readonly period: string }

function Items({ items, branchId, period }: Stack): ReactNode {
  const [{ item: open }, set] = useAddress({ item: '' })
  return (
    <ul>
      {items.map((item) => (
        <ItemRow
          key={item.no}
          {...{ item, branchId, period }}
          isOpen={item.no === open}
          onTurn={() => set({ item: item.no === open ? '' : item.no })}
        />
      ))}
    </ul>
  )
}

/** The items of a score under their headings; one is open at a time, and the address says which. */
export function ItemStack({ items, branchId, period }: Stack): ReactNode {
  const say = useSay()
  const [onlyLost, setOnlyLost] = useState(false)
  const shown = onlyLost ? items.filter((item) => isStacked(item) && lostIn(item) > 0) : items
  return (
    <div className="stack">
      <label className="choice unprinted">
        <input type="checkbox" checked={onlyLost} onChange={({ target }) => setOnlyLost(target.checked)} />
        {say(words.onlyLost)}
      </label>
      {shown.length === 0 && <p className="soft">{say(words.nothingLost)}</p>}
      {groupsOf(shown).map((group) => (
        <section key={`${group.heading}${group.items[0]?.no}`} className="items">
          {group.heading && <h3>{group.heading}</h3>}
          <Items items={group.items} branchId={branchId} period={period} />
        </section>
      ))}
    </div>
  )
}
