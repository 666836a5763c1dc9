import type { ReactNode } from 'react'
import type { Act } from '../../kit/web/act.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ledgerWords, words } from '../words/pages.ts'

const EVERY_MS = 400

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
  const phase = data?.phase ?? ''
  const known = ledgerWords[phase]
  const says = data
    ? say(words.progress, { phase: known ? say(known) : phase, done: data.done, total: data.total })
    : ''
  return (
    <div className="stack">
      <h2>{say(words.committing)}</h2>
      <progress
        className="progress"
        aria-label={say(words.committing)}
        value={data?.done ?? 0}
        max={data?.total || 1}
      />
      <p role="status">{says}</p>
      <div className="row">
        <Button busy={cancel.state === 'sending'} onPress={() => void cancel.send({ importId })}>
          {say(cancel.state === 'sending' ? words.stopping : words.stop)}
        </Button>
      </div>
    </div>
  )
}
