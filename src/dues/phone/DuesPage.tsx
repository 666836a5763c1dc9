import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { showGroupedYuan } from '../../kit/money.ts'
import { showDay, showMonth, today } from '../../kit/web/dates.ts'
import { Card } from '../../kit/web/phone/Card.tsx'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Mark } from '../../kit/web/ui/Mark.tsx'
import { How } from '../ui/HowDue.tsx'
import type { DuesMonth } from '../ui/how.ts'
import { stateSaid } from '../ui/state.ts'
import { dutyWords, words } from '../words/phone.ts'

function Difference({ fen }: { fen: number | null }): ReactNode {
  const say = useSay()
  if (!fen) return null
  const rest = showGroupedYuan(Math.abs(fen))
  return <p>{say(fen < 0 ? words.restMonth : words.over, { rest })}</p>
}

function Payments({ of }: { of: DuesMonth }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.payments.length === 0) return of.dueFen ? <p>{say(words.unpaid)}</p> : null
  return (
    <ul>
      {of.payments.map((payment) => (
        <li key={payment.id}>
          {say(words.paidOn, {
            day: showDay(payment.paidOn, language),
            paid: showGroupedYuan(payment.paidFen),
          })}
          {payment.corrections.map(({ at, fromFen, toFen, reason }) => (
            <p key={at} className="amber small">
              {say(words.corrected, { from: showGroupedYuan(fromFen), to: showGroupedYuan(toFen), reason })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Month({ of }: { of: DuesMonth }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <details className="month">
      <summary>
        <span className="row spread">
          <span>{showMonth(of.month, language)}</span>
          <span className="state">
            {of.dueFen !== null && <span className="soft">{showGroupedYuan(of.dueFen)}</span>}
            <Mark state={of.state} />
            {say(stateSaid(of))}
          </span>
        </span>
      </summary>
      <div className="stack tight">
        {of.how && of.dueFen !== null && <How how={of.how} dueFen={of.dueFen} />}
        {of.duty !== 'owed' && <p>{say(dutyWords[of.duty])}</p>}
        <Payments of={of} />
        <Difference fen={of.differenceFen} />
      </div>
    </details>
  )
}

/** The month that explains the amount best: the current one, else the last with an amount. */
const shownMonth = (months: readonly DuesMonth[]): DuesMonth | undefined => {
  const computed = months.filter(({ how }) => how)
  return computed.find(({ month }) => month === today().slice(0, 7)) ?? computed[computed.length - 1]
}

/** My dues of a year: what is owed and paid, and how each amount was computed. */
export function DuesPage({ year = today().slice(0, 4) }: { year?: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const dues = useRead('dues.findMine', { year })
  const title = `${say(words.dues)} · ${say(words.year, { year })}`
  if (dues.state !== 'ready')
    return (
      <Page title={title} back="/me">
        <Waiting of={dues} words={{}} />
      </Page>
    )
  const { months, dueFen, paidFen, isMember } = dues.data
  const rest = dueFen - paidFen
  const sums = { due: showGroupedYuan(dueFen), paid: showGroupedYuan(paidFen) }
  const shown = shownMonth(months)
  return (
    <Page
      title={title}
      back="/me"
      under={rest > 0 ? say(words.short, { ...sums, rest: showGroupedYuan(rest) }) : say(words.settled, sums)}
    >
      {!isMember && <p>{say(words.notMember)}</p>}
      {shown?.how && shown.dueFen !== null && (
        <Card title={say(words.howTitle, { month: showMonth(shown.month, language) })}>
          <How how={shown.how} dueFen={shown.dueFen} />
          <Link href="/voice/new?kind=correction&field=duesBase&page=/me/dues">{say(words.baseWrong)}</Link>
        </Card>
      )}
      <Part title={say(words.months)}>
        {months.map((month) => (
          <Month key={month.month} of={month} />
        ))}
      </Part>
      <Link href={`/me/dues/${Number(year) - 1}`}>{say(words.before, { year: Number(year) - 1 })}</Link>
    </Page>
  )
}
