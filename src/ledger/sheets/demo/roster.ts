import type { JoiningRow } from '../../../joining/sheets.ts'
import { addDays, addMonths, type Day, dayOf } from '../../../kit/day.ts'
import type { Decimal } from '../../../kit/excel/cells.ts'
import type { OrgRow } from '../../../org/sheets.ts'
import type { RosterRow } from '../../../people/sheets.ts'
import { BRANCHES, type BranchPlan } from './branches.ts'
import { between, MAJORITY_SEX, nameOf, pick, type Roll } from './people.ts'
import { crewsOf } from './shifts.ts'

const GENERAL = { GEN1: '采掘党总支', GEN2: '机运通党总支', GEN3: '地面党总支' } as const
const DEGREES = ['初中', '高中', '中专', '大专', '本科', '硕士研究生']
const SHIFTS = {
  三八制: ['早班', '中班', '夜班'],
  四六制: ['一班', '二班', '三班', '四班'],
  常白班: ['白班'],
} as const
const FULL_COMMITTEE = ['党支部书记', '组织委员', '宣传委员', '纪检委员']
const COMMITTEE_FROM = 7

const unit = (row: Pick<OrgRow, 'code' | 'name' | 'kind' | 'parentCode'> & Partial<OrgRow>): OrgRow => ({
  foundedOn: null,
  termFrom: null,
  termTo: null,
  shiftSystem: null,
  themeDay: null,
  note: null,
  ...row,
})

/** The tree: the mine's committee, three general branches, thirty branches and their groups. */
export function demoUnits(roll: Roll, today: Day): OrgRow[] {
  const top = unit({ code: 'MINE', name: '演示煤矿党委', kind: 'committee', parentCode: null })
  const general = Object.entries(GENERAL).map(([code, name]) =>
    unit({ code, name, kind: 'generalBranch', parentCode: 'MINE' }),
  )
  const branches = BRANCHES.flatMap((plan, at) => {
    // Most terms have time left; a few have run out unnoticed.
    const termTo = addDays(today, at % 9 === 4 ? -between(roll, 20, 200) : between(roll, 100, 900))
    const branch = unit({
      code: plan.code,
      name: plan.name,
      kind: plan.kind,
      parentCode: plan.parent,
      termFrom: addMonths(termTo, -36),
      termTo,
      shiftSystem: plan.shifts,
      themeDay: `每月${between(roll, 5, 25)}日`,
    })
    const groups = Array.from({ length: plan.groups }, (_, nth) =>
      unit({
        code: groupCode(plan, nth),
        name: `${plan.name.replace('党支部', '')}第${nth + 1}党小组`,
        kind: 'partyGroup',
        parentCode: plan.code,
      }),
    )
    return [branch, ...groups]
  })
  return [top, ...general, ...branches]
}

export const groupCode = (plan: BranchPlan, nth: number): string => `${plan.code}-${nth + 1}`

function dayIn(roll: Roll, fromYear: number, toYear: number): Day {
  const found = dayOf(between(roll, fromYear, toYear), between(roll, 1, 12), between(roll, 1, 28))
  if (!found) throw new Error('every month has 28 days')
  return found
}

function personOf(roll: Roll, no: string, today: Day): Omit<RosterRow, 'category' | 'orgCode' | 'posts'> {
  const year = Number(today.slice(0, 4))
  const sex = roll() < MAJORITY_SEX ? '男' : '女'
  return {
    no,
    name: nameOf(roll, sex),
    sex,
    ethnicity: roll() < 0.94 ? '汉族' : pick(roll, ['回族', '满族', '蒙古族', '土家族']),
    bornOn: dayIn(roll, year - 58, year - 27),
    idNumber: null,
    education: pick(roll, DEGREES),
    duesClass: null,
    duesBase: null,
    joinedOn: null,
    fullSince: null,
    crew: null,
    shift: null,
    phone: null,
    note: null,
  }
}

const baseOf = (roll: Roll, retired: boolean): Decimal =>
  `${retired ? between(roll, 28, 62) * 100 : between(roll, 38, 128) * 100}` as Decimal

/** What people of a branch are on: a crew that rotates, or a shift that stays. */
function shiftNames({ code, shifts }: BranchPlan): readonly string[] {
  const crews = crewsOf(code, shifts)
  if (crews.length > 0) return crews
  return SHIFTS[shifts === '三八制' ? '三八制' : shifts === '四六制' ? '四六制' : '常白班']
}

function membersOf(roll: Roll, plan: BranchPlan, today: Day, from: number): RosterRow[] {
  const retired = plan.name.includes('离退休')
  const posts = plan.members >= COMMITTEE_FROM ? FULL_COMMITTEE : FULL_COMMITTEE.slice(0, 1)
  const held = plan.habit.held < 0.7 ? posts.slice(0, -1) : posts
  return Array.from({ length: plan.members }, (_, nth): RosterRow => {
    const base = personOf(roll, `DY${String(from + nth).padStart(5, '0')}`, today)
    const probationary = nth === plan.members - 1 && plan.members > 20
    const joinedOn = probationary
      ? addDays(today, -between(roll, 60, 330))
      : addDays(addMonths(base.bornOn, 12 * between(roll, 21, 26)), between(roll, 0, 300))
    const group = plan.groups > 0 ? nth % plan.groups : -1
    return {
      ...base,
      category: probationary ? 'probationaryMember' : 'fullMember',
      duesClass: retired ? 'retired' : 'employed',
      duesBase: baseOf(roll, retired),
      joinedOn,
      fullSince: probationary ? null : addMonths(joinedOn, 12),
      orgCode: group < 0 || nth < held.length ? plan.code : groupCode(plan, group),
      posts: held[nth] ?? null,
      crew: group < 0 ? null : `${group + 1}班`,
      shift: pick(roll, shiftNames(plan)),
    }
  })
}

const NO_CASE: Omit<JoiningRow, 'personNo'> = {
  submitApplication: null, intakeTalk: null, nominateActivist: null, fileActivist: null, assignMentors: null, mentors: null,
  cultivateActivist: null, decideCandidate: null, fileCandidate: null, assignSponsors: null, sponsors: null, politicalReview: null,
  candidateTraining: null, trainingHours: null, committeeReview: null, preReview: null, fillAspirationForm: null,
  acceptanceMeeting: null, acceptanceExpected: null, acceptancePresent: null, acceptanceYes: null, committeeTalk: null,
  committeeApproval: null, fileUpper: null, placeInGroup: null, oath: null, probationEducation: null, applyConversion: null,
  conversionMeeting: null, conversionExpected: null, conversionPresent: null, conversionYes: null, conversionApproval: null, archive: null,
} // biome-ignore format: one line a stage

/** A case up to where it stands: the longer ago the application, the further; a careless branch slips once in a while. */
function caseOf(roll: Roll, plan: BranchPlan, personNo: string, applied: Day): JoiningRow {
  const careless = plan.habit.study < 0.8 && roll() < 0.6
  const talk = addDays(applied, careless ? between(roll, 35, 60) : between(roll, 5, 25))
  const activist = addDays(talk, between(roll, 90, 150))
  const started = {
    ...NO_CASE,
    personNo,
    submitApplication: applied,
    intakeTalk: talk,
    nominateActivist: activist,
    fileActivist: addDays(activist, 14),
    assignMentors: addDays(activist, 20),
    mentors: 2,
  }
  if (roll() < 0.4) return started
  const candidate = addDays(addMonths(activist, careless ? 11 : 12), between(roll, 3, 20))
  const trained = addDays(candidate, between(roll, 30, 60))
  return {
    ...started,
    cultivateActivist: addMonths(activist, 6),
    decideCandidate: candidate,
    fileCandidate: addDays(candidate, 10),
    assignSponsors: addDays(candidate, 15),
    sponsors: 2,
    politicalReview: addDays(candidate, 25),
    candidateTraining: trained,
    trainingHours: (careless ? '20' : '24') as Decimal,
    committeeReview: addDays(trained, 10),
    preReview: addDays(trained, 25),
    fillAspirationForm: addDays(trained, 32),
  }
}

/** A case as known on a day: what lies after it has not happened. */
const asOf = (row: JoiningRow, today: Day): JoiningRow => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(row)
      .filter(
        ([field, value]) =>
          field !== 'personNo' && typeof value === 'string' && value.includes('-') && value > today,
      )
      .map(([field]) => [field, null]),
  ),
  trainingHours: row.candidateTraining && row.candidateTraining <= today ? row.trainingHours : null,
  sponsors: row.assignSponsors && row.assignSponsors <= today ? row.sponsors : null,
})

const CATEGORY_BY_STEP = (row: JoiningRow): RosterRow['category'] =>
  row.decideCandidate ? 'candidate' : 'activist'

/** Everybody of the demo mine, and the admission cases of those on their way. */
export function demoPeople(roll: Roll, today: Day): { roster: RosterRow[]; joining: JoiningRow[] } {
  const roster: RosterRow[] = []
  const joining: JoiningRow[] = []
  for (const plan of BRANCHES) {
    roster.push(...membersOf(roll, plan, today, roster.length + 1))
    if (plan.members < 10 || plan.name.includes('离退休')) continue
    for (let nth = 0; nth < between(roll, 1, 3); nth += 1) {
      const base = personOf(roll, `DY${String(roster.length + 1).padStart(5, '0')}`, today)
      const found = asOf(caseOf(roll, plan, base.no, addDays(today, -between(roll, 420, 900))), today)
      joining.push(found)
      roster.push({ ...base, category: CATEGORY_BY_STEP(found), orgCode: plan.code, posts: null })
    }
  }
  return { roster, joining }
}
