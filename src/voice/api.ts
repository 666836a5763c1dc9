import { append, type By } from '../journal/store/append.ts'
import type { Actor } from '../kit/contract.ts'
import { dayAt } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { isRefused, refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { findBranchOf, findUnit } from '../org/store.ts'
import { findOrgOfPerson } from '../people/store/find.ts'
import { contract } from './contract.ts'
import { answerBy, checkAnswer } from './rules.ts'
import {
  addVoice,
  findVoice,
  holdVoice,
  listVoices,
  listVoicesOf,
  setAnswer,
  type Voice,
  voiceRecord,
} from './store.ts'

type Asker = { readonly actor: Actor; readonly now: Date; readonly keys: Keys }

const by = ({ actor, now, keys }: Asker): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

/** Whose it is to answer: one's branch, or what stands above it; null: the committee of the whole mine. */
async function answererOf(
  db: Db,
  { actor, now }: Asker,
  to: 'branch' | 'committee',
): Promise<Id<'org'> | null> {
  const { mineId, personId } = actor
  const standsIn = personId && (await findOrgOfPerson(db, mineId, { personId, on: dayAt(now) }))
  const branchId = standsIn && (await findBranchOf(db, mineId, standsIn))
  if (!branchId) return null
  if (to === 'branch') return branchId
  return (await findUnit(db, mineId, branchId))?.parentId ?? null
}

const send = on(contract.send, 'wherever-allowed', async ({ input, tx, ...asked }) => {
  const { mineId, accountId, personId } = asked.actor
  const { to, ...said } = input
  const orgId = await answererOf(tx, asked, to)
  const due = answerBy(dayAt(asked.now))
  const voice = { ...said, accountId, personId, orgId, answerBy: due }
  const id = await addVoice(tx, { mineId, now: asked.now }, voice)
  await append(tx, by(asked), contract.send.name, voiceRecord, [id])
  return { id, answerBy: due }
})

const said = ({ id, kind, text, page, field, sentAt, answerBy: due, answer: given }: Voice) => ({
  ...{ id, kind, text, page, field, sentAt, answerBy: due, answer: given },
})

const listMine = on(contract.listMine, 'wherever-allowed', async ({ actor, tx }) => ({
  voices: (await listVoicesOf(tx, actor.mineId, actor.accountId)).map(said),
}))

const list = on(contract.list, 'wherever-allowed', async ({ input, actor, reach, tx }) => {
  const all = await listVoices(tx, actor.mineId, reach)
  const wanted = { waiting: false, answered: true }
  const voices = all.filter(({ answer }) => !input.state || (answer !== null) === wanted[input.state])
  return {
    voices: voices.map((voice) => {
      const { fromName, personId, orgId, orgName } = voice
      return { ...said(voice), fromName, personId, orgId, orgName }
    }),
  }
})

const answer = on(
  contract.answer,
  async ({ input, actor, db }) => {
    const voice = await findVoice(db, actor.mineId, input.id)
    if (!voice) return refuse('no-such-voice')
    return voice.orgId ? { orgId: voice.orgId } : 'mine'
  },
  async ({ input, tx, ...asked }) => {
    const { mineId, accountId } = asked.actor
    const voice = await holdVoice(tx, mineId, input.id)
    if (!voice) return refuse('no-such-voice')
    const { accountId: saidBy, answer: before } = voice
    const checked = checkAnswer({ accountId: saidBy, outcome: before?.outcome ?? null }, accountId)
    if (isRefused(checked)) return checked

    const { outcome, text } = input
    await setAnswer(tx, { mineId, now: asked.now }, voice.id, { outcome, text, by: accountId })
    await append(tx, by(asked), contract.answer.name, voiceRecord, [voice.id])
    return {}
  },
)

/** What voices can do. */
export const actions: readonly Action[] = [send, listMine, list, answer]
