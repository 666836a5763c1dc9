import { gather, type PackFinding } from './finding.ts'
import type { Pack } from './shape.ts'

/** What a reader has of a log from elsewhere: its key, and the policy; both as they are written. Left out: not known. */
export type Known = { readonly vkey?: string | undefined; readonly policy?: string | undefined }

/**
 * The findings of a pack with what its reader knows held against it, in the order of the checks: a pack brings a key and a policy of its
 * own, and either may be another. What was checked with them stays as it was found.
 */
export function heldAgainst(
  { vkey, policy }: Known,
  { log, policy: brought }: Pick<Pack, 'log' | 'policy'>,
  findings: readonly PackFinding[],
): PackFinding[] {
  const { tell, listed } = gather()
  for (const { code, ...place } of findings) tell(code, place)
  if (vkey !== undefined && vkey !== log.vkey) tell('key-bad')
  if (policy !== undefined && policy !== brought) tell('policy-bad')
  return listed()
}
