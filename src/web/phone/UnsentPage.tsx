import type { ReactNode } from 'react'
import { showInstant } from '../../kit/web/dates.ts'
import { Page } from '../../kit/web/phone/Page.tsx'
import { Sheet } from '../../kit/web/phone/Sheet.tsx'
import type { Unsent } from '../../kit/web/phone/shelf.ts'
import { useOutbox, useUnsent } from '../../kit/web/phone/useOutbox.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Bones } from '../../kit/web/ui/Waiting.tsx'
import { sayProblem } from '../../kit/web/words.ts'
import { QUEUED } from './queued.ts'
import { words } from './words.ts'

function UnsentItem({ item }: { item: Unsent }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const outbox = useOutbox()
  return (
    <li className="card">
      <p className="said">{item.label}</p>
      <p className="soft small">{say(words.unsentAt, { at: showInstant(item.at, language) })}</p>
      {item.refused ? (
        <p className="notice wrong">{sayProblem(item.refused, QUEUED[item.name] ?? {}, language)}</p>
      ) : (
        <p className="small amber">{say(words.unsentWaits)}</p>
      )}
      <div className="row">
        <Button onPress={() => void outbox.retry(item.id)}>{say(words.unsentRetry)}</Button>
        <Sheet kind="quiet" title={say(words.unsentDiscardTitle)} open={say(words.unsentDiscard)}>
          {() => (
            <>
              <p className="said">{item.label}</p>
              <p>{say(words.unsentDiscardLead)}</p>
              <Button kind="primary" onPress={() => void outbox.discard(item.id)}>
                {say(words.unsentDiscard)}
              </Button>
            </>
          )}
        </Sheet>
      </div>
    </li>
  )
}

/** Everything written here and not yet taken: look at it, send it, or discard it. Says that all is sent only once it has looked. */
export function UnsentPage(): ReactNode {
  const say = useSay()
  const items = useUnsent()
  if (!items)
    return (
      <Page title={say(words.unsentTitle)} back="/">
        <Bones lines={3} />
      </Page>
    )
  const under = say(items.length > 0 ? words.unsentLead : words.unsentNone)
  return (
    <Page title={say(words.unsentTitle)} under={under} back="/">
      <ul className="stack">
        {items.map((item) => (
          <UnsentItem key={item.id} item={item} />
        ))}
      </ul>
    </Page>
  )
}
