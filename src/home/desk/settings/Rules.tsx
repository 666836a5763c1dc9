import type { ReactNode } from 'react'
import { fill, type Language, useLanguage, useSay, type Words } from '../../../kit/web/say.ts'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { FullDay } from '../../../kit/web/ui/Said.tsx'
import { RULES, type RuleKey, type RuleRow, type RuleValues } from '../../../law/table.ts'
import { TITLES } from '../../../law/titles.ts'
import { ruleWords, words } from '../../words/settings.ts'
import { sayValue } from './say-value.ts'

type Row = RuleRow<RuleValues[RuleKey]> & { readonly id: string; readonly name: Words; readonly says: Words }

const sayIn =
  (language: Language) =>
  (row: RuleRow<RuleValues[RuleKey]>): string =>
    sayValue(row, { language, say: (said, ...filling) => fill(said[language], filling[0]) })

const ROWS: readonly Row[] = (Object.keys(ruleWords) as RuleKey[]).flatMap((key) =>
  RULES[key].map((row: RuleRow<RuleValues[RuleKey]>, version) => ({
    ...row,
    id: `${key}.${version}`,
    name: ruleWords[key],
    says: { zh: sayIn('zh')(row), en: sayIn('en')(row) },
  })),
)

function Clause({ of }: { of: Row }): ReactNode {
  return (
    <span className="whole" title={TITLES[of.clause][useLanguage()]}>
      {of.clause}
    </span>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  { head: words.rule, kind: 'main', value: ({ name }, say) => say(name) },
  { head: words.value, value: ({ says }, say) => say(says) },
  { head: words.source, value: ({ source }) => source },
  { head: words.clause, value: ({ clause }) => clause, cell: (row) => <Clause of={row} /> },
  { head: words.from, value: ({ from }) => from, cell: ({ from }) => <FullDay of={from} /> },
]

/** The rule table: every number with its source and the day it took effect (R0). */
export function Rules(): ReactNode {
  const say = useSay()
  return (
    <section className="stack">
      <p>{say(words.rulesLead)}</p>
      <DataTable
        caption={words.rules}
        rows={ROWS}
        keyOf={({ id }) => id}
        columns={COLUMNS}
        long={{ name: 'rules', finding: say(words.find), empty: null }}
      />
    </section>
  )
}
