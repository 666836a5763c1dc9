import type { ReactNode } from 'react'
import { stratumIn } from '../../evidence/rules/disclosed.ts'
import type { PackFinding } from '../../journal/rules/pack/finding.ts'
import type { PackDraw } from '../../journal/rules/pack/shape.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { words } from './words.ts'

/** How the sample was drawn, and what was drawn, stratum by stratum. */
export function Draw({ draw, findings }: { draw: PackDraw; findings: readonly PackFinding[] }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const isGood = findings.every(({ code }) => code !== 'draw-bad')
  return (
    <section className="part">
      <h2>{say(words.draw)}</h2>
      <p>{say(words.drawHow, { words: draw.from.words })}</p>
      <p className={isGood ? 'good' : 'strong'}>{say(isGood ? words.drawGood : words.drawBad)}</p>
      <p className="small">
        {say(words.seed)} <span className="code">{draw.seed}</span>
      </p>
      {Object.entries(draw.drawn).map(([name, drawn]) => (
        <details key={name}>
          <summary>
            {say(words.stratum, {
              name: stratumIn(name, now),
              n: drawn.length,
              of: draw.strata[name]?.length ?? 0,
            })}
          </summary>
          <ol className="drawn">
            {drawn.map((subject) => (
              <li key={subject} className="code">
                {subject}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  )
}
