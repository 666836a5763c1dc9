import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { TITLES } from '../../law/titles.ts'
import type { DefectClause } from '../rules.ts'
import { defectWords } from '../words/defects.ts'
import { words } from '../words/pages.ts'

const titles: Readonly<Record<string, { readonly source: string }>> = TITLES

/** What is wrong by which clause, and where that is written (J1–J13). */
export function DefectSaid({ clause }: { clause: DefectClause | string }): ReactNode {
  const say = useSay()
  const what = defectWords[clause]
  return say(words.defect, {
    clause,
    what: what ? say(what) : clause,
    source: titles[clause]?.source ?? '',
  })
}
