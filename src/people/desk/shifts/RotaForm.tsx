import { type ReactNode, useState } from 'react'
import { parseDay } from '../../../kit/day.ts'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { type Wrong, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { LongInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { shiftRefusals, words } from '../../words/shifts.ts'
import { type MonthRota, readCrews, readCycle, showCrews, showCycle } from './typed.ts'

/** From which day the crews of a branch go through which cycle. */
export function RotaForm(of: { branchId: string; rota: MonthRota; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useAction('people.setRota')
  const { rota, system } = of.rota
  const [entry, setEntry] = useHeld(`rota.${of.branchId}`, {
    from: rota?.from ?? today(),
    cycle: showCycle(rota?.cycle ?? []),
    crews: showCrews(rota?.crews ?? []),
  })
  const [wrongs, setWrongs] = useState<readonly Wrong[]>([])
  const tied = (path: 'cycle' | 'crews') => ({
    ...{ path, label: say(words[path]), hint: say(words[`${path}Hint`]), value: entry[path] },
    onChange: (value: string) => setEntry({ ...entry, [path]: value }),
  })
  const send = async (): Promise<void> => {
    const from = parseDay(entry.from)
    const cycle = readCycle(entry.cycle, system?.shifts.map(({ name }) => name) ?? [])
    const crews = readCrews(entry.crews)
    const found = Object.entries({ cycle, crews }).flatMap(([path, typed]) => {
      if (!('wrong' in typed)) return []
      return { path, says: say(typed.wrong ? words.badLine : words.nothing, { text: typed.wrong }) }
    })
    setWrongs(from ? found : [{ path: 'from', says: say(words.nothing) }, ...found])
    if (!from || 'wrong' in cycle || 'wrong' in crews) return
    await act.send({ orgId: of.branchId, from, cycle: cycle.read, crews: crews.read })
  }
  return (
    <Dialog side title={say(words.rotaTitle)} onClose={of.onClose}>
      <p className="soft">{say(words.rotaLead)}</p>
      <Form label={say(words.rotaTitle)} length="long" onSend={() => void send()}>
        <Wrongs of={wrongs}>
          <DayInput
            path="from"
            label={say(words.from)}
            value={entry.from}
            onChange={(from) => setEntry({ ...entry, from: from as typeof entry.from })}
          />
          <LongInput {...tied('cycle')} />
          <LongInput {...tied('crews')} />
        </Wrongs>
        <Send busy={act.state === 'sending'}>{say(words.save)}</Send>
        <Outcome of={act} words={shiftRefusals.setRota} done={say(words.saved)} />
      </Form>
    </Dialog>
  )
}
