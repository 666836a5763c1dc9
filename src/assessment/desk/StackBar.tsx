import type { CSSProperties, ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { hundredths, lostIn } from '../ui/points.ts'

type Item = OutputOf<'assessment.findScore'>['items'][number]

const wide = (share: number): CSSProperties => ({ flexGrow: share, flexBasis: 0 })

/** All items side by side, as wide as their full points; what was lost stands out. The list below says the same in words. */
export function StackBar({ items }: { items: readonly Item[] }): ReactNode {
  return (
    <div className="stack-bar" aria-hidden="true">
      {items.map((item) => (
        <span
          key={item.no}
          className="part"
          style={wide(hundredths(item.of))}
          title={`${item.title} ${item.points}/${item.of}`}
        >
          <span className="kept" style={wide(hundredths(item.points))} />
          <span className="lost" style={wide(lostIn(item))} />
        </span>
      ))}
    </div>
  )
}
