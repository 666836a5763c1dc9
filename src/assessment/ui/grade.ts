import type { OutputOf } from '../../kit/contract.ts'
import type { Say } from '../../kit/web/say.ts'
import { words } from '../words/pages.ts'

/** A grade as it may be said: while the period runs it is none yet, only what the records so far would make. */
export const sayGrade = (grade: string, run: OutputOf<'assessment.listScores'>['run'], say: Say): string =>
  run ? say(words.gradeNow, { grade }) : grade
