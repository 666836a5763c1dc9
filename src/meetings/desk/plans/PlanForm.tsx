import { type ReactNode, useState } from 'react'
import type { Problem } from '../../../kit/contract.ts'
import type { Span } from '../../../kit/day.ts'
import { today } from '../../../kit/web/dates.ts'
import { useSay, type Words } from '../../../kit/web/say.ts'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { ProblemSummary, useWrongs, type Wrong, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { LongInput, TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { useMay } from '../../../kit/web/who.ts'
import type { Unit } from '../../../org/ui/units.ts'
import type { MeetingKind } from '../../contract.ts'
import { meetingKindWords } from '../../words/kinds.ts'
import { words } from '../../words/planning.ts'
import { words as room } from '../../words/sitting.ts'
import { AgendaFields } from './AgendaFields.tsx'
import { Propose } from './Propose.tsx'
import { faultsInPlan, type PlanEntry } from './plan-entry.ts'
import { SessionFields } from './SessionFields.tsx'
import { ToRead } from './ToRead.tsx'
import './plans.css'
import { UnitField } from '../../../org/ui/UnitField.tsx'

type Tied = { readonly entry: PlanEntry; readonly set: (change: Partial<PlanEntry>) => void }

const isKind = (text: string): text is MeetingKind => text in meetingKindWords

function What({ entry, set, units }: Tied & { units: readonly Unit[] }): ReactNode {
  const say = useSay()
  const kinds = Object.entries(meetingKindWords).flatMap(([value, name]) =>
    isKind(value) ? [{ value, name: say(name) }] : [],
  )
  return (
    <div className="fields">
      <UnitField
        units={units}
        label={say(words.unit)}
        value={entry.orgId}
        onChange={(orgId) => set({ orgId })}
      />
      <Choose
        path="kind"
        label={say(words.kind)}
        value={entry.kind}
        blank={say(words.chooseKind)}
        options={kinds}
        onChange={(kind) => set({ kind })}
      />
      <TextInput
        path="subject"
        label={say(words.subject)}
        value={entry.subject}
        onChange={(subject) => set({ subject })}
      />
    </div>
  )
}

/** What is wrong with a plan: what the page sees at the last try, else what the server said; and what the fields are called. */
function useFaults(problem: Problem | undefined, entry: PlanEntry) {
  const say = useSay()
  const [own, setOwn] = useState<readonly Wrong[]>([])
  const told = useWrongs(problem)
  const names = {
    day: words.day,
    starts: words.starts,
    ends: words.ends,
    place: words.place,
    shift: words.shift,
  }
  const ofSessions = entry.sessions.flatMap((_, at) =>
    Object.entries(names).map(([field, name]) => [
      `sessions.${at}.${field}`,
      `${say(words.session, { n: at + 1 })} ${say(name)}`,
    ]),
  )
  const labels: Readonly<Record<string, string>> = {
    kind: say(words.kind),
    subject: say(words.subject),
    ...Object.fromEntries(ofSessions),
    ...Object.fromEntries(
      entry.agenda.flatMap((_, at) => [
        [`agenda.${at}.title`, `${say(words.item, { n: at + 1 })} ${say(room.itemTitle)}`],
        [`agenda.${at}.vote`, `${say(words.item, { n: at + 1 })} ${say(room.itemVote)}`],
      ]),
    ),
  }
  const check = (): boolean => {
    const faults = faultsInPlan(entry, today())
    setOwn(faults.map(({ path, words: why }) => ({ path, says: say(why) })))
    return faults.length === 0
  }
  return { wrongs: own.length > 0 ? own : told, labels, check }
}

type Shown = Tied & {
  readonly title: string
  readonly units: readonly Unit[]
  /** The planned meeting that is changed. */
  readonly plannedId?: string
  /** The window of the duty a new one is to fill. */
  readonly duty?: Span | undefined
  readonly problem: Problem | undefined
  readonly refusals: Readonly<Record<string, Words>>
  readonly busy: boolean
  readonly send: string
  /** What is to be said above the fields. */
  readonly notes?: ReactNode
  readonly onSend: () => void
}

/** The form of a planned meeting. */
export function PlanForm(of: Shown): ReactNode {
  const say = useSay()
  const may = useMay()
  const { entry, set, units, problem } = of
  const { wrongs, labels, check } = useFaults(problem, entry)
  const system = units.find(({ parentId }) => !units.some(({ id }) => id === parentId))?.shiftSystem ?? ''
  return (
    <Form label={of.title} length="long" onSend={() => check() && of.onSend()}>
      <ProblemSummary problem={problem} wrongs={wrongs} words={of.refusals} labels={labels} />
      {of.notes}
      <Wrongs of={wrongs}>
        <What {...{ entry, set, units }} />
        {may('meetings.proposeSessions') && (
          <Propose
            {...{ entry, plannedId: of.plannedId, duty: of.duty }}
            onChange={(sessions) => set({ sessions })}
          />
        )}
        <SessionFields
          orgId={entry.orgId}
          sessions={entry.sessions}
          system={system}
          onChange={(sessions) => set({ sessions })}
        />
        <AgendaFields
          {...{ agenda: entry.agenda, kind: entry.kind, orgId: entry.orgId }}
          onChange={(agenda) => set({ agenda })}
        />
        <LongInput
          path="note"
          label={say(words.note)}
          hint={say(words.noteHint)}
          value={entry.note}
          onChange={(note) => set({ note })}
        />
        <ToRead {...{ entry, set }} />
      </Wrongs>
      <Send busy={of.busy}>{of.send}</Send>
    </Form>
  )
}
