import type { ReactNode } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import { useAction } from '../../../kit/web/act.ts'
import { showInstant, today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Asking } from '../../../kit/web/ui/Asking.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { LongInput } from '../../../kit/web/ui/TextInput.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { refusals } from '../../words/inspection.ts'
import { words } from '../../words/pages.ts'
import type { Acting } from './Acts.tsx'
import { kindOf } from './said.ts'

type Offered = OutputOf<'evidence.listProof'>['records'][number]
type Ticks = { readonly ticked: readonly string[]; readonly onTick: (subjects: string[]) => void }

function Tick({ of, ticked, onTick }: Ticks & { of: Offered }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const isOn = ticked.includes(of.subject)
  const others = ticked.filter((one) => one !== of.subject)
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={isOn}
          onChange={() => onTick(isOn ? others : [...others, of.subject])}
        />
        <span>
          {say(kindOf(of.record))} {of.title}{' '}
          <span className="small soft">{showInstant(of.recordedAt, language)}</span>
        </span>
      </label>
    </li>
  )
}

function Proofs({ id, ...ticks }: Ticks & { id: string }): ReactNode {
  const say = useSay()
  const read = useRead('evidence.listProof', { id })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listProof} lines={3} />
  const { records } = read.data
  if (records.length === 0) return <p className="soft small">{say(words.noProof)}</p>
  return (
    <ul className="ticks plain">
      {records.map((one) => (
        <Tick key={one.subject} of={one} {...ticks} />
      ))}
    </ul>
  )
}

type Typed = { readonly how: string; readonly on: string; readonly subjects: string[] }

/** The branch says what was done, and ticks the records that show it. */
export function Rectify({ of, onClose }: Acting): ReactNode {
  const say = useSay()
  const act = useAction('evidence.rectify')
  const [typed, setTyped] = useHeld<Typed>(`rectify.${of.id}`, () => ({
    how: '',
    on: String(today()),
    subjects: [],
  }))
  const set = (more: Partial<Typed>): void => setTyped({ ...typed, ...more })
  const labels = { how: say(words.how2), on: say(words.doneOn), subjects: say(words.proof) }
  const title = say(words.rectify)
  const send = async (): Promise<void> => {
    if (await act.send({ id: of.id, ...typed })) onClose()
  }
  return (
    <Asking
      {...{ title, act, labels, onClose }}
      refusals={refusals.rectify}
      send={say(words.send)}
      onSend={send}
    >
      <LongInput path="how" label={labels.how} value={typed.how} onChange={(how) => set({ how })} />
      <DayInput path="on" label={labels.on} value={typed.on} onChange={(on) => set({ on })} />
      <fieldset className="stack tight">
        <legend>{labels.subjects}</legend>
        <p className="small soft">{say(words.proofHint)}</p>
        <Proofs id={of.id} ticked={typed.subjects} onTick={(subjects) => set({ subjects })} />
      </fieldset>
    </Asking>
  )
}
