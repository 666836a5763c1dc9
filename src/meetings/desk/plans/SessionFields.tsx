import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { parseDay } from '../../../kit/day.ts'
import { today } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { shiftsOf } from '../../rules/plans.ts'
import { words } from '../../words/planning.ts'
import { nextDayHint } from '../../words/times.ts'
import { onePerShift, type SessionEntry, withOneMore } from './plan-entry.ts'

type One = {
  readonly session: SessionEntry
  readonly at: number
  readonly shifts: readonly string[]
  readonly onChange: (change: Partial<SessionEntry>) => void
}

function When({ session, at, onChange }: One): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const text = (field: 'starts' | 'ends') => ({
    path: `sessions.${at}.${field}`,
    label: say(words[field]),
    value: session[field],
    placeholder: field === 'starts' ? '14:30' : '16:00',
    onChange: (value: string) => onChange({ [field]: value }),
  })
  return (
    <>
      <DayInput
        which="next"
        path={`sessions.${at}.day`}
        label={say(words.day)}
        value={session.day}
        onChange={(day) => onChange({ day })}
      />
      <div className="pair">
        <TextInput {...text('starts')} />
        <TextInput {...text('ends')} hint={nextDayHint(session, language)} />
      </div>
    </>
  )
}

function SessionRow(of: One & { readonly onDrop: (() => void) | undefined }): ReactNode {
  const say = useSay()
  const { session, at, shifts, onChange, onDrop } = of
  const known = [...new Set([...shifts, ...(session.shift ? [session.shift] : [])])]
  return (
    <fieldset className="session stack tight">
      <legend className="row">
        <span className="strong">{say(words.session, { n: at + 1 })}</span>
        {onDrop && (
          <Button kind="quiet" label={say(words.dropSession, { n: at + 1 })} onPress={onDrop}>
            <X size={16} aria-hidden />
          </Button>
        )}
      </legend>
      <div className="fields">
        <When {...of} />
        <TextInput
          path={`sessions.${at}.place`}
          label={say(words.place)}
          value={session.place}
          onChange={(place) => onChange({ place })}
        />
        <Choose
          path={`sessions.${at}.shift`}
          label={say(words.shift)}
          value={session.shift}
          blank={say(words.everybody)}
          options={known.map((shift) => ({ value: shift, name: shift }))}
          onChange={(shift) => onChange({ shift })}
        />
      </div>
    </fieldset>
  )
}

/** The crews a unit goes through its rota with in the month of a day; none where it keeps no rota. */
function useCrews(orgId: string, on: string): readonly string[] {
  const may = useMay()
  const month = (parseDay(on) ?? today()).slice(0, 7)
  const asked = orgId && may('people.listRota') ? { orgId, month } : null
  const { data } = useRead('people.listRota', asked)
  return data?.rota?.crews.map(({ name }) => name) ?? []
}

/** The sittings of a planned meeting: one for everybody, or one for each shift. */
export function SessionFields({
  sessions,
  orgId,
  system,
  onChange,
}: {
  sessions: readonly SessionEntry[]
  orgId: string
  system: string
  onChange: (sessions: SessionEntry[]) => void
}): ReactNode {
  const say = useSay()
  const crews = useCrews(orgId, sessions[0]?.day ?? '')
  const shifts = crews.length > 0 ? crews : shiftsOf(system)
  const change = (at: number, by: Partial<SessionEntry>): void =>
    onChange(sessions.map((one, nth) => (nth === at ? { ...one, ...by } : one)))
  const drop = (at: number): void => onChange(sessions.filter((_, nth) => nth !== at))
  return (
    <Part title={say(words.sessions)} beside={<span className="small soft">{say(words.sessionsLead)}</span>}>
      {sessions.map((session, at) => (
        <SessionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a sitting has no other name
          key={at}
          {...{ session, at, shifts }}
          onChange={(by) => change(at, by)}
          onDrop={sessions.length > 1 ? () => drop(at) : undefined}
        />
      ))}
      <div className="row">
        <Button onPress={() => onChange(withOneMore(sessions))}>{say(words.addSession)}</Button>
        {shifts.length > 1 && (
          <Button onPress={() => onChange(onePerShift(sessions, shifts))}>
            {say(crews.length > 0 ? words.perCrew : words.perShift)}
          </Button>
        )}
      </div>
    </Part>
  )
}
