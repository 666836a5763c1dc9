import type { ReactNode } from 'react'
import { parseVkey } from '../../journal/rules/note.ts'
import type { Known } from '../../journal/rules/pack/known.ts'
import type { Pack } from '../../journal/rules/pack/shape.ts'
import { isRefused } from '../../kit/refuse.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Field } from '../../kit/web/ui/Field.tsx'
import { words } from './words.ts'

/** What a reader typed of what is known from elsewhere. */
export type Typed = { readonly vkey: string; readonly policy: string }

/** How what was typed stands to what the pack brings. */
type State = 'untold' | 'mistyped' | 'same' | 'other'

const MARKS: Readonly<Record<State, string>> = { untold: '–', mistyped: '!', same: '●', other: '✗' }

const KEY_SAYS: Readonly<Record<State, Words>> = {
  untold: words.keyUntold,
  mistyped: words.keyMistyped,
  same: words.keySame,
  other: words.keyOther,
}
const POLICY_SAYS: Readonly<Record<Exclude<State, 'mistyped'>, Words>> = {
  untold: words.policyUntold,
  same: words.policySame,
  other: words.policyOther,
}

/** A key without the line breaks and spaces it was copied with. */
const keyOf = ({ vkey }: Typed): string => vkey.replaceAll(/\s/g, '')
/** A policy as it is written: whole lines. */
const policyOf = ({ policy }: Typed): string => `${policy.replaceAll('\r\n', '\n').trim()}\n`

/** What is held against a pack: a key that holds together by its own letters, so that a slip of the hand accuses nobody. */
export function knownFrom(typed: Typed): Known {
  const vkey = keyOf(typed)
  return {
    ...(!isRefused(parseVkey(vkey)) && { vkey }),
    ...(typed.policy.trim() !== '' && { policy: policyOf(typed) }),
  }
}

function keyState(typed: Typed, pack: Pack): State {
  if (keyOf(typed) === '') return 'untold'
  const { vkey } = knownFrom(typed)
  if (vkey === undefined) return 'mistyped'
  return vkey === pack.log.vkey ? 'same' : 'other'
}

function policyState(typed: Typed, pack: Pack): Exclude<State, 'mistyped'> {
  const { policy } = knownFrom(typed)
  if (policy === undefined) return 'untold'
  return policy === pack.policy ? 'same' : 'other'
}

function Outcome({ of, says }: { of: State; says: Words }): ReactNode {
  const say = useSay()
  return (
    <p
      className="outcome"
      role="status"
      data-state={of === 'same' ? 'passed' : of === 'other' ? 'failed' : of}
    >
      <span className="sign" aria-hidden="true">
        {MARKS[of]}
      </span>{' '}
      {say(says)}
    </p>
  )
}

/** Whose key it is: a pack brings its own, and only a reader who has the log's from elsewhere can tell that it is that one. */
export function Whose(of: { pack: Pack; typed: Typed; onType: (typed: Typed) => void }): ReactNode {
  const { pack, typed, onType } = of
  const [key, policy] = [keyState(typed, pack), policyState(typed, pack)]
  const say = useSay()
  return (
    <section className="part">
      <h2>{say(words.whose)}</h2>
      <p>{say(words.keyHint)}</p>
      <div className="noprint">
        <Field path="vkey" label={say(words.knownKey)} hint={say(words.knownKeyHint)} width="full">
          {(ties) => (
            <input
              className="input code"
              {...ties}
              autoComplete="off"
              spellCheck={false}
              value={typed.vkey}
              onChange={({ target }) => onType({ ...typed, vkey: target.value })}
            />
          )}
        </Field>
      </div>
      <Outcome of={key} says={KEY_SAYS[key]} />
      <details>
        <summary>{say(words.knownPolicy)}</summary>
        <Field path="policy" label={say(words.policyLabel)} hint={say(words.knownPolicyHint)} width="full">
          {(ties) => (
            <textarea
              className="input code"
              {...ties}
              rows={5}
              spellCheck={false}
              value={typed.policy}
              onChange={({ target }) => onType({ ...typed, policy: target.value })}
            />
          )}
        </Field>
        <Outcome of={policy} says={POLICY_SAYS[policy]} />
      </details>
    </section>
  )
}
