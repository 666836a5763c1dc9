import { type ReactNode, useId } from 'react'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Choose, type Option } from '../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../kit/web/ui/DayInput.tsx'
import { LongInput, TextInput } from '../../kit/web/ui/TextInput.tsx'
import type { Unit } from '../../org/ui/units.ts'
import type { MeetingKind } from '../contract.ts'
import { meetingKindWords } from '../words/kinds.ts'
import { words } from '../words/pages.ts'
import { nextDayHint } from '../words/times.ts'
import type { Entry, FactEntry } from './entry.ts'

type Path = Exclude<keyof Entry, 'hours'> | 'hoursHundredths'
export type Labels = Readonly<Record<Path, string>>

/** What each field of a meeting is called, by its path. */
export function useLabels(): Labels {
  const say = useSay()
  return {
    orgId: say(words.unit),
    kind: say(words.kind),
    heldOn: say(words.heldOn),
    starts: say(words.starts),
    ends: say(words.ends),
    place: say(words.place),
    chair: say(words.chair),
    recorder: say(words.recorder),
    lecturer: say(words.lecturer),
    subject: say(words.subject),
    resolution: say(words.resolution),
    absence: say(words.absence),
    hoursHundredths: say(words.hours),
    roll: say(words.roll),
  }
}

type Tied<T> = { entry: T; set: (change: Partial<T>) => void; labels: Labels }
/** `people`: whose names are offered for those who led, wrote and lectured; any other may be typed. */
type Facts<T> = Tied<T> & { people: readonly { readonly personId: string; readonly name: string }[] }
type Shown = Facts<Entry> & { units: readonly Unit[] }
const TIMES = ['starts', 'ends'] as const
const NAMES = ['chair', 'recorder', 'lecturer'] as const
const TEXTS = ['subject', 'resolution', 'absence'] as const
const isKind = (text: string): text is MeetingKind => text in meetingKindWords

function useKinds(): Option<MeetingKind>[] {
  const say = useSay()
  return Object.entries(meetingKindWords).flatMap(([value, kind]) =>
    isKind(value) ? [{ value, name: say(kind) }] : [],
  )
}

function Whose({ entry, set, units, labels }: Omit<Shown, 'people'>): ReactNode {
  return (
    <Choose
      path="orgId"
      label={labels.orgId}
      value={entry.orgId}
      options={units.map(({ id, name }) => ({ value: String(id), name }))}
      onChange={(orgId) => set({ orgId, roll: {} })}
    />
  )
}

function What({ entry, set, labels }: Tied<FactEntry>): ReactNode {
  const say = useSay()
  return (
    <>
      <Choose
        path="kind"
        label={labels.kind}
        value={entry.kind}
        options={useKinds()}
        blank={say(words.chooseKind)}
        onChange={(kind) => set({ kind })}
      />
      <DayInput
        path="heldOn"
        label={labels.heldOn}
        value={entry.heldOn}
        onChange={(heldOn) => set({ heldOn })}
      />
    </>
  )
}

function WhenAndWhere({ entry, set, labels }: Tied<FactEntry>): ReactNode {
  const language = useLanguage()
  return (
    <>
      <div className="pair">
        {TIMES.map((path) => (
          <TextInput
            key={path}
            path={path}
            label={labels[path]}
            value={entry[path]}
            hint={path === 'ends' ? nextDayHint(entry, language) : undefined}
            placeholder="14:30"
            onChange={(text) => set({ [path]: text })}
          />
        ))}
      </div>
      <TextInput path="place" label={labels.place} value={entry.place} onChange={(place) => set({ place })} />
      <TextInput
        path="hoursHundredths"
        label={labels.hoursHundredths}
        value={entry.hours}
        inputMode="decimal"
        onChange={(hours) => set({ hours })}
      />
    </>
  )
}

/** The fields of a meeting that are neither text nor roll. */
export function FactFields(shown: Facts<FactEntry>): ReactNode {
  const list = useId()
  const { entry, set, labels } = shown
  return (
    <>
      <What {...shown} />
      <WhenAndWhere {...shown} />
      <datalist id={list}>
        {shown.people.map(({ personId, name }) => (
          <option key={personId} value={name} />
        ))}
      </datalist>
      {NAMES.map((path) => (
        <TextInput
          key={path}
          path={path}
          list={list}
          label={labels[path]}
          value={entry[path]}
          onChange={(text) => set({ [path]: text })}
        />
      ))}
    </>
  )
}

/** The fields of a meeting. */
export function MeetingFields(shown: Shown): ReactNode {
  const { entry, set, labels, people } = shown
  return (
    <div className="fields">
      <Whose {...shown} />
      <FactFields {...{ entry, set, labels, people }} />
      {TEXTS.map((path) => (
        <LongInput
          key={path}
          path={path}
          label={labels[path]}
          value={entry[path]}
          onChange={(text) => set({ [path]: text })}
        />
      ))}
    </div>
  )
}
