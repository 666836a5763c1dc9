import { inspectionPath } from '../../../evidence/ui/paths.ts'
import { casePath } from '../../../joining/ui/paths.ts'
import type { ActionName } from '../../../kit/contract.ts'
import { meetingPath, planPath } from '../../../meetings/ui/paths.ts'
import { branchPath } from '../../../org/ui/paths.ts'
import { personPath } from '../../../people/ui/paths.ts'

type OwnPage = { readonly path: (id: string) => string; readonly action: ActionName }

/** Where a record has a page of its own, by table, and what one must be allowed to see it. */
export const OWN_PAGES: Readonly<Record<string, OwnPage>> = {
  meeting: { path: meetingPath, action: 'meetings.findMeeting' },
  planned_meeting: { path: planPath, action: 'meetings.findPlanned' },
  person: { path: personPath, action: 'people.findPerson' },
  org_unit: { path: branchPath, action: 'home.findBranch' },
  admission_case: { path: casePath, action: 'joining.findCase' },
  inspection: { path: inspectionPath, action: 'evidence.findInspection' },
}
