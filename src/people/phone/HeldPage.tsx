import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { showFullDay, showInstant } from '../../kit/web/dates.ts'
import { Line, Lines } from '../../kit/web/phone/Card.tsx'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { COMMA, useLanguage, useSay, type Words } from '../../kit/web/say.ts'
import { TITLES, type Title } from '../../law/titles.ts'
import { sayHeld, sayPosts } from '../ui/held-said.ts'
import { words as labels } from '../words/labels.ts'
import { words } from '../words/phone.ts'

type Mine = OutputOf<'people.findMine'>
type HeldField = Mine['fields'][number]

const titles: Readonly<Record<string, Title>> = TITLES

function useRoles(): (roles: readonly Words[]) => string {
  const language = useLanguage()
  return (roles) => roles.map((role) => role[language]).join(COMMA[language])
}

function Held({ of }: { of: HeldField }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const roles = useRoles()
  const title = titles[of.clause]
  return (
    <details className="month">
      <summary>
        <span className="row spread">
          <span>{say(of.name)}</span>
          <span className={of.value ? undefined : 'soft'}>
            {of.value ? sayHeld(of.field, of.value, language) : say(words.nothing)}
          </span>
        </span>
      </summary>
      <div className="stack tight">
        <p>{say(words.purpose, { purpose: say(of.purpose) })}</p>
        <p>{say(words.readers, { roles: roles(of.readers) })}</p>
        {of.isMasked && <p>{say(words.masked, { roles: roles(of.unmaskers) })}</p>}
        {title && (
          <p className="soft small">{say(words.rests, { title: say(title), source: title.source })}</p>
        )}
        <Link href={`/voice/new?kind=correction&field=${of.field}&page=/me/held`}>{say(words.correct)}</Link>
      </div>
    </details>
  )
}

function History({ of }: { of: Mine['standings'] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <Part title={say(words.history)}>
      <Lines>
        {of.map(({ from, to, category, orgName, posts, shift, whyEnded }) => {
          const begun = from ? showFullDay(from, language) : say(words.start)
          const span = `${begun} – ${to ? showFullDay(to, language) : say(words.now)}`
          return (
            <Line
              key={`${from} ${category} ${orgName}`}
              name={`${say(labels[category])} · ${orgName}`}
              under={[span, sayPosts(posts, language), shift, whyEnded].filter(Boolean).join(' · ')}
            />
          )
        })}
      </Lines>
    </Part>
  )
}

function Unmaskings({ of }: { of: Mine['unmaskings'] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <Part title={say(words.unmaskings)}>
      {of.length === 0 && <p className="soft">{say(words.unmaskedNone)}</p>}
      <Lines>
        {of.map(({ id, name, at, byName, reason }) => (
          <Line
            key={id}
            name={say(words.unmasked, { name: byName, at: showInstant(at, language), field: say(name) })}
            under={say(words.reason, { reason })}
          />
        ))}
      </Lines>
    </Part>
  )
}

/** What is held about me, why, who reads it, who saw it in full; each line with the way to have it corrected (R10.1). */
export function HeldPage(): ReactNode {
  const say = useSay()
  const mine = useRead('people.findMine', {})
  return (
    <Page title={say(words.held)} under={say(words.lead)} back="/me">
      {mine.state === 'ready' ? (
        <>
          <div>
            {mine.data.fields.map((field) => (
              <Held key={field.field} of={field} />
            ))}
          </div>
          <Unmaskings of={mine.data.unmaskings} />
          <History of={mine.data.standings} />
        </>
      ) : (
        <Waiting of={mine} words={labels} />
      )}
    </Page>
  )
}
