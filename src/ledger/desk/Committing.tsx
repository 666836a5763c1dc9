import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import type { Act } from '../../kit/web/act.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { phaseWords, words } from '../words/pages.ts'

const EVERY_MS = 400

const phases: Readonly<Record<string, Words>> = phaseWords

/** Where a running commit is, in words. */
function usePhase(at: OutputOf<'ledger.findProgress'> | undefined): string {
  const say = useSay()
  const known = phases[at?.phase ?? 'reading'] ?? phaseWords.reading
  if (!at?.total) return say(known)
  return say(words.progress, { phase: say(known), done: at.done, total: at.total })
}

/** How far a commit is, and the way to stop it. */
export function Committing({
  importId,
  cancel,
}: {
  importId: string
  cancel: Act<'ledger.cancel'>
}): ReactNode {
  const say = useSay()
  const { data } = useRead('ledger.findProgress', { importId }, { everyMs: EVERY_MS, meanwhile: 'last' })
  const name = say(words.committing)
  const isStopping = cancel.state === 'sending'
  return (
    <div className="stack">
      <h2>{name}</h2>
      <progress
        className="progress"
        aria-label={name}
        {...(data?.total && { value: data.done, max: data.total })}
      />
      <p role="status">{usePhase(data)}</p>
      <div className="row">
        <Button busy={isStopping} onPress={() => void cancel.send({ importId })}>
          {say(isStopping ? words.stopping : words.stop)}
        </Button>
      </div>
    </div>
  )
}
