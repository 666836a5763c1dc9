/** Whether meeting `m` counts (A2), as the product says it. */
const VALID = `m.chair <> '' and m.recorder <> '' and m.subject <> '' and m.expected >= 1 and m.present between 0 and m.expected
  and (m.present * 2 >= m.expected or m.kind not in ('generalMeeting', 'committeeMeeting'))`

const MONTH = `(12 * (extract(year from m.held_on) - extract(year from $2::date)) + extract(month from m.held_on) - extract(month from $2::date))::int`

/** How many windows of so many months, beginning with the first, have no bit set. */
const missed = (bits: string, months: number, windows: number): string =>
  Array.from({ length: windows }, (_, at) => {
    const mask = (2 ** months - 1) << (at * months)
    return `(coalesce(${bits}, 0) & ${mask} = 0)::int`
  }).join(' + ') || '0'

const of = (kind: string, value: string): string => `${value} filter (where kind = '${kind}')`

/**
 * The facts of `FACTS` for every branch of a mine, as somebody would write them who has nothing else to do: one statement over sets.
 * $1 mine, $2 first day, $3 last day of a span of so many whole months. No branch is younger than the span.
 */
export function statementByHand(months: number): string {
  const quarters = Math.floor(months / 3)
  const windows = (kind: string, each: number): string =>
    missed(of(kind, 'bit_or(months)'), each, each === 1 ? months : quarters)
  return `
with tally as (
  select m.org_id, m.kind, count(*) filter (where v.ok) as held, count(*) filter (where not v.ok) as invalid,
    sum(m.present) filter (where v.ok) as present, sum(m.expected) filter (where v.ok) as expected,
    count(*) filter (where v.ok and m.registered_on - m.held_on > 7) as late, bit_or(1 << ${MONTH}) filter (where v.ok) as months
  from meeting m cross join lateral (select ${VALID} as ok) v
  where m.mine_id = $1 and m.held_on between $2 and $3
  group by m.org_id, m.kind),
branch as (
  select id, code, term_to from org_unit where mine_id = $1 and kind in ('branch', 'jointBranch')),
of_branch as (
  select coalesce(g.parent_id, t.org_id) as id,
    sum(invalid) as invalid, sum(late) as late,
    sum(present) filter (where t.kind in ('generalMeeting', 'partyLecture', 'themeDay')) as present,
    sum(expected) filter (where t.kind in ('generalMeeting', 'partyLecture', 'themeDay')) as expected,
    sum(held) filter (where t.kind = 'partyLecture') as lectures,
    ${windows('generalMeeting', 3).replaceAll('where kind', 'where t.kind')} as general,
    ${windows('committeeMeeting', 1).replaceAll('where kind', 'where t.kind')} as committee,
    ${windows('partyLecture', 3).replaceAll('where kind', 'where t.kind')} as lecture,
    ${windows('themeDay', 1).replaceAll('where kind', 'where t.kind')} as theme
  from tally t left join org_unit g on g.mine_id = $1 and g.id = t.org_id and g.kind = 'partyGroup'
  group by 1),
of_groups as (
  select g.parent_id as id, sum(${missed('t.months', 1, months)}) as missed
  from org_unit g left join tally t on t.org_id = g.id and t.kind = 'groupMeeting'
  where g.mine_id = $1 and g.kind = 'partyGroup' group by 1),
strength as (
  select coalesce(g.parent_id, s.org_id) as id, count(*) filter (where s.category = 'fullMember') as full,
    string_agg(s.posts, ' ') filter (where s.posts <> '') as posts
  from standing s left join org_unit g on g.mine_id = $1 and g.id = s.org_id and g.kind = 'partyGroup'
  where s.mine_id = $1 and s.category in ('fullMember', 'probationaryMember') and s.from_day <= $3 and (s.to_day is null or s.to_day >= $3)
  group by 1)
select b.code,
  coalesce(o.general, ${quarters}) as "meeting.missed(generalMeeting)",
  case when s.full >= 7 then coalesce(o.committee, ${months}) else 0 end as "meeting.missed(committeeMeeting)",
  coalesce(g.missed, 0) as "meeting.missed(groupMeeting)",
  coalesce(o.lecture, ${quarters}) as "meeting.missed(partyLecture)",
  coalesce(o.theme, ${months}) as "meeting.missed(themeDay)",
  coalesce(o.lectures, 0) as "meeting.held(partyLecture)",
  coalesce(o.invalid, 0) as "meeting.invalid",
  case when o.expected > 0 then (100 * o.present)::text || '/' || o.expected end as "meeting.attendance",
  coalesce(o.late, 0) as "meeting.late(7)",
  case when b.term_to is not null then greatest(0, $3::date - b.term_to) end as "org.termOverdue",
  (coalesce(s.posts, '') !~ '(^|[、 ])(党支部|支部)?书记')::int + case when s.full >= 7 then
    (coalesce(s.posts, '') !~ '组织委员')::int + (coalesce(s.posts, '') !~ '宣传委员')::int + (coalesce(s.posts, '') !~ '纪检委员')::int
    else 0 end as "org.vacancies"
from branch b left join of_branch o using (id) left join of_groups g using (id) left join strength s using (id)
order by b.code`
}

/** A scheme of the facts that `statementByHand` counts: number, fact, rule, parameters, hundredths of a point. */
export const SCHEME = [
  ['1', 'meeting.missed(generalMeeting)', 'each', 'k=2', 1000],
  ['2', 'meeting.missed(committeeMeeting)', 'each', 'k=1', 1000],
  ['3', 'meeting.missed(groupMeeting)', 'each', 'k=0.5', 1000],
  ['4', 'meeting.missed(partyLecture)', 'each', 'k=2', 1000],
  ['5', 'meeting.missed(themeDay)', 'each', 'k=1', 1000],
  ['6', 'meeting.held(partyLecture)', 'bonus', 'k=0.1;cap=2', 0],
  ['7', 'meeting.invalid', 'each', 'k=0.1', 1000],
  ['8', 'meeting.attendance', 'below', 'target=80;step=1;k=0.5', 1500],
  ['9', 'meeting.late(7)', 'threshold', 'op=<=;t=50', 500],
  ['10', 'org.termOverdue', 'each', 'k=0.1', 1000],
  ['11', 'org.vacancies', 'each', 'k=2', 1000],
  ['12', 'meeting.invalid', 'veto', 't=40;ceiling=一般', 0],
] as const
