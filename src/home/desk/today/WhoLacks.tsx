import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Mark } from '../../../kit/web/ui/Mark.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { words } from '../../words/open.ts'
import { refusals } from '../../words/pages.ts'
import { branchesIn, type Line, lackingName, markOf, nameOf, placeOf, type Today, untilOf } from './line.ts'
import './today.css'

/** So many lines and branches are taken in at a glance; the rest unfolds. */
const FEW_LINES = 6
const FEW_BRANCHES = 5

type Shown = { readonly line: Line; readonly of: Today }

function Names({ line }: { line: Line }): ReactNode {
  const say = useSay()
  const links = line.branches.map((one) => (
    <Link key={`${one.branchId}${one.groupId}${one.name}`} href={placeOf(line, one)} className="chip">
      {lackingName(line, one)}
    </Link>
  ))
  const rest = links.slice(FEW_BRANCHES)
  return (
    <span className="chips">
      {links.slice(0, FEW_BRANCHES)}
      {rest.length > 0 && (
        <details>
          <summary>{say(words.andMore, { n: rest.length })}</summary>
          <span className="chips">{rest}</span>
        </details>
      )}
    </span>
  )
}

function LackLine({ line, of }: Shown): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <li>
      <span className="what">
        <Mark state={markOf[line.state]} />
        <span className="strong">{nameOf(line, { say, language })}</span>
        <span className={line.state === 'due' ? 'soft small' : 'amber small'}>
          {untilOf(line, of.today, { say, language })}
        </span>
        {line.isPlanned && <span className="small">{say(words.isPlanned)}</span>}
        <span className="soft small">{say(words.lacking, { n: branchesIn(line), all: of.branches })}</span>
      </span>
      <Names line={line} />
    </li>
  )
}

function Lines({ of }: { of: Today }): ReactNode {
  const say = useSay()
  if (of.lines.length === 0) return <p className="soft">{say(words.allDone)}</p>
  const lines = of.lines.map((line) => (
    <LackLine key={`${line.kind}${line.what}${line.until}${line.isPlanned}`} line={line} of={of} />
  ))
  const rest = lines.slice(FEW_LINES)
  return (
    <>
      <ul className="who-lacks">{lines.slice(0, FEW_LINES)}</ul>
      {rest.length > 0 && (
        <details className="rest">
          <summary>{say(words.moreLines, { n: rest.length })}</summary>
          <ul className="who-lacks">{rest}</ul>
        </details>
      )}
    </>
  )
}

/** The few lines that answer who lacks what this month, over all branches one may see. */
export function WhoLacks(): ReactNode {
  const say = useSay()
  const read = useRead('home.findOpen', {})
  return (
    <Part title={say(words.whoLacks)}>
      {read.state === 'ready' ? <Lines of={read.data} /> : <Waiting of={read} words={refusals.findOpen} />}
    </Part>
  )
}
