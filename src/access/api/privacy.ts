import { append } from '../../journal/store/append.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { holdAccount } from '../store/accounts.ts'
import { addAcceptance, findAcceptance, privacyRecord } from '../store/privacy.ts'
import { PRIVACY_NOTICE } from '../words/privacy.ts'
import { by } from './by.ts'

const find = on(contract.findPrivacyNotice, 'wherever-allowed', async ({ actor, tx }) => {
  const { version, effective, title, sections } = PRIVACY_NOTICE
  const at = await findAcceptance(tx, { ...actor, version })
  return {
    ...{ version, effective, title },
    sections: sections.map((section) => ({ title: section.title, lines: [...section.lines] })),
    acceptedAt: at?.toISOString() ?? null,
  }
})

const accept = on(contract.acceptPrivacyNotice, 'wherever-allowed', async ({ input, tx, ...asked }) => {
  const { mineId, accountId, personId } = asked.actor
  const { version } = PRIVACY_NOTICE
  if (input.version !== version) return refuse('other-version', 'R10.1', { version })
  await holdAccount(tx, mineId, accountId, asked.now)
  if (await findAcceptance(tx, { mineId, accountId, version })) return {}

  const id = await addAcceptance(tx, { mineId, accountId, version }, { personId, now: asked.now })
  await append(tx, by(asked), contract.acceptPrivacyNotice.name, privacyRecord, [id])
  return {}
})

/** The privacy notice: read, and acknowledged. */
export const privacyActions: readonly Action[] = [find, accept]
