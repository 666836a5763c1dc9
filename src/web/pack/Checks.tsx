import type { ReactNode } from 'react'
import { codeWords } from '../../evidence/words/pack.ts'
import { PACK_CODES, type PackCode, type PackFinding } from '../../journal/rules/pack/finding.ts'
import { COMMA, useLanguage, useSay } from '../../kit/web/say.ts'
import type { Result } from './run.ts'
import { words } from './words.ts'

type State = 'passed' | 'failed' | 'skipped' | 'notReached'

const MARKS: Readonly<Record<State, string>> = { passed: '●', failed: '✗', skipped: '–', notReached: '·' }
/** So many places of one check are told. */
const MOST_PLACES = 5

function stateOf(code: PackCode, findings: readonly PackFinding[], read: Result['read']): State {
  if (findings.some((one) => one.code === code)) return 'failed'
  if (!read) return 'notReached'
  const isAbsent =
    (code === 'draw-bad' && !read.pack.draw) ||
    (code === 'score-bad' && !read.pack.scores) ||
    (code === 'pack-differs' && read.page === 'none')
  return isAbsent ? 'skipped' : 'passed'
}

function Where({ finding }: { finding: PackFinding }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const { subject, rev, at, name, branch } = finding
  const parts = [
    subject !== undefined && say(words.atRecord, { subject }),
    rev !== undefined && say(words.atRevision, { rev }),
    at !== undefined && say(words.atCheckpoint, { n: at + 1 }),
    name,
    branch,
  ].filter((part) => part)
  return parts.length === 0 ? null : <li className="code">{parts.join(COMMA[now])}</li>
}

function Failure({ code, findings }: { code: PackCode; findings: readonly PackFinding[] }): ReactNode {
  const say = useSay()
  const own = findings.filter((one) => one.code === code)
  return (
    <>
      <p>{say(codeWords[code].failed)}</p>
      <ul className="small">
        {own.slice(0, MOST_PLACES).map((finding) => (
          <Where key={JSON.stringify(finding)} finding={finding} />
        ))}
      </ul>
      {own.length > MOST_PLACES && (
        <p className="small soft">{say(words.more, { n: own.length - MOST_PLACES })}</p>
      )}
    </>
  )
}

type Given = { readonly findings: readonly PackFinding[]; readonly read: Result['read'] }

function CheckLine({ code, findings, read }: Given & { code: PackCode }): ReactNode {
  const say = useSay()
  const state = stateOf(code, findings, read)
  return (
    <li data-state={state}>
      <p>
        <span className="sign" aria-hidden="true">
          {MARKS[state]}
        </span>{' '}
        {say(codeWords[code].looks)} <span className="soft small">{say(words[state])}</span>
      </p>
      {state === 'failed' && <Failure code={code} findings={findings} />}
    </li>
  )
}

/** Every check with its result and reason, and what none of them shows. */
export function Checks({ findings, read }: Given): ReactNode {
  const say = useSay()
  return (
    <section className="part">
      <h2>{say(words.checks)}</h2>
      <ol className="checks">
        {PACK_CODES.map((code) => (
          <CheckLine key={code} code={code} findings={findings} read={read} />
        ))}
      </ol>
      <h2>{say(words.limits)}</h2>
      <ul className="limits">
        {[words.limitTrue, words.limitAbsent, words.limitLater, words.limitPage].map((limit) => (
          <li key={limit.en}>{say(limit)}</li>
        ))}
      </ul>
    </section>
  )
}
