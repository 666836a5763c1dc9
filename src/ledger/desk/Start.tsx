import { type ReactNode, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useMay } from '../../kit/web/may.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import { DemoSignIns } from './DemoSignIns.tsx'
import { Importing } from './Importing.tsx'
import './ledger.css'

/** How an empty mine begins: with its own ledgers, or with the demo. */
export function Start(): ReactNode {
  const say = useSay()
  const may = useMay()
  const demo = useAction('ledger.loadDemo')
  const [way, setWay] = useState<'import' | null>(() =>
    location.search.includes('import=') ? 'import' : null,
  )
  if (demo.answer) return <DemoSignIns signIns={demo.answer.signIns} />
  if (demo.state === 'sending')
    return (
      <div role="status" className="stack">
        <p>{say(words.loadingDemo)}</p>
        <div className="endless" />
      </div>
    )
  if (way === 'import') return <Importing />
  return (
    <div className="stack">
      <Outcome of={demo} words={refusals.loadDemo} />
      <div className="ways">
        {may('ledger.preview') && (
          <section className="stack">
            <h2>{say(words.startImport)}</h2>
            <p className="soft">{say(words.startImportLead)}</p>
            <div className="row">
              <Button kind="primary" onPress={() => setWay('import')}>
                {say(words.startImport)}
              </Button>
            </div>
          </section>
        )}
        {may('ledger.loadDemo') && (
          <section className="stack">
            <h2>{say(words.startDemo)}</h2>
            <p className="soft">{say(words.startDemoLead)}</p>
            <div className="row">
              <Button onPress={() => void demo.send({})}>{say(words.startDemo)}</Button>
            </div>
          </section>
        )}
      </div>
    </div>
  )
}
