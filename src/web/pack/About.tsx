import type { ReactNode } from 'react'
import { redactionIn } from '../../evidence/rules/disclosed.ts'
import type { Pack } from '../../journal/rules/pack/shape.ts'
import { showInstant, showPeriod } from '../../kit/web/dates.ts'
import { COMMA, useLanguage, useSay } from '../../kit/web/say.ts'
import { words } from './words.ts'

function Row({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What the pack says of itself, and what it withholds. */
export function About({ pack: { about, log } }: { pack: Pack }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const { inspection, period } = about
  return (
    <section className="part">
      <h2>{say(words.about)}</h2>
      <dl className="facts">
        <Row name={say(words.log)}>
          <span className="code">{log.origin}</span>
        </Row>
        <Row name={say(words.key)}>
          <span className="code">{log.vkey}</span>
        </Row>
      </dl>
      <h3>{say(words.claims)}</h3>
      <p className="small soft">{say(words.claimsHint)}</p>
      <dl className="facts">
        <Row name={say(words.mine)}>{about.mine}</Row>
        <Row name={say(words.scope)}>{about.scope.join(COMMA[now])}</Row>
        {period && <Row name={say(words.period)}>{showPeriod(period, now)}</Row>}
        {inspection && (
          <Row name={say(words.inspection)}>
            {inspection.announcedOn
              ? say(words.announced, { title: inspection.title, day: inspection.announcedOn })
              : inspection.title}
          </Row>
        )}
        <Row name={say(words.madeAt)}>{showInstant(about.madeAt, now)}</Row>
      </dl>
      <h3>{say(words.redaction)}</h3>
      <ul className="limits">
        {about.redaction.map((sentence) => (
          <li key={sentence}>{redactionIn(sentence, now)}</li>
        ))}
      </ul>
    </section>
  )
}
