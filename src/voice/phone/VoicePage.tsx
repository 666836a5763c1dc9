import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay, showInstant, today } from '../../kit/web/dates.ts'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Empty, Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { kindWords, outcomeWords } from '../words/pages.ts'
import { words } from '../words/phone.ts'

type Said = OutputOf<'voice.listMine'>['voices'][number]

function Answer({ of }: { of: Said }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.answer)
    return (
      <div className="notice done">
        <p className="strong">{say(outcomeWords[of.answer.outcome])}</p>
        <p className="said">{of.answer.text}</p>
        <p className="soft small">
          {say(words.answered, { name: of.answer.byName, at: showInstant(of.answer.at, language) })}
        </p>
      </div>
    )
  const isLate = of.answerBy < today()
  return (
    <p className={isLate ? 'amber' : 'soft'}>
      {say(isLate ? words.overdue : words.answerBy, { day: showDay(of.answerBy, language) })}
    </p>
  )
}

function OneSaid({ of }: { of: Said }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <section className="card">
      <h3>{say(kindWords[of.kind])}</h3>
      <p className="said">{of.text}</p>
      <p className="soft small">{say(words.saidOn, { at: showInstant(of.sentAt, language) })}</p>
      <Answer of={of} />
    </section>
  )
}

/** What I said and what became of it, and the way to say more. */
export function VoicePage(): ReactNode {
  const say = useSay()
  const mine = useRead('voice.listMine', {})
  return (
    <Page title={say(words.voice)} under={say(words.lead)}>
      <ButtonLink kind="primary" to="/voice/new">
        {say(words.write)}
      </ButtonLink>
      <Part title={say(words.mine)}>
        {mine.state !== 'ready' && <Waiting of={mine} words={{}} />}
        {mine.data?.voices.map((one) => (
          <OneSaid key={one.id} of={one} />
        ))}
        {mine.data?.voices.length === 0 && (
          <Empty>
            <p>{say(words.none)}</p>
          </Empty>
        )}
      </Part>
    </Page>
  )
}
