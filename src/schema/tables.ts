// Generated from the migrations by tools/tables.ts; not edited by hand.
import type { Generated } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'

/** Every table, by name, with the type of each column. */
export type Tables = {
  account: {
    mine_id: Id<'mine'>
    id: Id<'account'>
    person_id: Id<'person'> | null
    login: string
    name: string
    password_hash: string | null
    must_change: boolean
    totp_secret: Buffer | null
    totp_since: Date | null
    disabled_at: Date | null
    language: Generated<'zh' | 'en'>
    recorded_at: Date
  }
  addendum: {
    mine_id: Id<'mine'>
    id: Id<'addendum'>
    meeting_id: Id<'meeting'>
    org_id: Id<'org'>
    text: string
    account_id: Id<'account'>
    recorded_at: Date
  }
  admission_case: {
    mine_id: Id<'mine'>
    id: Id<'admission_case'>
    person_id: Id<'person'>
    submit_application: Day | null
    intake_talk: Day | null
    nominate_activist: Day | null
    file_activist: Day | null
    assign_mentors: Day | null
    mentors: number | null
    cultivate_activist: Day | null
    decide_candidate: Day | null
    file_candidate: Day | null
    assign_sponsors: Day | null
    sponsors: number | null
    political_review: Day | null
    candidate_training: Day | null
    training_hundredths: number | null
    committee_review: Day | null
    pre_review: Day | null
    fill_aspiration_form: Day | null
    acceptance_meeting: Day | null
    acceptance_expected: number | null
    acceptance_present: number | null
    acceptance_yes: number | null
    committee_talk: Day | null
    committee_approval: Day | null
    file_upper: Day | null
    place_in_group: Day | null
    oath: Day | null
    probation_education: Day | null
    apply_conversion: Day | null
    conversion_meeting: Day | null
    conversion_expected: number | null
    conversion_present: number | null
    conversion_yes: number | null
    conversion_approval: Day | null
    archive: Day | null
    source: 'import' | 'product'
    recorded_at: Date
    mentor_1: Id<'person'> | null
    mentor_2: Id<'person'> | null
    sponsor_1: Id<'person'> | null
    sponsor_2: Id<'person'> | null
  }
  admission_step: {
    mine_id: Id<'mine'>
    id: Id<'admission_step'>
    case_id: Id<'admission_case'>
    person_id: Id<'person'>
    step: string
    happened_on: Day | null
    earlier_on: Day | null
    reason: Generated<string>
    account_id: Id<'account'>
    recorded_on: Day
    recorded_at: Date
  }
  agenda_item: {
    mine_id: Id<'mine'>
    id: Id<'agenda_item'>
    planned_id: Id<'planned_meeting'>
    no: number
    kind: 'report' | 'discussion' | 'vote'
    title: string
    note: Generated<string>
    vote: 'ordinary' | 'committeeReport' | 'election' | 'delegates' | 'admission' | 'conversion' | 'probationExtension' | 'probationCancel' | 'commendation' | 'disposal' | 'discipline' | 'exclusion' | null
    person_id: Id<'person'> | null
    promise_id: Id<'decision'> | null
  }
  attendance: {
    mine_id: Id<'mine'>
    meeting_id: Id<'meeting'>
    person_id: Id<'person'>
    state: 'present' | 'absent' | 'excluded'
    reason: Generated<string>
    session_id: Id<'meeting_session'> | null
  }
  branch_of: {
    mine_id: Id<'mine'>
    org_id: Id<'org'>
    branch_id: Id<'org'>
  }
  calendar_feed: {
    mine_id: Id<'mine'>
    id: Id<'calendar_feed'>
    account_id: Id<'account'>
    secret_hash: Buffer
    recorded_at: Date
    ended_at: Date | null
  }
  decision: {
    mine_id: Id<'mine'>
    id: Id<'decision'>
    meeting_id: Id<'meeting'>
    org_id: Id<'org'>
    item_id: Id<'agenda_item'> | null
    text: string
    owner_id: Id<'person'> | null
    due_on: Day | null
    state: 'stands' | 'open' | 'done' | 'dropped'
    done_on: Day | null
    how: Generated<string>
    account_id: Id<'account'>
    recorded_at: Date
  }
  dues_correction: {
    mine_id: Id<'mine'>
    id: Id<'dues_correction'>
    payment_id: Id<'dues_payment'>
    person_id: Id<'person'>
    from_fen: number
    to_fen: number
    reason: string
    account_id: Id<'account'>
    recorded_at: Date
  }
  dues_payment: {
    mine_id: Id<'mine'>
    id: Id<'dues_payment'>
    month: Day
    person_id: Id<'person'>
    believed_fen: number | null
    paid_fen: number
    paid_on: Day
    source: 'import' | 'product'
    recorded_at: Date
  }
  erasure: {
    mine_id: Id<'mine'>
    id: Id<'erasure'>
    person_id: string
    reason: string
    account_id: Id<'account'> | null
    recorded_at: Date
  }
  expected_exclusion: {
    mine_id: Id<'mine'>
    id: Id<'expected_exclusion'>
    org_id: Id<'org'>
    person_id: Id<'person'>
    ground: 'cannotExpressWill' | 'abroad' | 'servingSentence' | 'longIll' | 'awayHalfYear' | 'probationWithinParty' | 'rightsSuspended'
    approval_no: string
    consent_meeting_id: Id<'meeting'> | null
    from_day: Day
    to_day: Day | null
    account_id: Id<'account'>
    recorded_at: Date
  }
  finding: {
    mine_id: Id<'mine'>
    id: Id<'finding'>
    inspection_id: Id<'inspection'>
    org_id: Id<'org'>
    no: number
    text: string
    clause: string | null
    severity: 'note' | 'improve' | 'correct'
    due_on: Day | null
    account_id: Id<'account'>
    contested: Generated<string>
    contested_at: Date | null
    withdrawn: Generated<string>
    withdrawn_at: Date | null
    recorded_at: Date
  }
  finding_evidence: {
    mine_id: Id<'mine'>
    finding_id: Id<'finding'>
    subject: string
    record: string
    rev: number
    leaf_index: number
  }
  former_name: {
    mine_id: Id<'mine'>
    person_id: Id<'person'>
    name: string
    until: Date
  }
  frozen_score: {
    mine_id: Id<'mine'>
    period_id: Id<'period'>
    branch_id: Id<'org'>
    answer: string
  }
  guest: {
    mine_id: Id<'mine'>
    id: Id<'guest'>
    meeting_id: Id<'meeting'>
    session_id: Id<'meeting_session'> | null
    name: string
    origin: Generated<string>
  }
  idempotency: {
    mine_id: Id<'mine'>
    account_id: string
    key: string
    action: string
    request_hash: Buffer
    status: number
    answer: string
    at: Date
  }
  inspection: {
    mine_id: Id<'mine'>
    id: Id<'inspection'>
    org_id: Id<'org'>
    title: string
    from_day: Day
    to_day: Day
    announced_on: Day | null
    each: number
    split: 'branch' | 'kind'
    words: string | null
    seed_size: number | null
    seed: Buffer | null
    drawn_at: Date | null
    closed_at: Date | null
    account_id: Id<'account'>
    recorded_at: Date
  }
  inspection_sample: {
    mine_id: Id<'mine'>
    id: Id<'inspection_sample'>
    inspection_id: Id<'inspection'>
    org_id: Id<'org'>
    stratum: string
    place: number
    record: string
    subject: string
    rev: number
    leaf_index: number
    happened_on: Day
    in_order_at: Date | null
  }
  inspection_stratum: {
    mine_id: Id<'mine'>
    inspection_id: Id<'inspection'>
    name: string
    subjects: string[]
  }
  journal_break: {
    mine_id: Id<'mine'>
    id: Id<'journal_break'>
    kind: 'refilled' | 'new-log'
    no: number | null
    origin: string
    from_idx: number
    to_idx: number
    note: string
    reason: string
    at: Date
  }
  journal_checkpoint: {
    mine_id: Id<'mine'>
    size: number
    prev: number | null
    note: string
    at: Date
  }
  journal_cosignature: {
    mine_id: Id<'mine'>
    size: number
    witness: string
    line: string
    at: Date
    time_s: number
  }
  journal_due: {
    mine_id: Id<'mine'>
    record: string
    ids: string[]
  }
  journal_entry: {
    mine_id: Id<'mine'>
    id: Id<'journal_entry'>
    kind: string
    record: string
    scope: string | null
    subject: string
    rev: number
    actor: Buffer
    occurred: Date | null
    src: string
    dev: string | null
    fields: unknown
    files: Generated<unknown>
    key_owner: string
    salts: Buffer
    at: Date
  }
  journal_former_checkpoint: {
    mine_id: Id<'mine'>
    no: number
    size: number
    prev: number | null
    note: string
    at: Date
  }
  journal_former_cosignature: {
    mine_id: Id<'mine'>
    no: number
    size: number
    witness: string
    line: string
    at: Date
    time_s: number
  }
  journal_former_leaf: {
    mine_id: Id<'mine'>
    no: number
    idx: number
    entry_id: string
    received: Date
    prev: Buffer | null
    bytes: Buffer
    hash: Buffer
  }
  journal_head: {
    mine_id: Id<'mine'>
    size: number
    root: Buffer
    frontier: Buffer[]
    last_received: Date | null
  }
  journal_leaf: {
    mine_id: Id<'mine'>
    idx: number
    entry_id: string
    received: Date
    prev: Buffer | null
    bytes: Buffer
    hash: Buffer
  }
  journal_pending: {
    mine_id: Id<'mine'>
    entry_id: string
  }
  journal_reader: {
    mine_id: Id<'mine'>
    name: string
    idx: number
  }
  late_reason: {
    mine_id: Id<'mine'>
    id: Id<'late_reason'>
    subject: string
    org_id: Id<'org'> | null
    person_id: Id<'person'> | null
    text: string
    account_id: Id<'account'>
    recorded_at: Date
  }
  leave_request: {
    mine_id: Id<'mine'>
    id: Id<'leave_request'>
    planned_id: Id<'planned_meeting'>
    person_id: Id<'person'>
    reason: 'onShift' | 'ill' | 'trip' | 'personal' | 'other'
    note: Generated<string>
    state: 'asked' | 'granted' | 'refused' | 'withdrawn'
    answer: Generated<string>
    answered_by: Id<'account'> | null
    answered_at: Date | null
    recorded_at: Date
    withdrawn_at: Date | null
  }
  ledger_import: {
    mine_id: Id<'mine'>
    id: Id<'ledger_import'>
    file_name: string
    file: Buffer | null
    state: 'previewed' | 'committed' | 'cancelled' | 'expired'
    summary: string
    account_id: Id<'account'>
    recorded_at: Date
    ended_at: Date | null
  }
  make_up: {
    mine_id: Id<'mine'>
    id: Id<'make_up'>
    meeting_id: Id<'meeting'>
    org_id: Id<'org'>
    person_id: Id<'person'>
    made_on: Day
    shift: Generated<string>
    given: string
    material_id: Id<'material'> | null
    account_id: Id<'account'>
    recorded_at: Date
  }
  manual_value: {
    mine_id: Id<'mine'>
    id: Id<'manual_value'>
    branch_id: Id<'org'>
    period_name: string
    fact_id: string
    value: string
    reason: string
    evidence: Generated<string>
    account_id: Id<'account'>
    recorded_at: Date
  }
  material: {
    mine_id: Id<'mine'>
    id: Id<'material'>
    org_id: Id<'org'>
    title: string
    body: Generated<string>
    file_name: Generated<string>
    file_hash: Buffer | null
    recorded_at: Date
    withdrawn_at: Date | null
    withdrawn_by: Id<'account'> | null
    withdrawn_why: string | null
  }
  meeting: {
    mine_id: Id<'mine'>
    id: Id<'meeting'>
    no: string
    org_id: Id<'org'>
    kind: 'generalMeeting' | 'committeeMeeting' | 'groupMeeting' | 'partyLecture' | 'themeDay' | 'orgLifeMeeting' | 'memberAppraisal' | 'studyExchange'
    held_on: Day
    starts: Generated<string>
    ends: Generated<string>
    place: Generated<string>
    chair: Generated<string>
    recorder: Generated<string>
    lecturer: Generated<string>
    expected: number
    present: number
    absence: Generated<string>
    subject: Generated<string>
    resolution: Generated<string>
    hours_hundredths: number | null
    registered_on: Day | null
    source: 'import' | 'product'
    recorded_at: Date
    room_state: 'open' | 'closed' | 'signed' | null
    opened_at: Date | null
    closed_at: Date | null
    discarded_why: string | null
    reopened_at: Date | null
    reopened_why: string | null
  }
  meeting_block: {
    mine_id: Id<'mine'>
    meeting_id: Id<'meeting'>
    block: 'facts' | 'subject' | 'resolution' | 'absence' | 'roll'
    rev: number
    account_id: Id<'account'>
    changed_at: Date
  }
  meeting_photo: {
    mine_id: Id<'mine'>
    id: Id<'meeting_photo'>
    meeting_id: Id<'meeting'>
    org_id: Id<'org'>
    file_hash: Buffer
    caption: Generated<string>
    account_id: Id<'account'>
    recorded_at: Date
    removed_at: Date | null
    kept_hash: Buffer | null
  }
  meeting_session: {
    mine_id: Id<'mine'>
    id: Id<'meeting_session'>
    planned_id: Id<'planned_meeting'>
    day: Day
    starts: string
    ends: string
    place: Generated<string>
    shift: Generated<string>
  }
  meeting_signature: {
    mine_id: Id<'mine'>
    id: Id<'meeting_signature'>
    meeting_id: Id<'meeting'>
    org_id: Id<'org'>
    role: 'chair' | 'recorder'
    account_id: Id<'account'>
    digest: string
    signed_at: Date
  }
  meeting_text: {
    mine_id: Id<'mine'>
    meeting_id: Id<'meeting'>
    org_id: string
    kind: string
    held_on: Day
    pieces: unknown
    terms: string
  }
  meeting_vote: {
    mine_id: Id<'mine'>
    id: Id<'meeting_vote'>
    meeting_id: Id<'meeting'>
    org_id: Id<'org'>
    item_id: Id<'agenda_item'>
    rule: 'ordinary' | 'committeeReport' | 'election' | 'delegates' | 'admission' | 'conversion' | 'probationExtension' | 'probationCancel' | 'commendation' | 'disposal' | 'discipline' | 'exclusion'
    clause: string
    expected: number
    present: number
    yes: number
    no: number
    abstain: number
    written: number
    written_yes: number
    carried: boolean
    repeat_why: Generated<string>
    account_id: Id<'account'>
    recorded_at: Date
  }
  migration: {
    name: string
    checksum: string
    at: Generated<Date>
  }
  mine: {
    id: Id<'mine'>
    name: Generated<string>
    log_origin: string
    demo: Generated<boolean>
    created_at: Date
  }
  minute: {
    mine_id: Id<'mine'>
    id: Id<'minute'>
    meeting_id: Id<'meeting'>
    org_id: Id<'org'>
    item_id: Id<'agenda_item'> | null
    text: string
    account_id: Id<'account'>
    saved_at: Date
  }
  notice: {
    mine_id: Id<'mine'>
    id: Id<'notice'>
    person_id: Id<'person'> | null
    account_id: Id<'account'> | null
    kind: 'meetingPlanned' | 'meetingChanged' | 'meetingCancelled' | 'leaveAnswered' | 'voiceAnswered' | 'caseMoved' | 'unmasked' | 'digest' | 'decisionMade'
    about: string | null
    facts: string
    origin: string
    at: Date
    visible_from: Date
  }
  office: {
    mine_id: Id<'mine'>
    id: Id<'office'>
    account_id: Id<'account'>
    role: 'member' | 'worker' | 'groupLeader' | 'commissioner' | 'secretary' | 'committeeStaff' | 'inspector' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin'
    org_id: Id<'org'> | null
    ended_at: Date | null
    recorded_at: Date
  }
  org_path: {
    mine_id: Id<'mine'>
    org_id: Id<'org'>
    ancestor_id: Id<'org'>
  }
  org_unit: {
    mine_id: Id<'mine'>
    id: Id<'org'>
    code: string
    name: string
    kind: 'committee' | 'generalBranch' | 'branch' | 'jointBranch' | 'temporaryBranch' | 'partyGroup'
    parent_id: Id<'org'> | null
    founded_on: Day | null
    term_from: Day | null
    term_to: Day | null
    shift_system: Generated<string>
    theme_day: Generated<string>
    note: Generated<string>
    source: 'import' | 'product'
    recorded_at: Date
  }
  period: {
    mine_id: Id<'mine'>
    id: Id<'period'>
    name: string
    first_day: Day
    last_day: Day
    scheme_id: Id<'scheme'>
    closed_at: Date | null
    seal: string | null
    recorded_at: Date
  }
  person: {
    mine_id: Id<'mine'>
    id: Id<'person'>
    no: string
    name: string
    pinyin: Generated<string>
    initials: Generated<string>
    sex: string
    ethnicity: Generated<string>
    born_on: Day
    id_number: Buffer | null
    id_number_mac: Buffer | null
    education: Generated<string>
    joined_on: Day | null
    full_since: Day | null
    crew: Generated<string>
    phone: Buffer | null
    note: Generated<string>
    source: 'import' | 'product'
    recorded_at: Date
  }
  planned_material: {
    mine_id: Id<'mine'>
    planned_id: Id<'planned_meeting'>
    material_id: Id<'material'>
  }
  planned_meeting: {
    mine_id: Id<'mine'>
    id: Id<'planned_meeting'>
    org_id: Id<'org'>
    kind: 'generalMeeting' | 'committeeMeeting' | 'groupMeeting' | 'partyLecture' | 'themeDay' | 'orgLifeMeeting' | 'memberAppraisal' | 'studyExchange'
    subject: string
    note: Generated<string>
    state: 'planned' | 'held' | 'cancelled'
    why_cancelled: Generated<string>
    meeting_id: Id<'meeting'> | null
    recorded_at: Date
  }
  privacy_acceptance: {
    mine_id: Id<'mine'>
    id: Id<'privacy_acceptance'>
    account_id: Id<'account'>
    person_id: Id<'person'> | null
    version: string
    recorded_at: Date
  }
  recheck: {
    mine_id: Id<'mine'>
    id: Id<'recheck'>
    rectification_id: Id<'rectification'>
    org_id: Id<'org'>
    result: 'rectified' | 'again'
    text: Generated<string>
    account_id: Id<'account'>
    recorded_at: Date
  }
  rectification: {
    mine_id: Id<'mine'>
    id: Id<'rectification'>
    finding_id: Id<'finding'>
    org_id: Id<'org'>
    round: number
    owner_id: Id<'person'> | null
    due_on: Day
    how: Generated<string>
    done_on: Day | null
    account_id: Id<'account'>
    recorded_at: Date
  }
  rectification_proof: {
    mine_id: Id<'mine'>
    rectification_id: Id<'rectification'>
    subject: string
    record: string
    rev: number
    leaf_index: number
  }
  roll_call: {
    mine_id: Id<'mine'>
    meeting_id: Id<'meeting'>
    session_id: Id<'meeting_session'> | null
    times: number
    account_id: Id<'account'>
    taken_at: Date
  }
  scheme: {
    mine_id: Id<'mine'>
    id: Id<'scheme'>
    version: number
    source: 'import' | 'product'
    recorded_at: Date
  }
  scheme_band: {
    mine_id: Id<'mine'>
    scheme_id: Id<'scheme'>
    grade: string
    least_hundredths: number
  }
  scheme_item: {
    mine_id: Id<'mine'>
    scheme_id: Id<'scheme'>
    place: number
    no: string
    heading: Generated<string>
    title: string
    of_hundredths: number
    fact: string
    rule: 'each' | 'below' | 'threshold' | 'bonus' | 'veto' | 'manual'
    parameters: Generated<string>
    basis: Generated<string>
  }
  session: {
    mine_id: Id<'mine'>
    token_hash: Buffer
    account_id: Id<'account'>
    made_at: Date
    seen_at: Date
    expires_at: Date
  }
  shift_day: {
    mine_id: Id<'mine'>
    id: Id<'shift_day'>
    person_id: Id<'person'>
    org_id: Id<'org'>
    day: Day
    shift: string | null
    recorded_at: Date
  }
  shift_hours: {
    mine_id: Id<'mine'>
    system_id: Id<'shift_system'>
    no: number
    name: string
    starts: string
    ends: string
  }
  shift_rota: {
    mine_id: Id<'mine'>
    id: Id<'shift_rota'>
    org_id: Id<'org'>
    from_day: Day
    recorded_at: Date
  }
  shift_rota_crew: {
    mine_id: Id<'mine'>
    rota_id: Id<'shift_rota'>
    name: string
    ahead: number
  }
  shift_rota_day: {
    mine_id: Id<'mine'>
    rota_id: Id<'shift_rota'>
    no: number
    shift: string
  }
  shift_system: {
    mine_id: Id<'mine'>
    id: Id<'shift_system'>
    name: string
    underground: boolean
    before_minutes: number
    after_minutes: number
    rest_days: Generated<string>
    recorded_at: Date
  }
  sign_in_try: {
    mine_id: Id<'mine'>
    login_hash: Buffer
    wrong_count: number
    locked_until: Date | null
    totp_last_step: number | null
    at: Date
  }
  standing: {
    mine_id: Id<'mine'>
    id: Id<'standing'>
    person_id: Id<'person'>
    from_day: Day
    to_day: Day | null
    category: 'fullMember' | 'probationaryMember' | 'candidate' | 'activist' | 'applicant' | 'masses'
    org_id: Id<'org'>
    dues_class: 'employed' | 'retired' | 'student' | 'relief'
    dues_base: Buffer | null
    posts: Generated<string>
    shift: Generated<string>
    source: 'import' | 'product'
    recorded_at: Date
    why_ended: string | null
  }
  stored_file: {
    mine_id: Id<'mine'>
    hash: Buffer
    kind: 'pdf' | 'docx' | 'xlsx' | 'txt' | 'png' | 'jpeg' | 'webp'
    bytes: Buffer
    recorded_at: Date
  }
  study_plan_row: {
    mine_id: Id<'mine'>
    id: Id<'study_plan_row'>
    org_id: Id<'org'>
    month: Day
    subject: string
    content: Generated<string>
    form: Generated<string>
    lecturer: Generated<string>
    hours_hundredths: number | null
    prepared: boolean | null
    meeting_id: Id<'meeting'> | null
    source: 'import' | 'product'
    recorded_at: Date
    cancelled_on: Day | null
    cancel_reason: string | null
  }
  target: {
    mine_id: Id<'mine'>
    id: Id<'target'>
    no: string
    org_id: Id<'org'>
    task: string
    fact: string
    goal: string
    deadline: Day
    source: 'import' | 'product'
    recorded_at: Date
  }
  ticket: {
    mine_id: Id<'mine'>
    token_hash: Buffer
    purpose: 'setup' | 'securityAdmin' | 'auditAdmin' | 'firstSignIn'
    account_id: Id<'account'> | null
    expires_at: Date
    used_at: Date | null
  }
  unmasking: {
    mine_id: Id<'mine'>
    id: Id<'unmasking'>
    person_id: Id<'person'> | null
    field: 'idNumber' | 'phone' | 'duesBase'
    reason: string
    account_id: Id<'account'>
    recorded_at: Date
  }
  voice: {
    mine_id: Id<'mine'>
    id: Id<'voice'>
    account_id: Id<'account'>
    person_id: Id<'person'> | null
    org_id: Id<'org'> | null
    kind: 'complaint' | 'suggestion' | 'correction'
    text: string
    page: Generated<string>
    field: Generated<string>
    answer_by: Day
    outcome: 'done' | 'underway' | 'declined' | null
    answer: Generated<string>
    answered_by: Id<'account'> | null
    answered_at: Date | null
    recorded_at: Date
  }
  witness: {
    mine_id: Id<'mine'>
    id: Id<'witness'>
    name: string
    vkey: string
    url: string | null
    kind: 'committee' | 'phone'
    since: Date
    until: Date | null
    why_ended: string | null
  }
  witness_delivery: {
    mine_id: Id<'mine'>
    witness_id: Id<'witness'>
    known: Generated<number>
    tried_at: Date | null
    failure: string | null
    failing_since: Date | null
  }
  witness_quorum: {
    mine_id: Id<'mine'>
    id: Id<'witness_quorum'>
    committees: number
    phones: number
    recorded_at: Date
  }
}
