import { findAccount } from '../../access/store/accounts.ts'
import { findAcceptance } from '../../access/store/privacy.ts'
import { PRIVACY_NOTICE } from '../../access/words/privacy.ts'
import type { Actor, OutputOf } from '../../kit/contract.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findMe, listComing } from '../../meetings/facts/mine.ts'
import { listAnsweredLeave } from '../../meetings/store/leave.ts'
import { meetingKindWords } from '../../meetings/words/kinds.ts'
import { listVoicesOf } from '../../voice/store.ts'
import { contract } from '../contract.ts'
import { answerTitles, cardWords, leaveWords, say } from '../words/today.ts'

type Asker = { readonly db: Db; readonly actor: Actor; readonly now: Date }
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
    const { zh, en } = meetingKindWords[kind]
    const title = {
      zh: say(cardWords.meetingTitle, { kind: zh, subject }).zh,
      en: say(cardWords.meetingTitle, { kind: en, subject }).en,
    }
    const where = mySession.place === '' ? cardWords.meetingNowhere : cardWords.meeting
    const { day, starts, place } = mySession
    return [{ kind: 'meeting', id, title, text: say(where, { day, starts, place }), by: day }]
  })
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

const findToday = on(contract.findToday, 'wherever-allowed', async ({ actor, now, tx }) => {
  const asker = { db: tx, actor, now }
  const { mineId, accountId } = actor
  const account = await findAccount(tx, mineId, accountId, now)
  const me = await findMe(tx, { ...actor, now })
  const cards = [...(await privacyCards(asker)), ...(await meetingCards(asker))]
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
