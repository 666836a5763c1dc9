import { findAccount } from '../../access/store/accounts.ts'
import { findAcceptance } from '../../access/store/privacy.ts'
import { PRIVACY_NOTICE } from '../../access/words/privacy.ts'
import { listDues, monthsOf, sumOf } from '../../dues/api/months.ts'
import { listRectificationsOf } from '../../evidence/store/findings.ts'
import { clockOf, nextStep } from '../../joining/rules/stations.ts'
import { stepNo } from '../../joining/rules.ts'
import { findCaseOf } from '../../joining/store/cases.ts'
import { stepWords } from '../../joining/words/steps.ts'
import type { Actor, OutputOf } from '../../kit/contract.ts'
import { addDays, dayAt, parseMonth, spanOfMonth } from '../../kit/day.ts'
import { MONTHS_EN, sayDay } from '../../kit/day-said.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { showYuan } from '../../kit/money.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findMe, listComing } from '../../meetings/facts/mine.ts'
import { SOON_DAYS } from '../../meetings/rules/decisions.ts'
import { MADE_UP_DAYS, MADE_UP_KINDS } from '../../meetings/rules/make-ups.ts'
import { listPromisesOf } from '../../meetings/store/decisions.ts'
import { listAnsweredLeave } from '../../meetings/store/leave.ts'
import { listMissedBy } from '../../meetings/store/make-ups.ts'
import { meetingKindWords } from '../../meetings/words/kinds.ts'
import { listVoicesOf } from '../../voice/store.ts'
import { contract } from '../contract.ts'
import { answerTitles, cardWords, clockWords, leaveWords, say } from '../words/today.ts'

type Asker = { readonly db: Db; readonly actor: Actor; readonly now: Date; readonly keys: Keys }
type Card = OutputOf<'home.findToday'>['cards'][number]
type Answered = OutputOf<'home.findToday'>['answered'][number]

const MOST_CARDS = 3
const ANSWERS_DAYS = 30
const DAY_MS = 86_400_000

async function privacyCards({ db, actor }: Asker): Promise<Card[]> {
  const accepted = await findAcceptance(db, { ...actor, version: PRIVACY_NOTICE.version })
  if (accepted) return []
  const [title, text] = [say(cardWords.privacyTitle), say(cardWords.privacy)]
  return [{ kind: 'privacy', id: null, title, text, by: null }]
}

async function meetingCards({ db, actor, now }: Asker): Promise<Card[]> {
  const coming = await listComing(db, { ...actor, now })
  return coming.flatMap(({ id, kind, subject, mySession }): Card[] => {
    if (!mySession) return []
    const title = say(cardWords.meetingTitle, { kind: meetingKindWords[kind], subject })
    const where = mySession.place === '' ? cardWords.meetingNowhere : cardWords.meeting
    const { day, starts, place } = mySession
    const text = say(where, { day: sayDay(day, dayAt(now)), starts, place })
    return [{ kind: 'meeting', id, title, text, by: day }]
  })
}

type Sentence = Card['title']

const monthSaid = (text = ''): Sentence => ({
  zh: `${text.slice(0, 4)}年${Number(text.slice(5))}月`,
  en: `${MONTHS_EN[Number(text.slice(5)) - 1] ?? ''} ${text.slice(0, 4)}`,
})

/** Months one by one, with their year where it is not this one: `2025年12月、1月、11月`. */
function monthsSaid(months: readonly string[], year: string): Sentence {
  const said = months.map((month): Sentence => {
    const { zh, en } = monthSaid(month)
    return month.startsWith(year) ? { zh: zh.slice(zh.indexOf('年') + 1), en: en.slice(0, 3) } : { zh, en }
  })
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
}

/** So many months are named one by one. */
const MOST_NAMED = 4

/** Which months are owed: the one, the few by name, of many the earliest. */
function owedSays(months: readonly string[], year: string): Sentence {
  const n = months.length
  if (n === 1) return say(cardWords.duesOne, { month: monthSaid(months[0]) })
  if (n <= MOST_NAMED) return say(cardWords.duesFew, { months: monthsSaid(months, year), n })
  return say(cardWords.duesMany, { first: monthSaid(months[0]), n })
}

/**
 * One card for all that is owed of this year and, from the first payment on record on, of the last: the sum, and which months. A time of
 * which nothing is on record says nothing of what they owe: the branch may have begun here later.
 */
async function duesCards({ db, actor, now, keys }: Asker): Promise<Card[]> {
  const { mineId, personId } = actor
  if (!personId) return []
  const today = dayAt(now)
  const year = Number(today.slice(0, 4))
  const months = [...monthsOf(year - 1), ...monthsOf(year)]
  const [own] = await listDues(
    { db, keys, bases: 'masked' },
    { mineId, whose: { personId, reach: 'mine' }, months, today },
  )
  const recorded = own?.months.find(({ paidFen }) => paidFen > 0)?.month
  const since = recorded && recorded < today.slice(0, 4) ? recorded : today.slice(0, 4)
  const owed = (own?.months ?? []).filter(
    ({ month, state }) => (state === 'missed' || state === 'due') && month >= since,
  )
  const missingFen = sumOf(owed.map(({ dueFen, paidFen }) => (dueFen ?? 0) - paidFen))
  if (missingFen <= 0) return []
  const yuan = showYuan(missingFen)
  const text = owedSays(
    owed.map(({ month }) => month),
    today.slice(0, 4),
  )
  const due = owed.findLast(({ state }) => state === 'due')
  const month = due && parseMonth(due.month)
  const by = month ? spanOfMonth(month).last : null
  return [{ kind: 'dues', id: null, title: say(cardWords.duesTitle, { yuan }), text, by }]
}

/** What I promised in meetings and is due soon, or over; the soonest first. */
async function promiseCards({ db, actor, now }: Asker): Promise<Card[]> {
  const { mineId, personId } = actor
  if (!personId) return []
  const today = dayAt(now)
  const by = addDays(today, SOON_DAYS)
  return (await listPromisesOf(db, mineId, { personId, by })).map(({ id, dueOn, kind, heldOn, ...said }) => {
    const title = say(cardWords.promiseTitle)
    const meeting = { ...said, kind: meetingKindWords[kind], day: sayDay(heldOn, today) }
    return { kind: 'promise', id, title, text: say(cardWords.promise, meeting), by: dueOn }
  })
}

/** What inspections found and I am to put right, the soonest first: all of it, whenever it falls due. */
async function rectificationCards({ db, actor }: Asker): Promise<Card[]> {
  const { mineId, personId } = actor
  if (!personId) return []
  return (await listRectificationsOf(db, mineId, personId)).map(({ id, dueOn, ...said }) => {
    const title = say(cardWords.rectificationTitle)
    return { kind: 'rectification', id, title, text: say(cardWords.rectification, said), by: dueOn }
  })
}

/** What I missed and was not given yet, the latest of it. */
async function makeUpCards({ db, actor, now }: Asker): Promise<Card[]> {
  const { mineId, personId } = actor
  const today = dayAt(now)
  if (!personId) return []
  const since = addDays(today, -MADE_UP_DAYS)
  const missed = await listMissedBy(db, mineId, { personId, kinds: MADE_UP_KINDS, since, today })
  return missed.slice(-1).map(({ meetingId, kind, subject, heldOn }) => {
    const title = say(cardWords.makeUpTitle, { kind: meetingKindWords[kind] })
    const text = say(cardWords.makeUp, { subject, day: sayDay(heldOn, today) })
    return { kind: 'makeUp', id: meetingId, title, text, by: null }
  })
}

/** The step that comes next in one’s admission, with its clock. */
async function stepCards({ db, actor, now }: Asker): Promise<Card[]> {
  const { mineId, personId } = actor
  const own = personId ? await findCaseOf(db, mineId, personId) : undefined
  const step = own && nextStep(own)
  if (!own || !step) return []
  const clock = clockOf(own, step)
  const title = say(cardWords.stepTitle, { n: stepNo(step), step: stepWords[step] })
  const text = clock
    ? say(clockWords[clock.kind], { day: sayDay(clock.on, dayAt(now)) })
    : say(cardWords.stepOpen)
  return [{ kind: 'step', id: own.id, title, text, by: clock?.on ?? null }]
}

async function answeredTo({ db, actor, now }: Asker): Promise<Answered[]> {
  const { mineId, accountId, personId } = actor
  const since = new Date(now.getTime() - ANSWERS_DAYS * DAY_MS)
  const leave = personId ? await listAnsweredLeave(db, mineId, { personId, since }) : []
  const voices = await listVoicesOf(db, mineId, accountId)
  const answers: Answered[] = [
    ...leave.map(({ plannedId, state, subject, answer, at }) => ({
      kind: 'leave' as const,
      ...{ id: plannedId, at: at.toISOString(), title: answerTitles.leave },
      text: say(leaveWords[state], { subject, answer }),
    })),
    ...voices.flatMap(({ id, answer }): Answered[] => {
      if (!answer || answer.at < since.toISOString()) return []
      const text = { zh: answer.text, en: answer.text }
      return [{ kind: 'voice', id, at: answer.at, title: answerTitles.voice, text }]
    }),
  ]
  return answers.sort((a, b) => (a.at < b.at ? 1 : -1))
}

const findToday = on(contract.findToday, 'wherever-allowed', async ({ actor, now, tx, keys }) => {
  const asker = { db: tx, actor, now, keys }
  const { mineId, accountId } = actor
  const account = await findAccount(tx, mineId, accountId, now)
  const me = await findMe(tx, { ...actor, now })
  const cards = [
    ...(await privacyCards(asker)),
    ...(await meetingCards(asker)).slice(0, 1),
    ...(await promiseCards(asker)).slice(0, 1),
    ...(await rectificationCards(asker)).slice(0, 1),
    ...(await duesCards(asker)),
    ...(await stepCards(asker)),
    ...(await makeUpCards(asker)),
  ]
  return {
    name: account?.name ?? '',
    shift: me?.shift ?? '',
    day: dayAt(now),
    cards: cards.slice(0, MOST_CARDS),
    answered: await answeredTo(asker),
  }
})

/** Today, for whoever looks. */
export const todayActions: readonly Action[] = [findToday]
