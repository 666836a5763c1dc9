import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { STEPS, type Step } from '../../joining/rules.ts'
import { defectWords } from '../../joining/words/defects.ts'
import { stepWords } from '../../joining/words/steps.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { showFullDay } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { COMMA, type Say, useLanguage, useSay } from '../../kit/web/say.ts'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Code } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { personPath } from '../../people/ui/paths.ts'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

type Case = OutputOf<'joining.listCases'>['cases'][number]

function Steps({ of }: { of: Case }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const done = STEPS.filter((step) => of.steps[step])
  const titleOf = (step: Step): string => {
    const words = stepWords[step]
    const day = of.steps[step]
    return [words && say(words), day && showFullDay(day, language)].filter(Boolean).join(' ')
  }
  return (
    <>
      <span className="whole">{say(words.stepOf, { n: done.length })}</span>
      <span className="steps" aria-hidden="true">
        {STEPS.map((step) => (
          <span key={step} data-done={of.steps[step] ? true : undefined} title={titleOf(step)} />
        ))}
      </span>
    </>
  )
}

function LastStep({ of }: { of: Case }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const last = STEPS.findLast((step) => of.steps[step])
  const day = last && of.steps[last]
  const name = last && stepWords[last]
  if (!name || !day) return '–'
  return (
    <>
      {say(name)} <span className="soft small whole">{showFullDay(day, language)}</span>
    </>
  )
}

function Defects({ of }: { of: Case }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.defects.length === 0) return <span className="soft">{say(words.noDefects)}</span>
  return (
    <ul>
      {of.defects.map(({ clause, on }) => {
        const name = defectWords[clause]
        return (
          <li key={`${clause}${on}`}>
            {name ? say(name) : clause}{' '}
            <span className="soft small whole">
              {clause} · {showFullDay(on, language)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** The last step made, with its day. */
function lastStepOf(of: Case, say: Say): string {
  const last = STEPS.findLast((step) => of.steps[step])
  const name = last && stepWords[last]
  return name ? `${say(name)} ${of.steps[last] ?? ''}` : ''
}

const COLUMNS: readonly Column<Case>[] = [
  {
    head: words.person,
    kind: 'main',
    sort: 'name',
    value: ({ name }) => name,
    cell: ({ personId, name }) => <Link href={personPath(personId)}>{name}</Link>,
  },
  { head: words.no, value: ({ no }) => no, cell: ({ no }) => <Code>{no}</Code> },
  {
    head: words.step,
    value: ({ steps }) => STEPS.filter((step) => steps[step]).length,
    cell: (one) => <Steps of={one} />,
  },
  { head: words.lastStep, value: lastStepOf, cell: (one) => <LastStep of={one} /> },
  {
    head: words.defects,
    value: ({ defects }, say) => defects.map(({ clause }) => clause).join(say(COMMA)),
    cell: (one) => <Defects of={one} />,
  },
]

/** The admission cases of a branch: how far each is, and what went wrong by which clause. */
export function CaseList({ branchId, here }: Listed): ReactNode {
  const say = useSay()
  const read = useRead('joining.listCases', { branchId })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listCases} lines={8} />
  const { cases } = read.data
  if (cases.length === 0) return <Empty title={say(words.casesEmptyTitle)}>{say(words.casesEmpty)}</Empty>
  return <DataTable caption={words.cases} rows={cases} keyOf={({ id }) => id} here={here} columns={COLUMNS} />
}
