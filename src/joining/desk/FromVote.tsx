import type { ReactNode } from 'react'
import { showDay } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import type { Step } from '../rules.ts'
import { words } from '../words/pages.ts'
import { isVoted, type Vote } from './votes.ts'

type Shown = {
  readonly id: string
  readonly step: Step
  readonly chosen: string
  readonly onChoose: (vote: Vote | undefined) => void
}

/** The votes about this person that a meeting counted, to be taken over; nothing where there is none. */
export function FromVote({ id, step, chosen, onChoose }: Shown): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('joining.findCase', isVoted(step) ? { id } : null)
  const votes = read.data?.votes.filter((vote) => vote.step === step) ?? []
  if (votes.length === 0) return null
  const said = (vote: Vote): string => say(words.voteOf, { ...vote, day: showDay(vote.heldOn, language) })
  return (
    <Choose
      path="vote"
      label={say(words.fromVote)}
      value={chosen}
      blank={say(words.byHand)}
      options={votes.map((vote) => ({ value: String(vote.id), name: said(vote) }))}
      onChange={(value) => onChoose(votes.find((vote) => vote.id === value))}
    />
  )
}
