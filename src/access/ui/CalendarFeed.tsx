import { type ReactNode, useId, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { showInstant } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { words } from '../words/feed.ts'

/** The address, to be copied now: it is not shown again. */
function Address({ path }: { path: string }): ReactNode {
  const say = useSay()
  const id = useId()
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}${path}`
  const copy = (): void => {
    // Where a page may not reach the clipboard, the address stands selected to be copied by hand.
    void navigator.clipboard?.writeText(address).then(() => setCopied(true))
  }
  return (
    <div className="stack tight">
      <p>{say(words.shownOnce)}</p>
      <label htmlFor={id} className="small soft">
        {say(words.address)}
      </label>
      <div className="row">
        <input
          id={id}
          className="input code feed-address"
          readOnly
          value={address}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        {navigator.clipboard && <Button onPress={copy}>{say(copied ? words.copied : words.copy)}</Button>}
      </div>
    </div>
  )
}

/** One's own calendar at an address: made, changed for another, ended. */
export function CalendarFeed(): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('access.findFeed', {})
  const make = useAction('access.makeFeed')
  const end = useAction('access.endFeed')
  const madeAt = read.data?.madeAt
  const [isNew, setNew] = useState(false)
  const send = async (act: 'make' | 'end'): Promise<void> => {
    const done = await (act === 'make' ? make.send({}) : end.send({}))
    if (done) setNew(act === 'make')
  }
  return (
    <div className="stack tight unprinted">
      <p className="soft">{say(words.lead)}</p>
      {isNew && make.answer ? (
        <Address key={make.answer.path} path={make.answer.path} />
      ) : (
        madeAt && <p>{say(words.since, { at: showInstant(madeAt, language) })}</p>
      )}
      <Outcome of={make} words={{}} />
      <Outcome of={end} words={{}} {...(!madeAt && { done: say(words.ended) })} />
      <div className="row">
        <Button busy={make.state === 'sending'} onPress={() => void send('make')}>
          {say(madeAt ? words.makeNew : words.make)}
        </Button>
        {madeAt && (
          <Button kind="quiet" busy={end.state === 'sending'} onPress={() => void send('end')}>
            {say(words.end)}
          </Button>
        )}
      </div>
    </div>
  )
}
