import { type ReactNode, useState } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { parseMonth } from '../../kit/day.ts'
import { showYuan } from '../../kit/money.ts'
import { useAction } from '../../kit/web/act.ts'
import { nameOfMonth, showMonth } from '../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../kit/web/ui/DayInput.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form } from '../../kit/web/ui/Form.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import type { Choosing, Owing } from './choosing.ts'

type Dues = OutputOf<'dues.listMonths'>
type Shown = { readonly dues: Dues; readonly branchId: string; readonly choosing: Choosing }

const sumOf = (owing: readonly Owing[]): string =>
  showYuan(owing.reduce((sum, { missingFen }) => sum + missingFen, 0))

function Open({ month, owing, chosen, choose }: Choosing): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const known = parseMonth(month)
  const said = known ? showMonth(known, language) : month
  if (owing.length === 0) return <p>{say(words.allPaid, { month: said })}</p>
  const isAll = chosen.length === owing.length
  return (
    <div className="row">
      <span>{say(words.open, { month: said, n: owing.length, yuan: sumOf(owing) })}</span>
      <Button onPress={() => choose(isAll ? [] : owing.map(({ personId }) => personId))}>
        {isAll ? say(words.chooseNone) : say(words.chooseAll, { n: owing.length })}
      </Button>
    </div>
  )
}

function MonthPick({ dues, choosing }: Pick<Shown, 'dues' | 'choosing'>): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const months = dues.sums.map(({ month }) => String(month))
  const known = months.includes(choosing.month) ? months : [...months, choosing.month]
  return (
    <Choose
      path="month"
      label={say(words.month)}
      value={choosing.month}
      options={known.map((month) => ({ value: month, name: nameOfMonth(Number(month.slice(5)), language) }))}
      onChange={choosing.setMonth}
    />
  )
}

/** Records for many at once that each handed in what was missing, from one day. */
export function Collect({ dues, branchId, choosing }: Shown): ReactNode {
  const say = useSay()
  const record = useAction('dues.recordPayments')
  const [paidOn, setPaidOn] = useState<string>(dues.today)
  const { month, chosen } = choosing
  const send = async (): Promise<void> => {
    const personIds = chosen.map(({ personId }) => personId)
    if (await record.send({ branchId, month, paidOn, personIds })) choosing.choose([])
  }
  const done =
    record.answer && say(words.collected, { n: record.answer.count, yuan: showYuan(record.answer.paidFen) })
  return (
    <div className="notice unprinted">
      <Form label={say(words.collect)} onSend={() => chosen.length > 0 && void send()}>
        <Outcome of={record} words={refusals.recordPayments} {...(done && { done })} />
        <Wrongs of={useWrongs(record.problem)}>
          <div className="collect">
            <MonthPick dues={dues} choosing={choosing} />
            <DayInput path="paidOn" label={say(words.paidOn)} value={paidOn} onChange={setPaidOn} />
            <Open {...choosing} />
          </div>
        </Wrongs>
        {chosen.length > 0 && (
          <div className="row">
            <Button kind="primary" type="submit" busy={record.state === 'sending'}>
              {say(words.collectGo, { n: chosen.length, yuan: sumOf(chosen) })}
            </Button>
            <span className="small soft">{say(words.collectRule)}</span>
          </div>
        )}
      </Form>
    </div>
  )
}
