import type { ReactNode } from 'react'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { TITLES, type Title } from '../../law/titles.ts'
import { failedWords } from '../words/kinds.ts'
import { words } from '../words/pages.ts'

const titles: Readonly<Record<string, Title>> = TITLES
const sourceOf = (clause: string): string => titles[clause]?.source ?? ''

/** Why a record does not count, clause by clause (A2); nothing when it counts. */
export function Failed({ clauses }: { clauses: readonly string[] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (clauses.length === 0) return null
  const why = clauses
    .map((clause) => failedWords[clause]?.[language] ?? clause)
    .join(language === 'zh' ? '；' : '; ')
  return (
    <p>
      {say(words.countsNotWhy, { why })}{' '}
      <span className="soft small">
        {say(words.clause, { clause: [...new Set(clauses.map(sourceOf))].join('；') })}
      </span>
    </p>
  )
}
