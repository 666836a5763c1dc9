import type { Tables } from '../../kit/db/db.ts'
import type { CaseNumber, Step } from '../rules.ts'

type Column = keyof Tables['admission_case']

/** Where the date of each step is kept. */
export const STEP_COLUMNS = {
  submitApplication: 'submit_application',
  intakeTalk: 'intake_talk',
  nominateActivist: 'nominate_activist',
  fileActivist: 'file_activist',
  assignMentors: 'assign_mentors',
  cultivateActivist: 'cultivate_activist',
  decideCandidate: 'decide_candidate',
  fileCandidate: 'file_candidate',
  assignSponsors: 'assign_sponsors',
  politicalReview: 'political_review',
  candidateTraining: 'candidate_training',
  committeeReview: 'committee_review',
  preReview: 'pre_review',
  fillAspirationForm: 'fill_aspiration_form',
  acceptanceMeeting: 'acceptance_meeting',
  committeeTalk: 'committee_talk',
  committeeApproval: 'committee_approval',
  fileUpper: 'file_upper',
  placeInGroup: 'place_in_group',
  oath: 'oath',
  probationEducation: 'probation_education',
  applyConversion: 'apply_conversion',
  conversionMeeting: 'conversion_meeting',
  conversionApproval: 'conversion_approval',
  archive: 'archive',
} as const satisfies Record<Step, Column>

/** Where each number of a case is kept. */
export const NUMBER_COLUMNS = {
  mentors: 'mentors',
  sponsors: 'sponsors',
  trainingHundredths: 'training_hundredths',
  acceptanceExpected: 'acceptance_expected',
  acceptancePresent: 'acceptance_present',
  acceptanceYes: 'acceptance_yes',
  conversionExpected: 'conversion_expected',
  conversionPresent: 'conversion_present',
  conversionYes: 'conversion_yes',
} as const satisfies Record<CaseNumber, Column>
