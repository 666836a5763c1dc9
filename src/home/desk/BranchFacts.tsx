import type { ReactNode } from 'react'
import { firstPeriod } from '../../assessment/ui/choices.ts'
import { sayGrade } from '../../assessment/ui/grade.ts'
import { scorePath } from '../../assessment/ui/paths.ts'
import { words as scoreWords } from '../../assessment/words/pages.ts'
import { latenessPath } from '../../evidence/ui/paths.ts'
import { words as lateWords } from '../../evidence/words/lateness.ts'
import { LATE_AFTER_DAYS } from '../../journal/rules/when.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { daysBetween } from '../../kit/day.ts'
import { showDay, showFullDay, showPeriod } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { COMMA, useLanguage, useSay } from '../../kit/web/say.ts'
import { Badge, Facts, Why } from '../../kit/web/ui/Parts.tsx'
import { FullDay } from '../../kit/web/ui/Said.tsx'
import { useMay } from '../../kit/web/who.ts'
import { shortGroup } from '../../meetings/ui/duties.ts'
import { sayPost } from '../../org/words/posts.ts'
import { words } from '../words/pages.ts'

type Branch = OutputOf<'home.findBranch'>
const SOON_DAYS = 180

function Term({ branch }: { branch: Branch }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!branch.termTo) return '–'
  const left = daysBetween(branch.today, branch.termTo)
  const to = showFullDay(branch.termTo, language)
  return (
    <span className="row base">
      {branch.termFrom ? say(words.termSpan, { from: showFullDay(branch.termFrom, language), to }) : to}
      {left < 0 && <Badge kind="late">{say(words.termOver, { n: -left })}</Badge>}
      {left >= 0 && left <= SOON_DAYS && (
        <span className="soft small"> {say(words.termEnds, { n: left })}</span>
      )}
    </span>
  )
}

/** The score of the period to look at first, leading to why; nothing while there is none. */
function ScoreFact({ branch }: { branch: Branch }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const periods = useRead('assessment.listPeriods', {})
  const period = firstPeriod(periods)
  const scores = useRead('assessment.listScores', period ? { period } : null)
  const run = scores.data?.run ?? null
  const found = scores.data?.scores.find(({ branchId }) => branchId === branch.id)
  if (!found) return '–'
  const says = say(found.score ? scoreWords.scoreOf : scoreWords.whyNone, {
    name: branch.name,
    score: found.score ?? '',
  })
  return (
    <>
      <Why to={scorePath(branch.id, period)} says={says}>
        <span className="strong">{found.score ?? say(scoreWords.noScore)}</span>
      </Why>{' '}
      {run && <Badge>{say(scoreWords.trial)}</Badge>} {found.grade && sayGrade(found.grade, run, say)}{' '}
      <span className="small soft">
        {showPeriod(period, language)}
        {run && ` · ${say(scoreWords.countedTo, { today: showDay(run.today, language) })}`}
      </span>
    </>
  )
}

/** How many of this year's records came late, leading to when they were made; nothing while there are none. */
function LatenessFact({ branch }: { branch: Branch }): ReactNode {
  const say = useSay()
  const span = { from: `${branch.today.slice(0, 4)}-01-01`, to: branch.today }
  const read = useRead('evidence.findLateness', { orgId: branch.id, ...span })
  const all = read.data?.all
  if (!all || all.of === 0) return '–'
  return (
    <Why to={latenessPath(branch.id)} says={say(lateWords.lateness)}>
      {say(lateWords.branchLine, { of: all.of, late: all.late, days: LATE_AFTER_DAYS })}
    </Why>
  )
}

/** Who leads the branch, its term, what it is. */
export function BranchFacts({ branch }: { branch: Branch }): ReactNode {
  const say = useSay()
  const may = useMay()
  const groups = branch.groups.map(({ name }) => shortGroup(name, branch.name)).join(say(COMMA))
  const vacancies = branch.vacancies.map((post) => say(sayPost(post))).join(say(COMMA))
  return (
    <section className="branch-facts" aria-label={say(words.facts)}>
      <Facts
        of={[
          { name: say(words.score), value: may('assessment.listScores') && <ScoreFact branch={branch} /> },
          {
            name: say(lateWords.branchFact),
            value: may('evidence.findLateness') && <LatenessFact branch={branch} />,
          },
          { name: say(words.secretary), value: branch.secretary || say(words.noSecretary) },
          { name: say(words.members), value: say(words.memberFacts, branch.members) },
          { name: say(words.vacancies), value: vacancies && <span className="amber">{vacancies}</span> },
          { name: say(words.term), value: <Term branch={branch} /> },
          { name: say(words.parent), value: branch.parentName },
          { name: say(words.code), value: <span className="code">{branch.code}</span> },
          { name: say(words.founded), value: branch.foundedOn && <FullDay of={branch.foundedOn} /> },
          { name: say(words.shifts), value: branch.shiftSystem },
          { name: say(words.themeDay), value: branch.themeDay },
          { name: say(words.groups), value: groups },
        ]}
      />
    </section>
  )
}
