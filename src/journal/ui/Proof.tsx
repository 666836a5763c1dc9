import { type ReactNode, useMemo } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { recall, store } from '../../kit/web/kept.ts'
import { useRead } from '../../kit/web/read.ts'
import { fill, useLanguage, useSay } from '../../kit/web/say.ts'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { type Claim, checkEvidence, type Step } from '../rules/proof.ts'
import { refusals } from '../words/pages.ts'
import { stepWords, words } from '../words/proof.ts'

type Evidence = OutputOf<'journal.findProof'>
type Shown = Omit<Step, 'name'> & { readonly name: Step['name'] | 'key' }

/** Whether the log's key is the one this browser met first; a first meeting is remembered and passes. */
function checkKey({ vkey }: Evidence): Shown {
  const log = vkey.split('+')[0] ?? ''
  const place = `pitlamp.log.${log}`
  const known = recall(place)
  if (known === null) store(place, vkey)
  return { name: 'key', good: known === null || known === vkey, facts: { log } }
}

function StepLine({ step }: { step: Shown }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { title, good, bad } = stepWords[step.name]
  const said = fill((step.good ? good : bad)[language], step.facts)
  return (
    <li data-good={step.good}>
      <p className="strong">
        <span aria-hidden="true">{step.good ? '✓' : '✗'}</span> {say(title)}
        <span className="unseen"> {say(step.good ? words.stepGood : words.stepBad)}</span>
      </p>
      <p className={step.good ? 'soft' : undefined}>{said}</p>
    </li>
  )
}

function Steps({ evidence, claim }: { evidence: Evidence; claim: Claim }): ReactNode {
  const say = useSay()
  const steps = useMemo(() => [...checkEvidence(evidence, claim), checkKey(evidence)], [evidence, claim])
  const isGood = steps.every(({ good }) => good)
  return (
    <>
      <p className={isGood ? 'notice done' : 'notice wrong'} role={isGood ? 'status' : 'alert'}>
        {say(isGood ? words.verified : words.notVerified)}
      </p>
      <ol className="proof">
        {steps.map((step) => (
          <StepLine key={step.name} step={step} />
        ))}
      </ol>
      <p className="small soft">{say(words.whatItProves)}</p>
    </>
  )
}

/** Checks one entry in this browser, step by step, computing everything anew from what the server hands out (J1–J3). */
export default function Proof({ entryId, claim }: { entryId: string; claim: Claim }): ReactNode {
  const read = useRead('journal.findProof', { entryId: entryId as Id })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.findProof} lines={5} />
  return <Steps evidence={read.data} claim={claim} />
}
