import type { ReactNode } from 'react'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { failedWords } from '../words/kinds.ts'
import { words } from '../words/pages.ts'

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
      <span className="soft small">{say(words.clause, { clause: clauses.join(' ') })}</span>
    </p>
  )
}
