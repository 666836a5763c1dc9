import { findLatestCheckpoint } from '../../journal/store/checkpoint.ts'
import { listRevisions } from '../../journal/store/history.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { articlesOf } from '../../law/titles.ts'
import { type Content, digestOf, readContent } from '../../meetings/api/room/show.ts'
import { placeOf } from '../../meetings/api.ts'
import { signsFor } from '../../meetings/rules/room.ts'
import { voteRule } from '../../meetings/rules/votes.ts'
import { findMeeting, type ShownMeeting } from '../../meetings/store/meetings.ts'
import { listRoll } from '../../meetings/store/roll.ts'
import { findBegun } from '../../meetings/store/room.ts'
import { listAddenda, listSignatures } from '../../meetings/store/signatures.ts'
import { decisionKindWords } from '../../meetings/words/room.ts'
import { contract } from '../contract.ts'
import {
  type ItemPaper,
  minutesPaper,
  type RecordPaper,
  resolutionPaper,
  type SealPaper,
} from '../words/minutes.ts'
import { fileOf } from './file.ts'

type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }

const minuteOf = ({ minutes }: Content, itemId: Id<'agenda_item'> | null): string =>
  minutes.find((one) => one.itemId === itemId)?.text ?? ''

const itemsOf = (content: Content): ItemPaper[] =>
  content.agenda
    .toSorted((a, b) => a.no - b.no)
    .map(({ id, title }) => ({
      title,
      minutes: minuteOf(content, id),
      votes: content.votes
        .filter(({ itemId }) => itemId === id)
        .map(({ rule, ...vote }) => {
          const { source } = voteRule(rule, content.meeting.heldOn)
          return { ...vote, name: decisionKindWords[rule].zh, source: articlesOf(source) }
        }),
      decisions: content.decisions.filter(({ itemId }) => itemId === id),
    }))

/** Where the record's latest revision stands, and the latest checkpoint of the log: its own signature only, no witness's. */
async function findSeal(db: Db, { mineId, meetingId }: Of, digest: string): Promise<SealPaper> {
  const last = (await listRevisions(db, mineId, meetingId)).at(-1)
  const latest = await findLatestCheckpoint(db, mineId)
  const checkpoint = latest ? { size: latest.size, note: latest.note } : null
  return { rev: last?.rev ?? 0, leaf: last?.index ?? null, endedLog: last?.log ?? null, checkpoint, digest }
}

async function listNames(db: Db, of: Of): Promise<Pick<RecordPaper, 'attended' | 'absent'>> {
  const roll = await listRoll(db, of.mineId, of.meetingId)
  return {
    attended: roll.filter(({ state }) => state === 'present').map(({ name }) => name),
    absent: roll
      .filter(({ state }) => state === 'absent')
      .map(({ name, reason }) => (reason ? `${name}（${reason}）` : name)),
  }
}

type Asked = { readonly of: Of; readonly meeting: ShownMeeting; readonly address: string | undefined }

/** A record as its papers need it, from the same reading that is signed. */
async function readRecord(db: Db, { of, meeting, address }: Asked): Promise<RecordPaper> {
  const content = await readContent(db, of, meeting, await findBegun(db, of))
  const seal = await findSeal(db, of, digestOf(content))
  const signatures = await listSignatures(db, of)
  const addenda = await listAddenda(db, of)
  return {
    ...meeting,
    ...(await listNames(db, of)),
    unit: meeting.orgName,
    guests: content.guests.map(({ name, origin }) => (origin ? `${name}（${origin}）` : name)),
    items: itemsOf(content),
    minutes: minuteOf(content, null),
    decisions: content.decisions.filter(({ itemId }) => itemId === null),
    signed: signatures
      .filter(({ digest }) => digest === seal.digest)
      .map(({ role, by, at }) => ({ role, by, for: signsFor(by, meeting[role]), on: dayAt(at) })),
    addenda: addenda.map(({ text, by, at }) => ({ text, by, on: dayAt(at) })),
    seal: { ...seal, address: address && `${address}/desk/meetings/${meeting.id}` },
  }
}

/** The record that was asked for, once its meeting is over. */
async function findRecord(
  db: Db,
  of: Of,
  address: string | undefined,
): Promise<RecordPaper | Refused<'no-such-meeting' | 'meeting-open'>> {
  const meeting = await findMeeting(db, of.mineId, of.meetingId)
  if (!meeting) return refuse('no-such-meeting')
  return meeting.roomState === 'open' ? refuse('meeting-open') : readRecord(db, { of, meeting, address })
}

const minutes = on(
  contract.meetingMinutes,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, actor, tx }) => {
    const record = await findRecord(tx, { mineId: actor.mineId, meetingId: input.id }, input.address)
    return isRefused(record) ? record : fileOf(minutesPaper(record), input.format)
  },
)

const resolution = on(
  contract.meetingResolution,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, actor, tx }) => {
    const record = await findRecord(tx, { mineId: actor.mineId, meetingId: input.id }, input.address)
    if (isRefused(record)) return record
    const paper = resolutionPaper(record)
    return paper ? fileOf(paper, input.format) : refuse('nothing-decided')
  },
)

/** The papers of a record. */
export const recordPapers: readonly Action[] = [minutes, resolution]
