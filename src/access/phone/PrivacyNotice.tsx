import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { showFullDay, showInstant } from '../../kit/web/dates.ts'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { doorRefusals } from '../words/door.ts'
import { words } from '../words/phone.ts'

/** The privacy notice in its version: what is held, why, how long, who reads it, one's rights (R10.1). `onLater`: it may be put off. */
export function PrivacyNotice({ back, onLater }: { back?: string; onLater?: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const notice = useRead('access.findPrivacyNotice', {})
  const accept = useAction('access.acceptPrivacyNotice')
  const way = back ? { back } : {}
  if (notice.state !== 'ready')
    return (
      <Page title={say(words.notice)} {...way}>
        <Waiting of={notice} words={{}} />
        {onLater && <Button onPress={onLater}>{say(words.later)}</Button>}
      </Page>
    )
  const { version, effective, title, sections, acceptedAt } = notice.data
  const under = say(words.version, { version, day: showFullDay(effective, language) })
  return (
    <Page title={say(title)} under={under} {...way}>
      {sections.map((section) => (
        <Part key={section.title.zh} title={say(section.title)}>
          {section.lines.map((line) => (
            <p key={line.zh}>{say(line)}</p>
          ))}
        </Part>
      ))}
      <Outcome of={accept} words={doorRefusals} />
      {acceptedAt && (
        <p className="notice">{say(words.accepted, { at: showInstant(acceptedAt, language) })}</p>
      )}
      {!acceptedAt && (
        <Button
          kind="primary"
          busy={accept.state === 'sending'}
          onPress={() => void accept.send({ version })}
        >
          {say(words.accept)}
        </Button>
      )}
      {!acceptedAt && onLater && (
        <Button kind="quiet" onPress={onLater}>
          {say(words.later)}
        </Button>
      )}
    </Page>
  )
}
