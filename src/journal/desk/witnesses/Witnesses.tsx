import type { ReactNode } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Empty, Facts, Notice } from '../../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import type { Witness } from '../../ui/said.ts'
import { Failing } from '../../ui/Troubles.tsx'
import { refusals } from '../../words/pages.ts'
import { words } from '../../words/witnesses.ts'
import { Card, Long } from './Card.tsx'
import { AddWitness, ChangeQuorum } from './dialogs.tsx'
import { QuorumSaid } from './QuorumSaid.tsx'
import './witnesses.css'

type Answer = OutputOf<'journal.listWitnesses'>

function Add(): ReactNode {
  const say = useSay()
  const [asking, setAsking] = useHeld('witness.adding', false)
  return (
    <div className="row unprinted">
      <Button kind="primary" onPress={() => setAsking(true)}>
        {say(words.add)}
      </Button>
      {asking && <AddWitness onClose={() => setAsking(false)} />}
    </div>
  )
}

const Cards = ({ of }: { of: readonly Witness[] }): ReactNode => (
  <ul className="witness-list">
    {of.map((one) => (
      <Card key={one.id} of={one} />
    ))}
  </ul>
)

function List({ of }: { of: readonly Witness[] }): ReactNode {
  const say = useSay()
  const may = useMay()
  const current = of.filter(({ until }) => until === null)
  if (current.length > 0) return <Cards of={current} />
  const isHis = may('journal.addWitness')
  return <Empty title={say(words.emptyTitle)}>{say(isHis ? words.empty : words.emptyToRead)}</Empty>
}

function Former({ of }: { of: readonly Witness[] }): ReactNode {
  const say = useSay()
  const ended = of.filter(({ until }) => until !== null)
  if (ended.length === 0) return null
  return (
    <details className="stack">
      <summary>{say(words.ended, { n: ended.length })}</summary>
      <Cards of={ended} />
    </details>
  )
}

function Needed({ of: { witnesses, quorum, policy } }: { of: Answer }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asking, setAsking] = useHeld('witness.quorum.asking', false)
  const count = (kind: Witness['kind']): number =>
    witnesses.filter((one) => one.kind === kind && one.until === null).length
  const there = { committees: count('committee'), phones: count('phone') }
  return (
    <Part title={say(words.quorum)}>
      {policy === null && <Notice kind="late">{say(words.notEnough)}</Notice>}
      <p>
        <QuorumSaid of={quorum} there={there} />
      </p>
      {may('journal.setQuorum') && (
        <div className="row unprinted">
          <Button onPress={() => setAsking(true)}>{say(words.changeQuorum)}</Button>
        </div>
      )}
      {asking && <ChangeQuorum {...{ quorum, there }} onClose={() => setAsking(false)} />}
    </Part>
  )
}

function Give({ vkey }: { vkey: string }): ReactNode {
  const say = useSay()
  const command = `npx pitlamp witness --log ${vkey} --listen 0.0.0.0:7160 --name jiwei.example`
  return (
    <Part title={say(words.give)}>
      <p>{say(words.giveLead)}</p>
      <Facts
        of={[
          { name: say(words.logKey), value: <Long>{vkey}</Long> },
          { name: say(words.command), value: <Long>{command}</Long> },
        ]}
      />
    </Part>
  )
}

/** Sending to a witness is no record: nobody tells the page how it went. */
const ASK_AGAIN_MS = 10_000

/** Whose signatures on checkpoints the mine goes by, how it goes with each, and how many are needed (journal §4). */
export function Witnesses(): ReactNode {
  const say = useSay()
  const may = useMay()
  const read = useRead('journal.listWitnesses', {}, { everyMs: ASK_AGAIN_MS })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listWitnesses} lines={8} />
  const { witnesses, vkey } = read.data
  return (
    <>
      <Part title={say(words.witnesses)}>
        <p>{say(words.lead)}</p>
        <Failing of={witnesses} />
        <List of={witnesses} />
        {may('journal.addWitness') && <Add />}
        <Former of={witnesses} />
      </Part>
      <Needed of={read.data} />
      <Give vkey={vkey} />
    </>
  )
}
