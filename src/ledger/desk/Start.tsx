import { type ReactNode, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { refusals, words } from '../words/pages.ts'
import { DemoSignIns } from './DemoSignIns.tsx'
import { Importing } from './Importing.tsx'
import './ledger.css'

function Way(of: { title: Words; lead: Words; children: ReactNode }): ReactNode {
  const say = useSay()
  return (
    <section className="stack">
      <h2>{say(of.title)}</h2>
      <p className="soft">{say(of.lead)}</p>
      <div className="row">{of.children}</div>
    </section>
  )
}

function Ways({ onImport, onDemo }: { onImport: () => void; onDemo: () => void }): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <div className="ways">
      {may('ledger.preview') && (
        <Way title={words.startImport} lead={words.startImportLead}>
          <Button kind="primary" onPress={onImport}>
            {say(words.startImport)}
          </Button>
        </Way>
      )}
      {may('ledger.loadDemo') && (
        <Way title={words.startDemo} lead={words.startDemoLead}>
          <Button onPress={onDemo}>{say(words.startDemo)}</Button>
        </Way>
      )}
    </div>
  )
}

/** How an empty mine begins: with its own ledgers, or with the demo. */
export function Start(): ReactNode {
  const say = useSay()
  const demo = useAction('ledger.loadDemo')
  const [importing, setImporting] = useState(() => location.search.includes('import='))
  if (demo.answer) return <DemoSignIns signIns={demo.answer.signIns} />
  if (importing) return <Importing />
  if (demo.state === 'sending')
    return (
      <div role="status" className="stack">
        <p>{say(words.loadingDemo)}</p>
        <div className="endless" />
      </div>
    )
  return (
    <div className="stack">
      <Outcome of={demo} words={refusals.loadDemo} />
      <Ways onImport={() => setImporting(true)} onDemo={() => void demo.send({})} />
    </div>
  )
}
