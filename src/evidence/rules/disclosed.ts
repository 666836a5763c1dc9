/** What a pack may carry of one kind of record: its table, how it is called, and the fields that are opened. */
export type Disclosed = { readonly zh: string; readonly en: string; readonly fields: readonly string[] }

/**
 * What is opened in a pack, by table: what an inspector needs to hold a record against the rules, and no more. Names, ID numbers, phones,
 * reasons of absence and leave, ballots, political review, and free text about a person stay closed; so does every field not named here,
 * a new one included. People stand as ids.
 */
export const DISCLOSED: Readonly<Record<string, Disclosed>> = {
  meeting: {
    ...{ zh: '会议', en: 'Meeting' },
    fields: [
      ...[
        'id',
        'no',
        'org_id',
        'kind',
        'held_on',
        'starts',
        'ends',
        'place',
        'expected',
        'present',
        'subject',
      ],
      ...[
        'hours_hundredths',
        'registered_on',
        'source',
        'recorded_at',
        'room_state',
        'opened_at',
        'closed_at',
      ],
    ],
  },
  make_up: {
    ...{ zh: '补课', en: 'Make-up' },
    fields: ['id', 'meeting_id', 'org_id', 'made_on', 'shift', 'given', 'material_id', 'recorded_at'],
  },
  study_plan_row: {
    ...{ zh: '学习计划', en: 'Study plan' },
    fields: [
      ...[
        'id',
        'org_id',
        'month',
        'subject',
        'content',
        'form',
        'hours_hundredths',
        'prepared',
        'meeting_id',
      ],
      ...['source', 'recorded_at', 'cancelled_on'],
    ],
  },
  dues_payment: {
    ...{ zh: '党费', en: 'Dues' },
    fields: ['id', 'month', 'person_id', 'believed_fen', 'paid_fen', 'paid_on', 'source', 'recorded_at'],
  },
  dues_correction: {
    ...{ zh: '党费更正', en: 'Dues correction' },
    fields: ['id', 'payment_id', 'person_id', 'from_fen', 'to_fen', 'recorded_at'],
  },
  admission_step: {
    ...{ zh: '发展党员步骤', en: 'Admission step' },
    fields: ['id', 'case_id', 'person_id', 'step', 'happened_on', 'earlier_on', 'recorded_on', 'recorded_at'],
  },
  admission_case: {
    ...{ zh: '发展党员', en: 'Admission' },
    fields: [
      ...['id', 'person_id', 'submit_application', 'intake_talk', 'nominate_activist', 'file_activist'],
      ...['assign_mentors', 'cultivate_activist', 'decide_candidate', 'file_candidate', 'assign_sponsors'],
      ...[
        'candidate_training',
        'training_hundredths',
        'committee_review',
        'pre_review',
        'fill_aspiration_form',
      ],
      ...[
        'acceptance_meeting',
        'acceptance_expected',
        'acceptance_present',
        'committee_talk',
        'committee_approval',
      ],
      ...[
        'file_upper',
        'place_in_group',
        'oath',
        'probation_education',
        'apply_conversion',
        'conversion_meeting',
      ],
      ...[
        'conversion_expected',
        'conversion_present',
        'conversion_approval',
        'archive',
        'source',
        'recorded_at',
      ],
    ],
  },
  person: { ...{ zh: '人员（内容已按规定删除）', en: 'Person (content erased by rule)' }, fields: [] },
}

/** Tables whose records belong to a branch: why one was late may be told. Of a person's records it may tell of health or hardship. */
export const REASONED: readonly string[] = ['meeting', 'study_plan_row']

type Sentence = { readonly zh: string; readonly en: string }

/** What stays closed, said to the reader of a pack. */
const REDACTION: readonly Sentence[] = [
  {
    zh: '人员以编号表示；姓名、身份证号、电话、出生日期不公开。',
    en: 'People stand as ids; names, ID numbers, phones and dates of birth are withheld.',
  },
  {
    zh: '缺席与请假原因、健康、困难、处分、政治审查、表决票数、意见与建议不公开。',
    en: 'Reasons of absence and leave, health, hardship, discipline, political review, ballots and voices are withheld.',
  },
  {
    zh: '党费、发展党员、补课等个人记录为何迟录，不公开。',
    en: 'Why records of persons (dues, admission, make-ups) came late is withheld.',
  },
  {
    zh: '会议决议与记录正文、照片和附件不公开；其封存仍可核对。',
    en: 'Resolutions, the text of minutes, photos and files are withheld; their seals can still be checked.',
  },
  { zh: '较早的修订只给出封存，不公开内容。', en: 'Earlier revisions show their seals only.' },
]

const lacking = (n: number | string): Sentence => ({
  zh: `另有 ${n} 条记录开始于已经结束的日志，不在包里；请查那本日志的副本。`,
  en: `${n} more records began in a log that has ended and are not in this pack: ask for a copy of that log.`,
})

const bothOf = ({ zh, en }: Sentence): string => `${zh} ${en}`

/** What a pack withholds, with the records that it lacks because their log has ended; each sentence in both languages, one behind the other. */
export const redactionOf = (begunBefore: number): readonly string[] =>
  [...REDACTION, ...(begunBefore === 0 ? [] : [lacking(begunBefore)])].map(bothOf)

/** A sentence of a pack in one language; one that is none of ours stays as it is. */
export function redactionIn(sentence: string, language: 'zh' | 'en'): string {
  const n = /^另有 (\d+) 条/.exec(sentence)?.[1]
  const known = [...REDACTION, ...(n === undefined ? [] : [lacking(n)])]
  return known.find((one) => bothOf(one) === sentence)?.[language] ?? sentence
}

/** A stratum as people say it: the kind of record, and what stands behind it, a branch's code. */
export function stratumIn(name: string, language: 'zh' | 'en'): string {
  const [table = '', ...rest] = name.split(' ')
  const kind = Object.hasOwn(DISCLOSED, table) ? DISCLOSED[table]?.[language] : undefined
  return [kind ?? table, ...rest].join(' ')
}
