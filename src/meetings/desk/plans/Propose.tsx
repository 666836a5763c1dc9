import { type ReactNode, useState } from 'react'
import type { InputOf } from '../../../kit/contract.ts'
import type { Span } from '../../../kit/day.ts'
import { showDay, today } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { mostSittingsOf } from '../../rules/plans.ts'
import { decisionsOf } from '../../rules/votes.ts'
import { proposeRefusals, words } from '../../words/proposing.ts'
import { decisionKindWords } from '../../words/room.ts'
import { Proposal } from './Proposal.tsx'
import type { PlanEntry, SessionEntry } from './plan-entry.ts'
import {
  firstWish,
  isLateFor,
  type ProposedSet,
  sessionsOf,
  type Wish,
  wishAfter,
  wishInput,
} from './proposing.ts'

type Tied = { readonly wish: Wish; readonly set: (change: Partial<Wish>) => void }

const MOST = ['1', '2', '3', '4', '5', '6']

function Wishes({ wish, set, kind }: Tied & Pick<PlanEntry, 'kind'>): ReactNode {
  const say = useSay()
  const tied = (field: keyof Wish) => ({
    path: `propose.${field}`,
    label: say(words[field]),
    value: wish[field],
    onChange: (value: string) => set({ [field]: value }),
  })
  return (
    <div className="fields">
      <DayInput {...tied('from')} />
      <DayInput {...tied('to')} />
      <TextInput {...tied('minutes')} />
      {kind !== '' && mostSittingsOf(kind) > 1 && (
        <Choose {...tied('most')} options={MOST.map((value) => ({ value, name: value }))} />
      )}
      {kind !== '' && decisionsOf(kind).length > 1 && (
        <Choose
          {...tied('vote')}
          value={wish.vote || 'ordinary'}
          options={decisionsOf(kind).map((value) => ({ value, name: say(decisionKindWords[value]) }))}
        />
      )}
    </div>
  )
}

type Shown = {
  readonly asked: InputOf<'meetings.proposeSessions'>
  readonly duty: Span | undefined
  readonly chosen: number | undefined
  readonly onUse: (of: ProposedSet, at: number) => void
  readonly onFurther: () => void
}

/** That nothing was found: within a duty's days, with the way on to those after it. */
function Nothing({ asked, duty, onFurther }: Pick<Shown, 'asked' | 'duty' | 'onFurther'>): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!duty || asked.to > duty.last) return <p>{say(words.none)}</p>
  return (
    <div className="row base">
      <p>{say(words.noneInTime, { day: showDay(duty.last, language) })}</p>
      <Button onPress={onFurther}>{say(words.further)}</Button>
    </div>
  )
}

function Proposals({ asked, duty, chosen, onUse, onFurther }: Shown): ReactNode {
  const say = useSay()
  const read = useRead('meetings.proposeSessions', asked)
  if (read.state !== 'ready') return <Waiting of={read} words={proposeRefusals} lines={6} />
  const { proposals, unknown } = read.data
  return (
    <div className="stack" aria-live="polite">
      {unknown > 0 && <p className="soft">{say(words.unknown, { n: unknown })}</p>}
      {proposals.length === 0 && <Nothing {...{ asked, duty, onFurther }} />}
      <ol className="proposals">
        {proposals.map((of, at) => (
          <li key={of.sessions.map(({ day, starts }) => `${day} ${starts}`).join()}>
            <Proposal
              {...{ of, at }}
              isUsed={chosen === at}
              lateFor={isLateFor(of, duty) ? duty?.last : undefined}
              onUse={() => onUse(of, at)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Proposes sittings from who works when; a chosen proposal fills the sittings of the form. */
export function Propose({
  entry,
  plannedId,
  duty,
  onChange,
}: {
  entry: PlanEntry
  /** The window of the duty that is to be filled. */
  duty: Span | undefined
  /** The planned meeting that is changed. */
  plannedId: string | undefined
  onChange: (sessions: SessionEntry[]) => void
}): ReactNode {
  const say = useSay()
  const [wish, setWish] = useState(() => firstWish(entry, today(), duty))
  const [asked, setAsked] = useState<InputOf<'meetings.proposeSessions'>>()
  const [chosen, setChosen] = useState<number>()
  const ready = wishInput(wish, entry)
  const ask = (by: Wish): void => {
    const input = wishInput(by, entry)
    setWish(by)
    setChosen(undefined)
    setAsked(input && { ...input, ...(plannedId && { plannedId }) })
  }
  const use = (of: ProposedSet, at: number): void => {
    onChange(sessionsOf(of, entry.sessions, say(words.others)))
    setChosen(at)
  }
  return (
    <details className="propose">
      <summary>
        {say(words.title)} <span className="soft small">{say(words.lead)}</span>
      </summary>
      <div className="stack">
        <Wishes wish={wish} set={(by) => setWish({ ...wish, ...by })} kind={entry.kind} />
        <div className="row">
          <Button onPress={() => ask(wish)} busy={!ready}>
            {say(words.propose)}
          </Button>
          {!ready && <span className="soft small">{say(words.chooseFirst)}</span>}
        </div>
        {asked && (
          <Proposals
            {...{ asked, duty, chosen }}
            onUse={use}
            onFurther={() => duty && ask(wishAfter(wish, duty))}
          />
        )}
      </div>
    </details>
  )
}
