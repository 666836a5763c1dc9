import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Insertable } from 'kysely'
import { inject } from 'vitest'
import { addScheme } from '../assessment/store/new-scheme.ts'
import { day } from '../kit/day.ts'
import { type Db, openDb, type Tables } from '../kit/db/db.ts'
import { type Id, newId } from '../kit/id.ts'
import { type Keys, openKeys } from '../kit/keys/keys.ts'
import { cloneDatabase } from '../kit/test/clone.ts'
import { sealValue } from '../people/store/sealed.ts'

type Given<T extends keyof Tables> = Partial<
  Omit<Insertable<Tables[T]>, 'mine_id' | 'id' | 'source' | 'recorded_at'>
>

/** Writes single rows of a mine straight into the tables, for tests: what is not given is sound and plain. */
export type Records = {
  readonly mineId: Id<'mine'>
  /** A branch of its own, found by its code; kind and founding day may be given. */
  readonly branch: (given?: Given<'org_unit'>) => Promise<Id<'org'>>
  readonly group: (branchId: Id<'org'>, given?: Given<'org_unit'>) => Promise<Id<'org'>>
  readonly meeting: (orgId: Id<'org'>, given?: Given<'meeting'>) => Promise<Id<'meeting'>>
  /** A full member from always on, paying as employed on `base` yuan (none when null). */
  readonly person: (
    orgId: Id<'org'>,
    given?: Given<'person'>,
    standing?: Given<'standing'> & { base?: string | null },
  ) => Promise<Id<'person'>>
  /** What a person is besides, from a day on: a full member paying as employed on `base` yuan. */
  readonly stands: (
    personId: Id<'person'>,
    orgId: Id<'org'>,
    standing: Given<'standing'> & { base?: string | null },
  ) => Promise<void>
  readonly planned: (orgId: Id<'org'>, given?: Given<'study_plan_row'>) => Promise<Id<'study_plan_row'>>
  readonly paid: (personId: Id<'person'>, given?: Given<'dues_payment'>) => Promise<Id<'dues_payment'>>
  readonly joining: (personId: Id<'person'>, given?: Given<'admission_case'>) => Promise<Id<'admission_case'>>
  readonly target: (orgId: Id<'org'>, given?: Given<'target'>) => Promise<Id<'target'>>
  /** The next version of the scheme: number, fact, rule, parameters and hundredths of each item. */
  readonly scheme: (items: readonly SchemeLine[]) => Promise<Id<'scheme'>>
}

export type SchemeLine = readonly [
  no: string,
  fact: string,
  rule: Tables['scheme_item']['rule'],
  parameters: string,
  ofHundredths: number,
]

type In = { readonly db: Db; readonly keys: Keys; readonly mineId: Id<'mine'>; readonly now: () => Date }

/** Rows for the mine of a world. They are not journaled: made for questions, not for what the journal says. */
export function recordsIn({ db, keys, mineId, now }: In): Records {
  let made = 0
  const next = (): string => String(++made).padStart(4, '0')
  const entered = () => ({ mine_id: mineId, source: 'import' as const, recorded_at: now() })
  const owned = <Of extends string>() => ({ ...entered(), id: newId<Of>() })

  const unit = async (
    given: Given<'org_unit'> & { kind: Tables['org_unit']['kind'] },
  ): Promise<Id<'org'>> => {
    const code = given.code ?? `U${next()}`
    const row = { ...owned<'org'>(), code, name: `${code}单位`, ...given }
    await db.insertInto('org_unit').values(row).execute()
    const ancestors = [row.id, ...(given.parent_id ? [given.parent_id] : [])]
    const paths = ancestors.map((ancestor) => ({ mine_id: mineId, org_id: row.id, ancestor_id: ancestor }))
    await db.insertInto('org_path').values(paths).execute()
    return row.id
  }

  const stand: Records['stands'] = async (personId, orgId, { base = '4000', ...stood }) => {
    const row = {
      ...owned<'standing'>(),
      person_id: personId,
      from_day: day('1990-01-01'),
      category: 'fullMember' as const,
      org_id: orgId,
      dues_class: 'employed' as const,
      dues_base: sealValue(keys.field, { mineId, personId }, 'duesBase', base),
      ...stood,
    }
    await db.insertInto('standing').values(row).execute()
  }

  return {
    mineId,
    branch: (given = {}) => unit({ kind: 'branch', ...given }),
    group: (branchId, given = {}) => unit({ kind: 'partyGroup', parent_id: branchId, ...given }),
    person: async (orgId, given = {}, standing = {}) => {
      const no = given.no ?? `P${next()}`
      const row = {
        ...owned<'person'>(),
        no,
        name: `${no}同志`,
        sex: '男',
        born_on: day('1980-01-01'),
        ...given,
      }
      await db.insertInto('person').values(row).execute()
      await stand(row.id, orgId, standing)
      return row.id
    },
    stands: stand,
    meeting: async (orgId, given = {}) => {
      const plain = {
        no: `M${next()}`,
        org_id: orgId,
        kind: 'generalMeeting' as const,
        held_on: day('2026-08-10'),
      }
      const people = { chair: '张三', recorder: '李四', subject: '学习', expected: 10, present: 9 }
      const row = { ...owned<'meeting'>(), ...plain, ...people, ...given }
      await db.insertInto('meeting').values(row).execute()
      return row.id
    },
    planned: async (orgId, given = {}) => {
      const plain = { org_id: orgId, month: day('2026-07-01'), subject: `主题${next()}` }
      const row = { ...owned<'study_plan_row'>(), ...plain, ...given }
      await db.insertInto('study_plan_row').values(row).execute()
      return row.id
    },
    paid: async (personId, given = {}) => {
      const plain = {
        person_id: personId,
        month: day('2026-07-01'),
        paid_fen: 4000,
        paid_on: day('2026-07-15'),
      }
      const row = { ...owned<'dues_payment'>(), ...plain, ...given }
      await db.insertInto('dues_payment').values(row).execute()
      return row.id
    },
    joining: async (personId, given = {}) => {
      const row = { ...owned<'admission_case'>(), person_id: personId, ...given }
      await db.insertInto('admission_case').values(row).execute()
      return row.id
    },
    target: async (orgId, given = {}) => {
      const goal = { fact: 'meeting.held(partyLecture)', goal: '1', deadline: day('2026-09-30') }
      const row = { ...owned<'target'>(), no: `T${next()}`, org_id: orgId, task: '任务', ...goal, ...given }
      await db.insertInto('target').values(row).execute()
      return row.id
    },
    scheme: (lines) =>
      db.transaction().execute((tx) =>
        addScheme(
          tx,
          { mineId, now: now() },
          {
            source: 'import',
            bands: [],
            items: lines.map(([no, fact, rule, parameters, ofHundredths]) => ({
              ...{ no, fact, rule, parameters, ofHundredths },
              heading: '',
              title: `第${no}项`,
              basis: '',
            })),
          },
        ),
      ),
  }
}

/** A database with one mine and its keys, without the app around it: enough for facts. */
export type Bench = In & { readonly records: Records; readonly close: () => Promise<void> }

export async function makeBench(): Promise<Bench> {
  const clone = await cloneDatabase(inject('databaseUrl'))
  const { db, close } = openDb(clone.url, 4)
  const dataDir = await mkdtemp(join(tmpdir(), 'pitlamp-bench-'))
  const keys = openKeys(join(dataDir, 'keys'))
  const mineId = newId<'mine'>()
  const now = (): Date => new Date('2026-10-08T02:00:00Z')
  await db
    .insertInto('mine')
    .values({ id: mineId, name: '测试矿', log_origin: `test.example/${mineId}`, created_at: now() })
    .execute()
  return {
    ...{ db, keys, mineId, now },
    records: recordsIn({ db, keys, mineId, now }),
    close: async () => {
      await close()
      keys.close()
      await clone.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
