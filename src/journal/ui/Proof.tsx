import { type ReactNode, useMemo } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { saveBlob } from '../../kit/web/file.ts'
import { recall, store } from '../../kit/web/kept.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { COMMA, fill, useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { fromBase64 } from '../rules/base64.ts'
import { type Claim, checkEvidence, checkFields, type Step, sealedNames } from '../rules/proof.ts'
import { showTlogProof } from '../rules/tlog-proof.ts'
import { type Content, contentRefused, isAlarm, judge } from '../rules/verdict.ts'
import { refusals } from '../words/pages.ts'
import { notTrue, stepWords, verdictWords, words } from '../words/proof.ts'
import { useSayField } from './saying.ts'

type Evidence = OutputOf<'journal.findProof'>
const NOTHING = { fields: [], withheld: [], missing: [] } as const
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

type Opening = OutputOf<'journal.findOpening'>

function Steps({ steps }: { steps: readonly Shown[] }): ReactNode {
  return (
    <ol className="proof">
      {steps.map((step) => (
        <StepLine key={step.name} step={step} />
      ))}
    </ol>
  )
}

/** Values as they were sealed, folded: above they stand as people say them. */
function AsSealed({ of }: { of: readonly { readonly name: string; readonly value: string }[] }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <details className="small soft">
      <summary>{say(words.asSealed)}</summary>
      <ul>
        {of.map(({ name, value }) => (
          <li key={name}>
            {name} <span className="code">{value}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A value as somebody reads it: by its slice's words where there are some, else text bare and the rest as it is written. */
function useSaid(of: Opening): (field: { readonly name: string; readonly value: string }) => string {
  const sayField = useSayField()
  const language = useLanguage()
  return ({ name, value }) => {
    const read: unknown = JSON.parse(value)
    const said = sayField({ table: of.record, name, value: read, names: of.names }, language)
    if (said !== undefined) return said
    if (read === null || read === '') return '–'
    return typeof read === 'string' ? read : value
  }
}

/** Whether a value is said otherwise than it is written. */
const isSaid = (said: string, value: string): boolean =>
  said !== '–' && said !== value && JSON.stringify(said) !== value

type Compared = Extract<Content, { state: 'opened' }>

/** Each field as it stands now, with whether it is what was sealed. */
function Fields({ content, of }: { content: Compared; of: Opening }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const said = new Map([...of.fields, ...of.withheld].map((field) => [field.name, field.said]))
  const nameOf = (name: string): string => said.get(name)?.[language] ?? name
  const saidOf = useSaid(of)
  const listed = (names: readonly string[]): string => names.map(nameOf).join(COMMA[language])
  return (
    <>
      <p className="strong">{say(words.content)}</p>
      <ul className="opened">
        {content.fields.map(({ name, value, good }) => (
          <li key={name} data-good={good}>
            <span aria-hidden="true">{good ? '✓' : '✗'}</span> <span className="strong">{nameOf(name)}</span>
            <span className="unseen"> {say(good ? words.stepGood : words.stepBad)}</span>{' '}
            {saidOf({ name, value })}
          </li>
        ))}
      </ul>
      <AsSealed
        of={content.fields
          .filter((field) => isSaid(saidOf(field), field.value))
          .map(({ name, value }) => ({ name: nameOf(name), value }))}
      />
      {content.missing.length > 0 && <p>{say(words.contentMissing, { names: listed(content.missing) })}</p>}
      {content.withheld.length > 0 && (
        <p className="small soft">{say(words.contentWithheld, { names: listed(content.withheld) })}</p>
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

type Checked = { readonly entryId: string; readonly claim: Claim; readonly stands: 'latest' | 'earlier' }

/** What stands in the tables now against the commitments in the leaf. */
function compare(leaf: string, rev: number, opening: Opening): Content {
  if (opening.rev !== rev) return { state: 'newer' }
  const withheld = opening.withheld.map(({ name }) => name)
  const known = new Set([...opening.fields.map(({ name }) => name), ...withheld])
  const missing = sealedNames(leaf).filter((name) => !known.has(name))
  return { state: 'opened', fields: checkFields(leaf, opening.fields), withheld, missing }
}

/** The present content as far as it can be had; undefined while it is on its way. */
function contentOf(read: Read<'journal.findOpening'>, leaf: string, { rev }: Claim): Content | undefined {
  if (read.state === 'ready') return compare(leaf, rev, read.data)
  return read.state === 'failed' ? contentRefused(read.problem.code) : undefined
}

type Judged = {
  readonly evidence: Evidence
  readonly claim: Claim
  readonly content: Content
  readonly notice: string | number | undefined
}

function VerdictLine({
  steps,
  content,
  notice,
}: Omit<Judged, 'evidence' | 'claim'> & { steps: readonly Shown[] }): ReactNode {
  const say = useSay()
  const verdict = judge(steps, content)
  const isBad = isAlarm(verdict)
  const { fields, withheld, missing } = content.state === 'opened' ? content : NOTHING
  const bad = fields.filter(({ good }) => !good).length + missing.length
  return (
    <p className={isBad ? 'notice wrong' : 'notice done'} role={isBad ? 'alert' : 'status'}>
      {say(verdictWords[verdict], { n: fields.length, m: withheld.length, bad })}
      {verdict === 'erased' && notice !== undefined && ` ${say(words.erasedAt, { n: notice })}`}
    </p>
  )
}

function Judgement({
  evidence,
  claim,
  content,
  notice,
  children,
}: Judged & { children: ReactNode }): ReactNode {
  const say = useSay()
  const steps = useMemo(() => [...checkEvidence(evidence, claim), checkKey(evidence)], [evidence, claim])
  return (
    <>
      <VerdictLine {...{ steps, content, notice }} />
      {children}
      <Steps steps={steps} />
      <p className="small soft">{say(notTrue)}</p>
    </>
  )
}

/**
 * Checks one entry in this browser, computing everything anew from what the server hands out (J1–J3): its seal step by step, and of the
 * latest revision what stands in the tables now. One verdict on both.
 */
export default function Proof({ entryId, claim, stands }: Checked): ReactNode {
  const may = useMay()
  const opens = stands === 'latest' && may('journal.findOpening')
  const proof = useRead('journal.findProof', { entryId: entryId as Id })
  const opening = useRead('journal.findOpening', opens ? { subject: claim.subject } : null)
  if (proof.state !== 'ready') return <Waiting of={proof} words={refusals.findProof} lines={5} />
  const { data: evidence } = proof
  const uncompared = { state: stands === 'latest' ? 'closed' : 'earlier' } as const
  const content = opens ? contentOf(opening, evidence.leaf, claim) : uncompared
  if (!content) return <Waiting of={opening} words={refusals.findOpening} lines={5} />
  return (
    <>
      <Judgement {...{ evidence, claim, content }} notice={opening.problem?.facts?.['n']}>
        {content.state === 'opened' && opening.data && <Fields content={content} of={opening.data} />}
      </Judgement>
      <Save evidence={evidence} claim={claim} />
    </>
  )
}
