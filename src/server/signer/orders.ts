import type { Account } from '../../kit/postgres/account.ts'

/** What the signer is given at its start: never by its command line or environment, which others may read. */
export type Begin = {
  readonly url: string
  readonly folder: string
  readonly keysDir: string
  /** Whose powers it keeps, when it was started with all of the machine's. */
  readonly account: Account | undefined
}

/** All that the signer is ever told: to begin, that there may be something to sign, and to end. */
export type Order = { readonly begin: Begin } | 'kick' | 'finish'

/** All that it ever says: what is wrong. */
export type Told = { readonly reference: string; readonly action: string; readonly message: string }

/** It ends so when it needs a seed that it may no longer read: started again, it reads it first. */
export const NEW_LOG = 3
/** It ends so when another signer of the folder does not end. */
export const TAKEN = 4
