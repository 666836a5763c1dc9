import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Problem } from '../../kit/contract.ts'
import { parseDay } from '../../kit/day.ts'
import { useAction } from '../../kit/web/act.ts'
import { useAddress } from '../../kit/web/address.ts'
import { showInstant, today } from '../../kit/web/dates.ts'
import { useDraft } from '../../kit/web/draft.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ProblemSummary, useWrongs, type Wrong, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form } from '../../kit/web/ui/Form.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useAccountId } from '../../kit/web/who.ts'
import { branchPath } from '../../org/ui/paths.ts'
import { branchAndGroups, useUnits } from '../../org/ui/units.ts'
import { missingToHalf } from '../rules.ts'
import { meetingPath } from '../ui/paths.ts'
import { refusals, words } from '../words/pages.ts'
import { ChooseBranch } from './ChooseBranch.tsx'
import { blankMeeting, type Entry, faultsIn, inputOf, type Rolled } from './entry.ts'
import { useFromPlan } from './from-plan.ts'
import { MeetingFields, useLabels } from './MeetingFields.tsx'
import { RollCall, sumOf, useRoll } from './RollCall.tsx'

function DraftLine({ from, onDrop }: { from: string | null; onDrop: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!from) return <p className="small soft">{say(words.draftKept)}</p>
  return (
    <p className="row small">
      {say(words.draftFound, { at: showInstant(from, language) })}
      <Button kind="quiet" onPress={onDrop}>
        <u>{say(words.draftDrop)}</u>
      </Button>
    </p>
  )
}

type Summed = { readonly entry: Entry; readonly roll: readonly Rolled[]; readonly busy: boolean }

function Sum({ entry: { kind, heldOn }, roll, busy }: Summed): ReactNode {
  const say = useSay()
  const { expected, present } = sumOf(roll)
  const day = parseDay(heldOn)
  const missing = (kind && day && missingToHalf(kind, { expected, present }, day)) || 0
  return (
    <div className="sum row spread">
      <span className="strong" role="status">
        {say(words.rollCount, { expected, present })}
      </span>
      {missing > 0 && <span className="amber small">{say(words.quorumHint)}</span>}
      <span className="row">
        <span className="small soft">{say(words.saveKeys)}</span>
        <Button kind="primary" type="submit" busy={busy}>
          {say(words.save)}
        </Button>
      </span>
    </div>
  )
}

/** What is wrong with the entry: what the page itself sees at the last try, else what the server said. */
function useFaults(problem: Problem | undefined): {
  wrongs: readonly Wrong[]
  check: (entry: Entry, called: number) => boolean
} {
  const say = useSay()
  const [own, setOwn] = useState<readonly Wrong[]>([])
  const told = useWrongs(problem)
  const check = (entry: Entry, called: number): boolean => {
    const faults = [
      ...faultsIn(entry, today()),
      ...(called === 0 ? [{ path: 'roll', words: words.rollEmpty }] : []),
    ]
    setOwn(faults.map(({ path, words: why }) => ({ path, says: say(why) })))
    return faults.length === 0
  }
  return { wrongs: own.length > 0 ? own : told, check }
}

type Begun = {
  readonly start: Entry
  readonly branchId: string
  readonly draftKey: string
  readonly plannedId: string
}

/** The entry while it is typed, and sending it: a meeting that was taken opens its record. */
function useEntering({ start, draftKey, plannedId }: Begun) {
  const [, go] = useLocation()
  const draft = useDraft(draftKey, start)
  const enter = useAction('meetings.enterMeeting')
  const { roll, read } = useRoll(draft.value)
  const { wrongs, check } = useFaults(enter.problem)
  const send = async (): Promise<void> => {
    const entry = draft.value
    const input = { ...inputOf(entry, roll), ...(plannedId && { plannedId }) }
    const answer = check(entry, roll.length) && (await enter.send(input))
    if (!answer) return
    draft.drop()
    go(meetingPath(answer.id))
  }
  return { draft, enter, roll, read, wrongs, send }
}

function MeetingForm(begun: Begun): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const units = branchAndGroups(useUnits(), begun.branchId)
  const { draft, enter, roll, read, wrongs, send } = useEntering(begun)
  const { value: entry, set } = draft
  return (
    <Form label={say(words.enter)} length="long" onSend={() => void send()}>
      <DraftLine from={draft.foundFrom} onDrop={draft.drop} />
      <ProblemSummary problem={enter.problem} wrongs={wrongs} words={refusals.enterMeeting} labels={labels} />
      <Wrongs of={wrongs}>
        <MeetingFields {...{ entry, set, labels, units }} people={roll} />
      </Wrongs>
      <RollCall read={read} roll={roll} changes={entry.roll} onChange={(changed) => set({ roll: changed })} />
      <Sum {...{ entry, roll }} busy={enter.state === 'sending'} />
    </Form>
  )
}

type Asked = { readonly branch: string; readonly org: string; readonly kind: string; readonly on: string }

/** The form, once what was planned is known. */
function Begin({
  asked,
  branchId,
  plannedId,
}: {
  asked: Asked
  branchId: string
  plannedId: string
}): ReactNode {
  const { state, known, read } = useFromPlan(plannedId, branchId)
  const account = useAccountId()
  if (state === 'waiting') return <Waiting of={read} words={refusals.findPlanned} lines={14} />
  const start = { ...blankMeeting(asked), ...known }
  const draftKey = ['pitlamp.draft.meeting', account, start.orgId, start.kind, start.heldOn, plannedId]
    .filter(Boolean)
    .join('.')
  return <MeetingForm {...{ start, draftKey, branchId, plannedId }} key={draftKey} />
}

/** Records a meeting that took place, with its roll call: entered once, used by ledger, assessment and forms. */
export default function EnterMeeting(): ReactNode {
  const say = useSay()
  const units = useUnits()
  const [{ planned, ...asked }] = useAddress({ branch: '', org: '', kind: '', on: '', planned: '' })
  const branch = units.find(({ id }) => id === asked.branch)
  const title = branch ? say(words.enterFor, { name: branch.name }) : say(words.enter)
  return (
    <Page
      title={title}
      above={branch && <Link href={branchPath(branch.id, 'meetings')}>{branch.name}</Link>}
      under={say(words.enterLead)}
    >
      {branch ? <Begin {...{ asked }} branchId={branch.id} plannedId={planned} /> : <ChooseBranch />}
    </Page>
  )
}
