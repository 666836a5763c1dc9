import './old.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { showInstant } from '../../kit/web/dates.ts'
import { saveBlob } from '../../kit/web/file.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { alarmWords, words } from '../words/phone.ts'
import { endAlarm, type KeptAlarm, lookAtLog, recallWatch, type Watch } from './watch.ts'

/** How often a phone that stays open looks. */
const EVERY_MS = 10 * 60_000

function Alarm({ of, onLater, onEnd }: { of: KeptAlarm; onLater: () => void; onEnd: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const [isSaved, setSaved] = useState(false)
  const at = new Date(of.at).toISOString()
  const save = (): void => {
    saveBlob(`pitlamp-alarm-${at.slice(0, 10)}.txt`, new Blob([of.evidence], { type: 'text/plain' }))
    setSaved(true)
  }
  return (
    <Dialog title={say(words.title)} onClose={onLater}>
      <div className="notice wrong stack tight" role="alert">
        <p className="strong">{say(alarmWords[of.why])}</p>
        <p className="small">{showInstant(at, language)}</p>
      </div>
      <p>{say(words.lead)}</p>
      <p>{say(words.todo)}</p>
      <Button kind="primary" onPress={save}>
        {say(words.save)}
      </Button>
      {isSaved && <Button onPress={onEnd}>{say(words.handed)}</Button>}
      <Button kind="quiet" onPress={onLater}>
        {say(words.later)}
      </Button>
    </Dialog>
  )
}

/** Looks at the log when the phone is opened, connected again, or left open; shows nothing until something does not fit. */
export function LogWatch(): ReactNode {
  const say = useSay()
  const [alarm, setAlarm] = useState<KeptAlarm>()
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    const look = (): void =>
      void lookAtLog().then(
        (watch) => setAlarm(watch.alarm),
        () => undefined,
      )
    look()
    const timer = setInterval(look, EVERY_MS)
    window.addEventListener('online', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', look)
    }
  }, [])
  if (!alarm) return null
  const end = (): void => void endAlarm().then(() => setAlarm(undefined))
  return (
    <>
      <button type="button" className="strip-line late" onClick={() => setLater(false)}>
        <span>{say(words.stands)}</span> <u>{say(words.show)}</u>
      </button>
      {!isLater && <Alarm of={alarm} onLater={() => setLater(true)} onEnd={end} />}
    </>
  )
}

/** One quiet line of the settings: what this phone remembers, and since when. */
export function LogRemembered(): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const [watch, setWatch] = useState<Watch | 'unkept'>()
  useEffect(() => void recallWatch().then(setWatch, () => setWatch('unkept')), [])
  if (!watch) return null
  const memory = watch === 'unkept' ? undefined : watch.memory
  const when = (ms: number): string => showInstant(new Date(ms).toISOString(), language)
  const line = memory
    ? say(words.line, { n: memory.size, since: when(memory.since), at: when(memory.at) })
    : say(watch === 'unkept' ? words.unkept : words.nothing)
  return (
    <section className="stack tight">
      <h2>{say(words.remembers)}</h2>
      <p>{line}</p>
      <p className="soft small">{say(words.quiet)}</p>
    </section>
  )
}
