import type { ReactNode } from 'react'
import { showInstant } from '../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { words } from '../words/sitting.ts'

type Given = { readonly by: string; readonly for: string; readonly at: string; readonly stands?: boolean }

/** Who signed and when, in whose stead where it was not their own place, and whether it still stands. */
export function SignedBy({ of: { by, for: named, at, stands = true } }: { of: Given }): ReactNode {
  const say = useSay()
  const said = { by, named, at: showInstant(at, useLanguage()) }
  if (named) return say(stands ? words.signedFor : words.signedForBefore, said)
  return say(stands ? words.signed : words.signedBefore, said)
}
