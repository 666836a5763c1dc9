import type { ReactNode } from 'react'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { ui } from '../../kit/web/words.ts'
import { branchOf, useUnits } from '../../org/ui/units.ts'
import { MOST_NAMED, NAMED_AT } from '../rules/named.ts'
import type { Step } from '../rules.ts'
import { words } from '../words/pages.ts'
import { namedWords } from '../words/phone.ts'

const MOST = 1000

/** Who is named at a step, by id; '' where nobody is chosen. */
export type NamedIds = readonly string[]

type Shown = {
  readonly step: Step
  /** The unit of whoever is admitted: the full members of its branch are offered. */
  readonly orgId: string
  readonly named: NamedIds
  readonly setNamed: (named: NamedIds) => void
}

/** The full members of the branch a unit belongs to. */
function useFullMembers(orgId: string) {
  const say = useSay()
  const branch = branchOf(useUnits(), orgId)
  const asked = { orgId: branch?.id ?? orgId, category: 'fullMember', limit: MOST } as const
  const people = useRead('people.listPeople', asked).data?.people ?? []
  return people.map(({ id, name, no }) => ({ value: String(id), name: say(ui.named, { name, no }) }))
}

function Fields({ step, orgId, named, setNamed }: Shown): ReactNode {
  const say = useSay()
  const members = useFullMembers(orgId)
  const role = NAMED_AT[step]
  if (!role) return null
  return Array.from({ length: MOST_NAMED }, (_, at) => at).map((at) => (
    <Choose
      key={at}
      path={`people.${at}`}
      label={say(words.namedNth, { role: say(namedWords[role]), n: at + 1 })}
      value={named[at] ?? ''}
      blank={say(words.nobodyNamed)}
      options={members}
      onChange={(id) =>
        setNamed(Array.from({ length: MOST_NAMED }, (_, nth) => (nth === at ? id : (named[nth] ?? ''))))
      }
    />
  ))
}

/** Mentors and sponsors by name, at the steps that name them. */
export function NamedFields(of: Shown): ReactNode {
  return NAMED_AT[of.step] ? <Fields {...of} /> : null
}

/** What a form sends of those named: nothing at a step that names nobody. */
export const namedIn = (step: Step, named: NamedIds): { people?: string[] } =>
  NAMED_AT[step] ? { people: named.filter(Boolean) } : {}
