import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import type { Act } from '../../kit/web/act.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ledgerWords, words } from '../words/pages.ts'

const EVERY_MS = 400

/** Where a running commit is, in words. */
function usePhase(at: OutputOf<'ledger.findProgress'> | undefined): string {
  const say = useSay()
  if (!at) return ''
  const known = ledgerWords[at.phase]
  return say(words.progress, { phase: known ? say(known) : at.phase, done: at.done, total: at.total })
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
      <progress className="progress" aria-label={name} value={data?.done ?? 0} max={data?.total || 1} />
      <p role="status">{usePhase(data)}</p>
      <div className="row">
        <Button busy={isStopping} onPress={() => void cancel.send({ importId })}>
          {say(isStopping ? words.stopping : words.stop)}
        </Button>
      </div>
    </div>
  )
}
