import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { showPeriod } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Page, Part } from '../../kit/web/ui/Page.tsx'
import { PaperMenu } from '../../kit/web/ui/PaperMenu.tsx'
import { PrintButton } from '../../kit/web/ui/PrintButton.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { ui } from '../../kit/web/words.ts'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { sayGrade } from '../ui/grade.ts'
import { scoresPath } from '../ui/paths.ts'
import { hundredths, sumOf } from '../ui/points.ts'
import { refusals, words } from '../words/pages.ts'
import { ItemStack, isStacked } from './ItemStack.tsx'
import { Excluded, LeftOut } from './LeftOut.tsx'
import { PeriodChooser, PeriodNote } from './PeriodChooser.tsx'
import { StackBar } from './StackBar.tsx'
import { usePeriod } from './usePeriod.ts'
import { Vetoes } from './Vetoes.tsx'
import './scores.css'

type Score = OutputOf<'assessment.findScore'>

/** How the items add up to the score, in one line that can be done again with a pencil. */
function Arithmetic({ score }: { score: Score }): ReactNode {
  const say = useSay()
  const { points, of } = sumOf(score.items.filter(isStacked))
  if (score.base === null || score.score === null) return null
  const parts = [
    say(words.sum, { points: (points / 100).toFixed(2), of: (of / 100).toFixed(2), base: score.base }),
    ...(hundredths(score.bonus) > 0 ? [say(words.plusBonus, { bonus: score.bonus })] : []),
    say(words.total, { score: score.score }),
  ]
  return (
    <p className="soft small">
      {parts.join(' · ')}
      {hundredths(score.bonus) >= 1000 && say(ui.aside, { said: say(words.bonusCut) })}
    </p>
  )
}

function Headline({ score }: { score: Score }): ReactNode {
  const say = useSay()
  return (
    <section className="headline stack tight">
      <p className="row base">
        <span className="figure">{score.score ?? say(words.noScore)}</span>
        {score.grade && <span className="grade">{sayGrade(score.grade, score.run, say)}</span>}
        <Vetoes of={score} />
      </p>
      <StackBar items={score.items.filter(isStacked)} />
      <Arithmetic score={score} />
      <PeriodNote of={score} />
    </section>
  )
}

function Answer({ score, period }: { score: Score; period: string }): ReactNode {
  const say = useSay()
  return (
    <>
      <Headline score={score} />
      <Part title={say(words.why)}>
        <ItemStack items={score.items} branchId={score.branchId} period={period} />
      </Part>
      <LeftOut of={score} period={period} />
      <Excluded of={score.excluded} />
    </>
  )
}

function Above({ score, period }: { score: Score | undefined; period: string }): ReactNode {
  const say = useSay()
  return (
    <>
      <Link href={scoresPath(period)}>{say(words.allBranches)}</Link>
      {score && ' / '}
      {score && <BranchLink orgId={score.branchId} name={score.name} />}
    </>
  )
}

/** The letter that tells the branch its result. */
function Letter({ branchId, period }: { branchId: string; period: string }): ReactNode {
  const letter = useAsk('documents.scoreLetter')
  const ask = (format: 'docx' | 'pdf') => letter.ask({ branchId, period, format })
  return <PaperMenu offers={[{ ...letter, name: words.letter, refusals: refusals.findScore, ask }]} />
}

/** Why a branch has its score: the stack of its items, each opening to a sentence, its rule, its evidence and the records. */
export default function ScorePage({ branchId }: { branchId: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { period, choose, known } = usePeriod()
  const read = useRead('assessment.findScore', period ? { branchId, period } : null)
  const name = read.data?.name ?? say(words.score)
  return (
    <Page
      title={period ? `${name} · ${showPeriod(period, language)}` : name}
      above={<Above score={read.data} period={period} />}
      actions={
        <>
          <PeriodChooser period={period} known={known} onChoose={choose} />
          {period && <Letter branchId={branchId} period={period} />}
          <PrintButton />
        </>
      }
    >
      {read.state === 'ready' ? (
        <Answer score={read.data} period={period} />
      ) : (
        <Waiting of={read} words={refusals.findScore} lines={14} />
      )}
    </Page>
  )
}
