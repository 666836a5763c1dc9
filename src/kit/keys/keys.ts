import { join } from 'node:path'
import { type FieldKeys, openFieldKeys } from './field.ts'
import { type OwnerKeys, openOwnerKeys } from './owners.ts'
import { privateFolder } from './secret.ts'
import { publicKeyOf } from './signing.ts'

/**
 * All secrets of an installation but the seeds its logs are signed with, which only their signer opens (`openSigningKey`). They lie outside
 * the database and its backup: who holds only one of the two reads nothing.
 */
export type Keys = {
  /** The folder they lie in. */
  readonly dir: string
  readonly field: FieldKeys
  readonly owners: OwnerKeys
  /** The public key of one log, 32 bytes. */
  readonly publicKey: (log: string) => Uint8Array
  readonly close: () => void
}

/** Where the keys lie: `PITLAMP_KEYS`, else `keys` in the data folder. */
export const keyFolder = (data: string, env: { readonly PITLAMP_KEYS?: string | undefined }): string =>
  env.PITLAMP_KEYS || join(data, 'keys')

/** Opens a key folder (0700, files 0600), made when it is missing. Throws a `KeyFault` when others may enter or a file is damaged. */
export function openKeys(dir: string): Keys {
  privateFolder(dir)
  const field = openFieldKeys(dir)
  const owners = openOwnerKeys(dir)
  const known = new Map<string, Uint8Array>()
  const publicKey = (log: string): Uint8Array => {
    const key = known.get(log) ?? publicKeyOf(dir, log)
    known.set(log, key)
    return key
  }
  return { dir, field, owners, publicKey, close: owners.close }
}
