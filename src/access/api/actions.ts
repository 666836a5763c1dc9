import type { Action } from '../../kit/server/action.ts'
import { accountActions } from './accounts.ts'
import { feedActions } from './feeds.ts'
import { ownActions } from './mine.ts'
import { officeActions } from './offices.ts'
import { privacyActions } from './privacy.ts'
import { sessionActions } from './session.ts'
import { setUpActions } from './set-up.ts'
import { totpActions } from './totp.ts'
import { unmaskActions } from './unmask.ts'

/** What access can do. */
export const actions: readonly Action[] = [
  ...setUpActions,
  ...sessionActions,
  ...totpActions,
  ...accountActions,
  ...officeActions,
  ...unmaskActions,
  ...feedActions,
  ...privacyActions,
  ...ownActions,
]
