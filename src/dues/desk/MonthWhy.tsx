import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { WhenLate } from '../../journal/ui/LateBadge.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { showYuan } from '../../kit/money.ts'
import { useAction } from '../../kit/web/act.ts'
import { showDay, showInstant, showMonth } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { DayInput } from '../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { State } from '../../kit/web/ui/Mark.tsx'
import { Badge } from '../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { ui } from '../../kit/web/words.ts'
import { personPath } from '../../people/ui/paths.ts'
import { How } from '../ui/HowDue.tsx'
import type { DuesMonth } from '../ui/how.ts'
import { howWords, refusals, words } from '../words/pages.ts'
import { readYuan } from './read-yuan.ts'

type Payer = OutputOf<'dues.listMonths'>['people'][number]
type Payment = DuesMonth['payments'][number]

/** Wrong fields of a form with an amount: what the server named, and an amount that is none. */
function useAmountWrongs(problem: Parameters<typeof useWrongs>[0], amount: string) {
  const say = useSay()
  const wrongs = useWrongs(problem)
  const isWrong = amount !== '' && readYuan(amount) === undefined
  return isWrong ? [...wrongs, { path: 'paidFen', says: say(words.notYuan) }] : wrongs
}

function Correct({ payment, onDone }: { payment: Payment; onDone: () => void }): ReactNode {
  const say = useSay()
  const correct = useAction('dues.correctPayment')
  const [amount, setAmount] = useHeld(`payment.amount.${payment.id}`, '')
  const [reason, setReason] = useHeld(`payment.reason.${payment.id}`, '')
  const send = async (): Promise<void> => {
    const paidFen = readYuan(amount)
    if (paidFen !== undefined && (await correct.send({ id: payment.id, paidFen, reason }))) onDone()
  }
  return (
    <Form label={say(words.correct)} onSend={() => void send()}>
      <h3>{say(words.correctTitle, { yuan: showYuan(payment.paidFen) })}</h3>
      <p className="small soft">{say(words.correctLead)}</p>
      <Outcome of={correct} words={refusals.correctPayment} />
      <Wrongs of={useAmountWrongs(correct.problem, amount)}>
        <div className="fields">
          <TextInput
            path="paidFen"
            label={say(words.amount)}
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
          />
          <TextInput path="reason" label={say(words.reason)} value={reason} onChange={setReason} />
        </div>
      </Wrongs>
      <Send busy={correct.state === 'sending'} kind="plain">
        {say(words.correct)}
      </Send>
    </Form>
  )
}

function PaymentLine({ of }: { of: Payment }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const [open, setOpen] = useHeld(`payment.open.${of.id}`, false)
  return (
    <li className="stack tight">
      <span className="row spread">
        <span>
          {showDay(of.paidOn, language)} · {say(words.yuan, { n: showYuan(of.paidFen) })}{' '}
          <Badge>{say(of.recordedAfterDays === null ? ui.imported : ui.entered)}</Badge>{' '}
          <WhenLate days={of.recordedAfterDays} />
        </span>
        {may('dues.correctPayment') && (
          <Button kind="quiet" expanded={open} onPress={() => setOpen(!open)}>
            <u>{say(words.correct)}</u>
          </Button>
        )}
      </span>
      {of.corrections.map(({ at, fromFen, toFen, reason }) => (
        <span key={at} className="small amber">
          {say(words.corrected, {
            ...{ day: showInstant(at, language), from: showYuan(fromFen), to: showYuan(toFen), reason },
          })}
        </span>
      ))}
      {open && <Correct payment={of} onDone={() => setOpen(false)} />}
    </li>
  )
}

type Shown = { readonly payer: Payer; readonly month: DuesMonth; readonly today: string }

function Record({ payer, month, today }: Shown): ReactNode {
  const say = useSay()
  const record = useAction('dues.recordPayment')
  const missing = Math.max(0, -(month.differenceFen ?? 0))
  const [amount, setAmount] = useHeld(
    `paying.amount.${payer.personId}.${month.month}`,
    missing ? showYuan(missing) : '',
  )
  const [paidOn, setPaidOn] = useHeld(`paying.on.${payer.personId}.${month.month}`, today)
  const send = async (): Promise<void> => {
    const paidFen = readYuan(amount)
    const { personId } = payer
    if (paidFen && (await record.send({ personId, month: month.month, paidFen, paidOn }))) setAmount('')
  }
  return (
    <Form label={say(words.record)} onSend={() => void send()}>
      <h3>{say(words.record)}</h3>
      <Outcome of={record} words={refusals.recordPayment} done={say(words.recorded)} />
      <Wrongs of={useAmountWrongs(record.problem, amount)}>
        <div className="fields">
          <TextInput
            path="paidFen"
            label={say(words.amount)}
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
          />
          <DayInput path="paidOn" label={say(words.paidOn)} value={paidOn} onChange={setPaidOn} />
        </div>
      </Wrongs>
      <Send busy={record.state === 'sending'} kind="plain">
        {say(words.record)}
      </Send>
    </Form>
  )
}

function Because({ payer, month }: Pick<Shown, 'payer' | 'month'>): ReactNode {
  const say = useSay()
  const { duty, how, dueFen } = month
  return (
    <div className="stack tight">
      {duty === 'owed' && <State state={month.state}>{say(howWords[month.state])}</State>}
      {duty === 'owed' && how && dueFen !== null ? (
        <How {...{ how, dueFen }} />
      ) : (
        <p>{say(howWords[duty === 'owed' ? 'not-owed' : duty])}</p>
      )}
      <p className="small soft">
        {how?.perMille != null && `${say(words.baseMasked)} `}
        <Link href={personPath(payer.personId)}>{say(words.toPerson)}</Link>
      </p>
    </div>
  )
}

/** Why a month of somebody's dues stands as it does: the sentence, the payments with their corrections, and a form for another. */
export function MonthWhy({ payer, month, today, onClose }: Shown & { onClose: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const title = say(words.monthOf, { name: payer.name, month: showMonth(month.month, language) })
  return (
    <Dialog title={title} onClose={onClose}>
      <Because payer={payer} month={month} />
      <h3>{say(words.payments)}</h3>
      {month.payments.length === 0 && <p className="soft">{say(words.noPayments)}</p>}
      <ul className="stack">
        {month.payments.map((payment) => (
          <PaymentLine key={payment.id} of={payment} />
        ))}
      </ul>
      {may('dues.recordPayment') && month.duty !== 'elsewhere' && (
        <Record payer={payer} month={month} today={today} />
      )}
    </Dialog>
  )
}
