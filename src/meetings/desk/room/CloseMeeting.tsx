import { type ReactNode, useState } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { timeNow, today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useLastAnswer } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form } from '../../../kit/web/ui/Form.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import type { MeetingKind } from '../../contract.ts'
import { signsFor } from '../../rules/room.ts'
import { checkTimes } from '../../rules/times.ts'
import { roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { nextDayHint } from '../../words/times.ts'
import { readTime } from '../entry.ts'
import { offerEnd } from './ending.ts'
import { InStead } from './InStead.tsx'
import type { Room } from './roll.ts'

/** The kinds that teach: they have a lecturer and study hours. */
const TEACHING: readonly MeetingKind[] = ['partyLecture', 'themeDay', 'studyExchange']

/** Refusals of when it ended; of its day, none is left once its room is open. */
const AT_END = ['ends-before-start', 'in-the-future'] as const

type Ending = Readonly<Record<'ends' | 'chair' | 'recorder' | 'lecturer' | 'hours', string>>

const begin = (room: Room): Ending => ({
  ...{
    ends: offerEnd(room, { today: today(), time: timeNow() }),
    chair: room.chair,
    recorder: room.recorder,
  },
  ...{
    lecturer: room.lecturer,
    hours: room.hoursHundredths === null ? '' : String(room.hoursHundredths / 100),
  },
})

function useEnding(room: Room, onDone: () => void) {
  const [typed, setTyped] = useHeld('close.typed', () => begin(room))
  const act = useAction('meetings.closeMeeting')
  const sign = useAction('meetings.signMeeting')
  const lastRoom = useLastAnswer('meetings.findRoom')
  const close = async (): Promise<boolean> => {
    const { hours, ends, chair, recorder, lecturer } = typed
    const hoursHundredths = hours.trim() === '' ? null : Math.round(Number(hours) * 100)
    const isFine = checkTimes({ starts: room.starts, ends }) === 'fine'
    const time = (isFine ? readTime(ends) : undefined) ?? ends.normalize('NFKC').trim()
    const closed = await act.send({ id: room.id, ends: time, chair, recorder, lecturer, hoursHundredths })
    return closed !== undefined
  }
  const closeAndSign = async (): Promise<void> => {
    if (act.state !== 'done' && !(await close())) return
    const digest = lastRoom({ id: room.id })?.digest ?? room.digest
    if (await sign.send({ id: room.id, role: 'recorder', digest })) onDone()
  }
  const closeOnly = async (): Promise<void> => {
    if (await close()) onDone()
  }
  const set = (change: Partial<Ending>): void => setTyped({ ...typed, ...change })
  return { typed, set, act, sign, closeAndSign, closeOnly }
}

/** The end of a meeting: when, who led and who wrote. From here its record counts. */
export function CloseMeeting({ room, onClose }: { room: Room; onClose: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { typed, act, sign, closeAndSign, closeOnly, set } = useEnding(room, onClose)
  const [asks, setAsks] = useState(false)
  const named = signsFor(room.ownName, typed.recorder)
  const sendNow = (): void => {
    setAsks(false)
    void closeAndSign()
  }
  const wrongEnd = AT_END.find((code) => code === act.problem?.code)
  const told = useWrongs(act.problem)
  const wrongs = wrongEnd ? [{ path: 'ends', says: say(roomRefusals.closeMeeting[wrongEnd]) }] : told
  const names = [
    'ends',
    'chair',
    'recorder',
    ...(TEACHING.includes(room.kind) ? (['lecturer', 'hours'] as const) : []),
  ] as const
  const labels = Object.fromEntries(names.map((name) => [name, say(words[name])]))
  return (
    <Dialog title={say(words.close)} onClose={onClose}>
      <Form label={say(words.close)} onSend={() => (named ? setAsks(true) : sendNow())}>
        <p className="soft">{say(words.closeLead)}</p>
        <ProblemSummary
          problem={wrongEnd ? undefined : act.problem}
          wrongs={wrongs}
          words={roomRefusals.closeMeeting}
          labels={labels}
        />
        <Wrongs of={wrongs}>
          <datalist id="people-here">
            {room.people.map(({ personId, name }) => (
              <option key={personId} value={name} />
            ))}
          </datalist>
          <div className="fields">
            {names.map((name) => (
              <TextInput
                key={name}
                path={name}
                label={say(words[name])}
                value={typed[name]}
                hint={
                  name === 'ends'
                    ? nextDayHint({ starts: room.starts, ends: typed.ends }, language)
                    : undefined
                }
                onChange={(value) => set({ [name]: value })}
                {...(['chair', 'recorder', 'lecturer'].includes(name) && { list: 'people-here' })}
              />
            ))}
          </div>
        </Wrongs>
        <Outcome of={sign} words={roomRefusals.signMeeting} />
        <div className="row">
          <Button kind="primary" type="submit" busy={act.state === 'sending' || sign.state === 'sending'}>
            {say(words.closeAndSign)}
          </Button>
          <Button busy={act.state === 'sending'} onPress={() => void closeOnly()}>
            {say(words.closeOnly)}
          </Button>
        </div>
      </Form>
      {asks && (
        <InStead {...{ named, ownName: room.ownName, onSign: sendNow, onClose: () => setAsks(false) }} />
      )}
    </Dialog>
  )
}
