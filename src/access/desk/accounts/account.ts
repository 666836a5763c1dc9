import type { OutputOf } from '../../../kit/contract.ts'
import { type Say, useSay } from '../../../kit/web/say.ts'
import { deskWords } from '../../words/desk.ts'
import { roleWords } from '../../words/door.ts'

export type Account = OutputOf<'access.listAccounts'>['accounts'][number]
export type Office = Account['offices'][number]

/** An office as people say it: `支部书记 · 综采一队党支部`. */
export const officeName = ({ role, orgName }: Office, say: Say): string =>
  `${say(roleWords[role])} · ${orgName ?? say(deskWords.wholeMine)}`

/** The same, in the language of the page. */
export function useOfficeName(): (office: Office) => string {
  const say = useSay()
  return (office) => officeName(office, say)
}
