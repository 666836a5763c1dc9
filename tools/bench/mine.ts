import type pg from 'pg'

/** How large a made mine is. `meetings` fall into one year; `groupsEvery`: each so-manieth branch has two groups. */
export type Size = {
  readonly branches: number
  readonly people: number
  readonly meetings: number
  readonly groupsEvery: number
}

/** Every id that is made here begins like this. */
export const SEED = '019a0000-'
const kinds = { mine: 0, org: 1, person: 2, standing: 3, meeting: 4, account: 5, office: 6 } as const

/** Ids of made rows, in their order: as UUIDv7 of rows made one after the other. */
export const seedId = (of: keyof typeof kinds, n: number): string =>
  `${SEED}${kinds[of].toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`
const idOf = (of: keyof typeof kinds, n: string): string =>
  `('${SEED}${kinds[of].toString(16).padStart(4, '0')}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

export const MINE = seedId('mine', 1)
/** The first two groups of a branch come behind all branches. */
const orgOf = (n: string): string => idOf('org', n)
export const branchId = (n: number): string => seedId('org', n)

const MADE = `'product', timestamptz '2026-01-02 00:00Z'`

const UNITS = `
insert into org_unit (mine_id, id, code, name, kind, parent_id, term_to, source, recorded_at)
select '${MINE}'::uuid, ${orgOf('0')}, 'MINE', '矿党委', 'committee', null::uuid, null::date, ${MADE}
union all
select '${MINE}'::uuid, ${orgOf('n')}, 'B' || lpad(n::text, 5, '0'), '第' || n || '党支部', 'branch', ${orgOf('0')},
  case when n % 6 > 0 then date '2026-08-01' + (n % 700) end, ${MADE}
from generate_series(1, $1::int) n
union all
select '${MINE}'::uuid, ${orgOf('$1::int + 2 * n + g')}, 'B' || lpad(n::text, 5, '0') || '-' || g + 1, '第' || g + 1 || '小组', 'partyGroup',
  ${orgOf('n')}, null, ${MADE}
from generate_series(1, $1::int) n, generate_series(0, 1) g where n % $2::int = 0`

const PATHS = `
insert into org_path (mine_id, org_id, ancestor_id)
with recursive path (org_id, ancestor_id) as (
  select id, id from org_unit
  union all select path.org_id, above.parent_id from path join org_unit above on above.id = path.ancestor_id
    where above.parent_id is not null)
select '${MINE}'::uuid, org_id, ancestor_id from path`

const PEOPLE = `
insert into person (mine_id, id, no, name, pinyin, initials, sex, ethnicity, born_on, education, joined_on, crew, source, recorded_at)
select '${MINE}'::uuid, ${idOf('person', 'n')}, 'P' || lpad(n::text, 7, '0'),
  substr('王李张刘陈杨赵黄周吴', 1 + n % 10, 1) || substr('建国伟强军平志明永红', 1 + n / 10 % 10, 1) || substr('龙文涛德胜玉兰秀英梅', 1 + n / 7 % 10, 1),
  'name' || n % 1000, chr(97 + n % 26) || chr(97 + n / 26 % 26) || chr(97 + n / 676 % 26), '男', '汉族', date '1966-01-01' + n % 12000, '大专', date '1996-01-01' + n % 9000, '综采' || n % 12 || '队', ${MADE}
from generate_series(1, $1::int) n`

/** The first four of a branch hold posts, but one in some; some branches have no committee. */
const STANDINGS = `
insert into standing (mine_id, id, person_id, from_day, category, org_id, dues_class, posts, shift, source, recorded_at)
select '${MINE}'::uuid, ${idOf('standing', 'n')}, ${idOf('person', 'n')}, '-infinity',
  case when b % 10 = 0 and k > 5 then 'probationaryMember' else 'fullMember' end, ${orgOf('b')}, 'employed',
  case k when 1 then '党支部书记' when 2 then '组织委员、青年委员' when 3 then case when b % 7 > 0 then '宣传委员' else '' end
    when 4 then '纪检委员' else '' end, '早班', ${MADE}
from (select n, 1 + n % $2::int as b, (n - 1) / $2::int + 1 as k from generate_series(1, $1::int) n) n`

/** Day after day every branch in turn, kind after kind; now and then one is invalid, late, or missing. */
const MEETINGS = `
insert into meeting (mine_id, id, no, org_id, kind, held_on, starts, ends, place, chair, recorder, lecturer, expected, present,
  subject, resolution, registered_on, source, recorded_at)
select '${MINE}'::uuid, ${idOf('meeting', 'n')}, 'M' || lpad(n::text, 8, '0'),
  case when kind = 'groupMeeting' then ${orgOf('$2::int + 2 * b + n % 2')} else ${orgOf('b')} end, kind, held_on,
  '08:30', '10:00', '三楼会议室', case when n % 41 = 0 then '' else '张建国' end, '李明', '', 20, 20 - n % 12,
  '学习党章和近期文件，讨论本月安全生产', '同意。由组织委员负责落实，下次会议前报告进展，全体党员传达到班组。', held_on + n % 10, 'import', timestamptz '2026-01-02 00:00Z'
from (
  select n, b, held_on, case
    when raw = 'themeDay' and (b + extract(month from held_on)) % 12 = 0 then 'studyExchange'
    when raw = 'partyLecture' and b % 4 + 1 = extract(quarter from held_on) then 'studyExchange'
    when raw = 'groupMeeting' and b % $3::int > 0 then 'studyExchange' else raw end as kind
  from (
    select n, 1 + (n::bigint * 7919 % $2::int)::int as b, date '2026-01-01' + (n::bigint * 365 / ($1::int + 1))::int as held_on,
      (array['generalMeeting', 'committeeMeeting', 'groupMeeting', 'partyLecture', 'themeDay', 'studyExchange', 'committeeMeeting',
        'themeDay'])[1 + (n / $2::int + n::bigint * 7919 % $2::int)::int % 8] as raw
    from generate_series(1, $1::int) n) n) n`

/** Fills an empty database with a mine of that size, straight into the tables. */
export async function fillMine(client: pg.Client, size: Size): Promise<void> {
  const { branches, people, meetings, groupsEvery } = size
  await client.query('set pitlamp.unguarded = on') // rows alone, without their journal
  await client.query(
    `insert into mine (id, name, log_origin, created_at) values ('${MINE}', '测量矿', 'bench.example/1', '2026-01-02')`,
  )
  await client.query(UNITS, [branches, groupsEvery])
  await client.query(PATHS)
  await client.query(PEOPLE, [people])
  await client.query(STANDINGS, [people, branches])
  if (meetings > 0) await client.query(MEETINGS, [meetings, branches, groupsEvery])
  await client.query('vacuum analyze')
}
