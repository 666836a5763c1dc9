import { type ReactNode, useMemo, useState } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { saveBlob } from '../../kit/web/file.ts'
import { recall, store } from '../../kit/web/kept.ts'
import { useRead } from '../../kit/web/read.ts'
import { COMMA, fill, useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { fromBase64 } from '../rules/base64.ts'
import { type Claim, checkEvidence, checkFields, type Step } from '../rules/proof.ts'
import { showTlogProof } from '../rules/tlog-proof.ts'
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

/** A value as somebody reads it: text bare, nothing as a dash, the rest as it is written. */
function shown(value: string): string {
  const read: unknown = JSON.parse(value)
  if (read === null || read === '') return '–'
  return typeof read === 'string' ? read : value
}

function Fields({ leaf, of }: { leaf: string; of: OutputOf<'journal.findOpening'> }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const fields = useMemo(() => checkFields(leaf, of.fields), [leaf, of])
  const said = new Map(of.fields.map((field) => [field.name, field.said]))
  const bad = fields.filter(({ good }) => !good).length
  return (
    <>
      <p className={bad > 0 ? 'notice wrong' : 'notice done'} role={bad > 0 ? 'alert' : 'status'}>
        {bad > 0 ? say(words.contentBad, { n: bad }) : say(words.contentGood, { n: fields.length })}
      </p>
      <ul className="opened">
        {fields.map(({ name, value, good }) => (
          <li key={name} data-good={good}>
            <span aria-hidden="true">{good ? '✓' : '✗'}</span>{' '}
            <span className="strong">{say(said.get(name) ?? { zh: name, en: name })}</span>
            <span className="unseen"> {say(good ? words.stepGood : words.stepBad)}</span> {shown(value)}
          </li>
        ))}
      </ul>
      {of.withheld.length > 0 && (
        <p className="small soft">
          {say(words.contentWithheld, {
            names: of.withheld.map((one) => say(one.said)).join(COMMA[language]),
          })}
        </p>
      )}
    </>
  )
}

/** The evidence as a file that needs neither this page nor this server (C2SP tlog-proof); the entry itself travels in it as extra data. */
function Save({ evidence, claim }: { evidence: Evidence; claim: Claim }): ReactNode {
  const say = useSay()
  const save = (): void => {
    const proof = evidence.proof.flatMap((hash) => fromBase64(hash) ?? [])
    const extra = fromBase64(evidence.leaf) ?? new Uint8Array(0)
    const text = showTlogProof({ index: evidence.index, proof, note: evidence.note, extra })
    saveBlob(`${claim.subject}-${claim.rev}.tlog-proof`, new Blob([text], { type: 'text/plain' }))
  }
  return (
    <div className="row">
      <Button onPress={save}>{say(words.save)}</Button>
      <span className="small soft">{say(words.saveAbout)}</span>
    </div>
  )
}

type Content = { readonly claim: Claim; readonly leaf: string }

function Opened({ claim, leaf }: Content): ReactNode {
  const say = useSay()
  const read = useRead('journal.findOpening', { subject: claim.subject })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.findOpening} lines={5} />
  if (read.data.rev !== claim.rev) return <p className="notice">{say(words.contentNewer)}</p>
  return <Fields leaf={leaf} of={read.data} />
}

/** The record's own fields against the commitments in the leaf: what stands in the tables now is what was sealed. */
function Content({ claim, leaf }: Content): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (open) return <Opened claim={claim} leaf={leaf} />
  return (
    <div className="row">
      <Button onPress={() => setOpen(true)}>{say(words.openContent)}</Button>
    </div>
  )
}

type Checked = { readonly entryId: string; readonly claim: Claim; readonly stands: 'latest' | 'earlier' }

/** Checks one entry in this browser, step by step, computing everything anew from what the server hands out (J1–J3). */
export default function Proof({ entryId, claim, stands }: Checked): ReactNode {
  const may = useMay()
  const read = useRead('journal.findProof', { entryId: entryId as Id })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.findProof} lines={5} />
  return (
    <>
      <Steps evidence={read.data} claim={claim} />
      <Save evidence={read.data} claim={claim} />
      {stands === 'latest' && may('journal.findOpening') && <Content claim={claim} leaf={read.data.leaf} />}
    </>
  )
}
