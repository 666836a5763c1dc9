import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { useAddress } from '../../kit/web/address.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { Committing } from './Committing.tsx'
import { Preview, sumOf } from './Preview.tsx'

type Previewed = OutputOf<'ledger.preview'>

function Done({ of }: { of: Previewed }): ReactNode {
  const say = useSay()
  const { added, changed } = sumOf(of.sheets)
  return (
    <div className="stack">
      <Notice kind="done">
        {say(words.done, { added: added.toLocaleString('en'), changed: changed.toLocaleString('en') })}
      </Notice>
      <div className="row">
        <ButtonLink kind="primary" to="/">
          {say(words.toOverview)}
        </ButtonLink>
        <ButtonLink to="/scores">{say(words.toScores)}</ButtonLink>
      </div>
    </div>
  )
}

function Running({ importId, onAnother }: { importId: string; onAnother: (id: string) => void }): ReactNode {
  const read = useRead('ledger.findPreview', { importId })
  const commit = useAction('ledger.commit')
  const cancel = useAction('ledger.cancel')
  const leave = async (): Promise<void> => {
    await cancel.send({ importId })
    onAnother('')
  }
  if (commit.answer) return <Done of={commit.answer} />
  if (commit.state === 'sending') return <Committing importId={importId} cancel={cancel} />
  if (read.state !== 'ready')
    return (
      <>
        <Waiting of={read} words={refusals.findPreview} lines={10} />
        {read.state === 'failed' && <ChooseFile onPreviewed={onAnother} />}
      </>
    )
  if (read.data.state === 'committed') return <Done of={read.data} />
  if (read.data.state !== 'previewed') return <ChooseFile onPreviewed={onAnother} />
  return <Preview of={read.data} commit={commit} onAnother={() => void leave()} />
}

/** Bringing ledgers in: choose a file, see what would happen, commit, watch, stop. The address keeps the preview. */
export function Importing(): ReactNode {
  const [{ import: importId }, set] = useAddress({ import: '' })
  if (!importId) return <ChooseFile onPreviewed={(id) => set({ import: id })} />
  return <Running key={importId} importId={importId} onAnother={(id) => set({ import: id })} />
}
