import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { COMMA, useLanguage, useSay } from '../../kit/web/say.ts'
import { personPath } from '../../people/ui/paths.ts'
import type { NamedRole } from '../rules/named.ts'
import { namedWords } from '../words/phone.ts'

type Person = { readonly personId: string; readonly name: string }

/** Mentors or sponsors by name, each leading to their page; nothing while nobody is named. */
export function NamedSaid({ role, people }: { role: NamedRole; people: readonly Person[] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (people.length === 0) return null
  return (
    <span>
      <span className="soft">{say(namedWords[role])}</span>{' '}
      {people.map(({ personId, name }, at) => (
        <span key={personId}>
          {at > 0 && COMMA[language]}
          <Link href={personPath(personId)}>{name}</Link>
        </span>
      ))}
    </span>
  )
}
