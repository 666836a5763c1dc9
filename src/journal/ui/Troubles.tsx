import type { ReactNode } from 'react'
import { showInstant } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { useMay } from '../../kit/web/who.ts'
import { words } from '../words/witnesses.ts'
import { witnessesPath } from './paths.ts'
import { failingOf, failureOf, type Witness } from './said.ts'

function Trouble({ of }: { of: Witness }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { says, todo } = failureOf(of.failure ?? '')
  const at = showInstant(of.failingSince ?? '', language)
  return (
    <li>
      {say(words.troubled, { name: of.name, at, why: say(says) })}
      <span className="soft"> {say(todo)}</span>
    </li>
  )
}

/** Witnesses that do not sign now, each with why and what to do; nothing where all is well. */
export function Failing({ of, children }: { of: readonly Witness[]; children?: ReactNode }): ReactNode {
  const failing = failingOf(of)
  if (failing.length === 0) return null
  return (
    <Notice kind="late">
      <ul>
        {failing.map((one) => (
          <Trouble key={one.id} of={one} />
        ))}
      </ul>
      {children}
    </Notice>
  )
}

/** On the journal's page: deliveries to witnesses that fail, for whoever may see the witnesses. */
export function WitnessTroubles(): ReactNode {
  const say = useSay()
  const may = useMay()
  const read = useRead('journal.listWitnesses', may('journal.listWitnesses') ? {} : null)
  if (read.state !== 'ready') return null
  return (
    <Failing of={read.data.witnesses}>
      <div className="row unprinted">
        <ButtonLink to={witnessesPath}>{say(words.toWitnesses)}</ButtonLink>
      </div>
    </Failing>
  )
}
