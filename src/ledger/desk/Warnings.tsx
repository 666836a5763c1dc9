import { type ReactNode, useState } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { COMMA, fill, useLanguage, useSay } from '../../kit/web/say.ts'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { warningWords, words } from '../words/pages.ts'

type Warning = OutputOf<'ledger.preview'>['warnings'][number]
export type WarningCode = Warning['code']

/** Which warnings were accepted, and whether that is all of them. */
export type Accepting = {
  readonly accepted: readonly WarningCode[]
  readonly turn: (code: WarningCode, isAccepted: boolean) => void
  readonly isAll: boolean
}

/** Begins with none accepted. */
export function useAccepting(warnings: readonly Warning[]): Accepting {
  const [accepted, set] = useState<readonly WarningCode[]>([])
  const turn = (code: WarningCode, isAccepted: boolean): void =>
    set((before) => [...before.filter((one) => one !== code), ...(isAccepted ? [code] : [])])
  return { accepted, turn, isAll: warnings.every(({ code }) => accepted.includes(code)) }
}

function Item({ of, accepting }: { of: Warning; accepting: Accepting }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { code, n, names } = of
  const more = n > names.length && names.length > 0 ? say(words.andMore) : ''
  return (
    <li>
      <p>{fill(warningWords[code][language], { n, names: names.join(COMMA[language]) + more })}</p>
      <label className="choice unprinted">
        <input
          type="checkbox"
          checked={accepting.accepted.includes(code)}
          onChange={({ target }) => accepting.turn(code, target.checked)}
        />
        {say(words.accept)}
      </label>
    </li>
  )
}

/** What an import would do that is rarely meant; each is ticked before it can be committed. */
export function Warnings({ of, accepting }: { of: readonly Warning[]; accepting: Accepting }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <Notice kind="wrong">
      <p className="strong">{say(words.warningsTitle)}</p>
      <ul>
        {of.map((warning) => (
          <Item key={warning.code} of={warning} accepting={accepting} />
        ))}
      </ul>
    </Notice>
  )
}
