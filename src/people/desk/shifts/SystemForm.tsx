import { type ReactNode, useState } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { type Wrong, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { LongInput, TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { shiftRefusals, words } from '../../words/shifts.ts'
import { readRestDays, readShifts, showShifts } from './typed.ts'

type System = OutputOf<'people.listShiftSystems'>['systems'][number]

const entryOf = (system: System) => ({
  where: system.underground ? 'underground' : 'surface',
  before: String(system.beforeMinutes),
  after: String(system.afterMinutes),
  restDays: system.restDays.join(' '),
  shifts: showShifts(system.shifts),
})
type Entry = ReturnType<typeof entryOf>

/** What is sent of what was typed, or what is wrong with it by field: the piece not understood, '' when nothing was typed. */
function readEntry({ where, before, after, restDays, shifts }: Entry) {
  const days = readRestDays(restDays)
  const hours = readShifts(shifts)
  const minutes = (text: string) =>
    /^\d{1,3}$/.test(text.trim()) && Number(text) <= 240 ? { read: Number(text) } : { wrong: text.trim() }
  const typed = { before: minutes(before), after: minutes(after), restDays: days, shifts: hours }
  const wrongs = Object.entries(typed).flatMap(([path, one]) =>
    'wrong' in one ? [{ path, text: one.wrong }] : [],
  )
  if (!('read' in typed.before && 'read' in typed.after && 'read' in days && 'read' in hours))
    return { wrongs }
  const read = { beforeMinutes: typed.before.read, afterMinutes: typed.after.read }
  return {
    wrongs,
    read: { ...read, underground: where === 'underground', restDays: days.read, shifts: hours.read },
  }
}

function Fields({ system }: { system: System }): ReactNode {
  const say = useSay()
  const act = useAction('people.setShiftSystem')
  const [entry, setEntry] = useHeld(`system.${system.name}`, () => entryOf(system))
  const [wrongs, setWrongs] = useState<readonly Wrong[]>([])
  const tied = (path: keyof Entry) => ({
    ...{ path, label: say(words[path]), value: entry[path] },
    onChange: (value: string) => setEntry({ ...entry, [path]: value }),
  })
  const send = async (): Promise<void> => {
    const { wrongs: found, read } = readEntry(entry)
    setWrongs(
      found.map(({ path, text }) => ({ path, says: say(text ? words.badLine : words.nothing, { text }) })),
    )
    if (read) await act.send({ name: system.name, ...read })
  }
  const places = (['underground', 'surface'] as const).map((value) => ({ value, name: say(words[value]) }))
  return (
    <Form label={say(words.systemsTitle)} length="long" onSend={() => void send()}>
      <Wrongs of={wrongs}>
        <LongInput {...tied('shifts')} hint={say(words.shiftsHint)} />
        <div className="fields">
          <TextInput {...tied('before')} inputMode="numeric" />
          <TextInput {...tied('after')} inputMode="numeric" />
          <TextInput {...tied('restDays')} hint={say(words.restDaysHint)} />
          <Choose {...tied('where')} options={places} />
        </div>
      </Wrongs>
      <Send busy={act.state === 'sending'}>{say(words.save)}</Send>
      <Outcome of={act} words={shiftRefusals.setShiftSystem} done={say(words.saved)} />
    </Form>
  )
}

/** The systems of shifts of the mine and their hours. */
export function SystemForm({ first, onClose }: { first: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const read = useRead('people.listShiftSystems', {})
  const [chosen, setChosen] = useHeld('system.chosen', first)
  const systems = read.data?.systems ?? []
  const system = systems.find(({ name }) => name === chosen) ?? systems[0]
  return (
    <Dialog side title={say(words.systemsTitle)} onClose={onClose}>
      <p className="soft">{say(words.systemsLead)}</p>
      {read.state !== 'ready' && <Waiting of={read} words={shiftRefusals.listShiftSystems} />}
      {system && (
        <>
          <Choose
            path="system"
            label={say(words.system)}
            value={system.name}
            options={systems.map(({ name, id }) => ({
              value: name,
              name: id ? name : say(words.offered, { name }),
            }))}
            onChange={setChosen}
          />
          <Fields key={system.name} system={system} />
        </>
      )}
    </Dialog>
  )
}
