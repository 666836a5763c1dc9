import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { countShape, dayShape, idOf, limitShape, lineShape, sentenceShape } from '../kit/shapes.ts'
import { PRINTED } from './rules/printed.ts'

/** A note on paper has some 200 characters; with the lines of many witnesses it is longer. */
const MOST_OF_NOTE = 2000

/** An end of an interval: the time, and on whose word: these witnesses had seen so many entries at `seenAt`. */
const boundShape = z.object({
  at: z.string(),
  size: z.number().int(),
  seenAt: z.string(),
  by: z.array(z.string()),
})

/** When a revision came in, by which way, and what witnesses say to it; an end of null is not bounded. */
const momentShape = z.object({
  rev: z.number().int(),
  source: z.enum(['web', 'offline', 'import', 'command', 'job']),
  recordedAt: z.string(),
  /** Null until the sequencer gave the leaf its place. */
  index: z.number().int().nullable(),
  notBefore: boundShape.nullable(),
  notAfter: boundShape.nullable(),
  /** The journal's own time lies inside what the witnesses say. */
  agrees: z.boolean(),
})

export const contract = slice('journal', {
  findHistory: read({
    about:
      'The sealed history of one record: each revision with the action that made it, when it was received, and its place in the journal.',
    input: z.object({ subject: idOf<string>() }),
    output: z.object({
      entries: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          rev: z.number().int(),
          /** The name of who did it; null when no account of this mine did: an import at the command line, a chore. */
          by: z.string().nullable(),
          occurred: z.string().nullable(),
          /** Null until the sequencer gave the leaf its place. */
          received: z.string().nullable(),
          index: z.number().int().nullable(),
          /** The name of the log it stands in, when that one ended and another was begun. */
          log: z.string().nullable(),
          leafHash: z.string().nullable(),
        }),
      ),
      checkpointSize: z.number().int().nullable(),
    }),
    refusals: { 'no-such-record': 404 },
  }),
  listEntries: read({
    about:
      'What was recorded when, latest first, a page at a time: by unit with all below it, by the action that did it, by days of receipt.',
    input: z.object({
      orgId: idOf<'org'>().optional(),
      kind: lineShape.optional(),
      from: dayShape.optional(),
      to: dayShape.optional(),
      before: idOf<string>().optional(),
      limit: limitShape.default(50),
    }),
    output: z.object({
      entries: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          /** The table of the record. */
          record: z.string(),
          subject: z.string(),
          rev: z.number().int(),
          orgId: z.string().nullable(),
          orgName: z.string().nullable(),
          occurred: z.string().nullable(),
          recordedAt: z.string(),
          index: z.number().int().nullable(),
          /** The name of the log it stands in, when that one ended and another was begun. */
          log: z.string().nullable(),
          /** Somebody whose personal data was erased by rule: there is no page of theirs any more. */
          isErased: z.boolean(),
        }),
      ),
      /** Give it as `before` for the next page; null at the end. */
      next: z.string().nullable(),
      /** How many leaves the journal has, and how many of them stand under a signed checkpoint since when. */
      size: z.number().int(),
      sealed: z.object({ size: z.number().int(), at: z.string() }).nullable(),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  findProof: read({
    about:
      'What somebody needs to check a record without trusting this server: its leaf, the way from it to the root, the signed checkpoint and the key of the log (RFC 6962, C2SP).',
    input: z.object({ entryId: idOf<string>() }),
    output: z.object({
      /** Base64, as are the nodes of the way. */
      leaf: z.string(),
      index: z.number().int(),
      proof: z.array(z.string()),
      note: z.string(),
      vkey: z.string(),
    }),
    refusals: { 'no-such-record': 404, 'not-sealed-yet': 409, 'ended-log': 409 },
  }),
  findConsistency: read({
    about:
      'The newest signed checkpoint, the key of the log, and what shows the tree one remembers to be its beginning; where that is larger than the newest, nothing does (RFC 6962 §2.1.2, C2SP).',
    input: z.object({ from: z.coerce.number<string | number>().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
    output: z.object({
      note: z.string(),
      vkey: z.string(),
      /** Base64, lowest node first. */
      proof: z.array(z.string()),
    }),
    refusals: { 'not-sealed-yet': 409 },
  }),
  holdCheckpoint: read({
    about:
      'Holds a checkpoint somebody kept on paper against the journal: whether its log signed it and still begins with it. Signed and not the beginning is a fork (journal §4).',
    input: z.object({ note: z.string().max(MOST_OF_NOTE) }),
    output: z.object({
      stands: z.enum(PRINTED),
      /** The log it names and how many entries it covers; null where it is not signed. */
      log: z.string().nullable(),
      size: z.number().int().nullable(),
      /** How many entries are signed today. */
      today: z.number().int(),
    }),
    refusals: {},
  }),
  findWhen: read({
    about:
      'When something happened, when it was recorded, and between which times witnesses saw it sealed: what a record can prove about its time, with the branch’s own reason where it is late (journal §5).',
    input: z.object({ subject: idOf<string>() }),
    output: z.object({
      /** The table of the record. */
      record: z.string(),
      /** What it is about, in a line; null: nothing says so, or it is not for the asker. */
      title: z.string().nullable(),
      /** The unit it belongs to; null: the mine's. */
      orgName: z.string().nullable(),
      /** Somebody whose personal data was erased by rule: there is no page of theirs any more. */
      isErased: z.boolean(),
      /** The day it tells of; null where it names none. */
      happenedOn: dayShape.nullable(),
      /** The revision that recorded it; null while it is only begun. */
      entered: momentShape.nullable(),
      /** The latest revision, where it is another one. */
      changed: momentShape.nullable(),
      /** Whole days from the thing to its record; null where either has no day. */
      daysLate: z.number().int().nullable(),
      /** What the branch says to it, the first word first. */
      reasons: z.array(z.object({ text: z.string(), by: z.string(), at: z.string() })),
      /** More than `LATE_AFTER_DAYS`; what was imported counts apart. */
      isLate: z.boolean(),
    }),
    refusals: { 'no-such-record': 404 },
  }),
  listWitnesses: read({
    about:
      'Whose signatures on checkpoints the mine goes by, how it goes with each, how many are needed, and the policy made of it (C2SP tlog-policy).',
    input: z.object({}),
    output: z.object({
      /** The key of the mine's log, for a witness to be given. */
      vkey: z.string(),
      witnesses: z.array(
        z.object({
          id: idOf<'witness'>(),
          name: z.string(),
          vkey: z.string(),
          url: z.string().nullable(),
          kind: z.enum(['committee', 'phone']),
          since: z.string(),
          until: z.string().nullable(),
          /** Why it ended; null: it has not, or nobody was asked. */
          whyEnded: z.string().nullable(),
          /** The largest checkpoint it signed, and when by its own clock, in seconds since 1970. */
          signed: z.object({ size: z.number().int(), timeS: z.number().int() }).nullable(),
          triedAt: z.string().nullable(),
          /** Why it does not sign now; null: nothing is wrong. */
          failure: z.string().nullable(),
          failingSince: z.string().nullable(),
        }),
      ),
      quorum: z.object({ committees: z.number().int(), phones: z.number().int() }),
      /** Null when more are needed than there are: the table of witnesses was changed. */
      policy: z.string().nullable(),
    }),
    refusals: {},
  }),
  addWitness: write({
    about:
      'Lets a witness that an office outside runs sign the checkpoints: its verifier key, and where they are sent to.',
    input: z.object({ vkey: lineShape.min(1), url: lineShape.min(1) }),
    output: z.object({ id: idOf<'witness'>() }),
    refusals: { 'bad-verifier-key': 422, 'bad-address': 422, 'witness-known': 409 },
  }),
  endWitness: write({
    about: 'Sends nothing more to a witness, for a reason that is sealed; what it signed keeps counting.',
    input: z.object({ id: idOf<'witness'>(), reason: lineShape.min(2) }),
    output: z.object({}),
    refusals: { 'no-such-witness': 404, 'quorum-needs-it': 409 },
  }),
  setQuorum: write({
    about: 'How many offices and how many phones must have signed a checkpoint for it to be witnessed.',
    input: z.object({ committees: countShape.max(16), phones: countShape.max(1000) }),
    output: z.object({}),
    refusals: { 'too-few-witnesses': 409 },
  }),
  findOpening: read({
    about:
      'What opens the commitments of a record’s latest revision, for whoever may read the record: each field as it stands now, with its salt (empty for a field that was never sealed). Sensitive fields keep theirs. A record that is gone without a notice of erasure is refused as such (journal §6).',
    input: z.object({ subject: idOf<string>() }),
    output: z.object({
      rev: z.number().int(),
      /** The table of the record. */
      record: z.string(),
      fields: z.array(
        z.object({
          name: z.string(),
          /** What the field is called. */
          said: sentenceShape,
          /** The value in canonical JSON (RFC 8785). */
          value: z.string(),
          /** Base64. */
          salt: z.string(),
        }),
      ),
      /** What the ids in the fields are called, where the asker may see it. */
      names: z.record(z.string(), z.string()),
      /** Fields that are committed to and not handed out. */
      withheld: z.array(z.object({ name: z.string(), said: sentenceShape })),
    }),
    refusals: {
      ...{ 'no-such-record': 404, 'record-gone': 409, 'not-opened': 409, 'seal-broken': 409 },
      ...{ erased: 410, 'erased-without-notice': 409 },
    },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    journal: typeof contract
  }
}
