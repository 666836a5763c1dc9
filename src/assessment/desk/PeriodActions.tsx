import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { showPeriod } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { ui } from '../../kit/web/words.ts'
import { refusals, words } from '../words/pages.ts'
import type { PeriodState } from './PeriodChooser.tsx'

type About = { period: string; version: number }

function OpenPeriod({ period, version, onClose }: About & { onClose: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const open = useAction('assessment.openPeriod')
  const send = async (): Promise<void> => {
    if (await open.send({ period })) onClose()
  }
  return (
    <Dialog title={say(words.openIt)} onClose={onClose}>
      <p>{say(words.openAsk, { period: showPeriod(period, language), n: version })}</p>
      <Outcome of={open} words={refusals.openPeriod} />
      <div className="row">
        <Button kind="primary" busy={open.state === 'sending'} onPress={() => void send()}>
          {say(words.openIt)}
        </Button>
        <Button onPress={onClose}>{say(ui.cancel)}</Button>
      </div>
    </Dialog>
  )
}

function ClosePeriod({ period, onClose }: { period: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const close = useAction('assessment.closePeriod')
  const send = async (): Promise<void> => {
    if (await close.send({ period })) onClose()
  }
  return (
    <Dialog title={say(words.closeIt)} onClose={onClose}>
      <p>{say(words.closeAsk, { period: showPeriod(period, language) })}</p>
      <Outcome of={close} words={refusals.closePeriod} />
      <div className="row">
        <Button kind="primary" busy={close.state === 'sending'} onPress={() => void send()}>
          {say(words.closeIt)}
        </Button>
        <Button onPress={onClose}>{say(ui.cancel)}</Button>
      </div>
    </Dialog>
  )
}

/** Opening a period, and closing it: for those who may. */
export function PeriodActions({ period, version, state }: About & { state: PeriodState }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asking, setAsking] = useHeld('period.close', false)
  const stop = (): void => setAsking(false)
  if (state === 'not-opened' && may('assessment.openPeriod'))
    return (
      <>
        <Button onPress={() => setAsking(true)}>{say(words.openIt)}</Button>
        {asking && <OpenPeriod period={period} version={version} onClose={stop} />}
      </>
    )
  if (state === 'open' && may('assessment.closePeriod'))
    return (
      <>
        <Button onPress={() => setAsking(true)}>{say(words.closeIt)}</Button>
        {asking && <ClosePeriod period={period} onClose={stop} />}
      </>
    )
  return null
}
