import { join } from 'node:path'
import { type FieldKeys, openFieldKeys } from './field.ts'
import { type OwnerKeys, openOwnerKeys } from './owners.ts'
import { privateFolder } from './secret.ts'
import { openSigningKey, type SigningKey } from './signing.ts'

/** All secrets of an installation. They lie outside the database and its backup: who holds only one of the two reads nothing. */
export type Keys = {
  /** The folder they lie in. */
  readonly dir: string
  readonly field: FieldKeys
  readonly owners: OwnerKeys
  /** The key of one log, made on first use. */
  readonly signing: (log: string) => SigningKey
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
  const logs = new Map<string, SigningKey>()
  const signing = (log: string): SigningKey => {
    const key = logs.get(log) ?? openSigningKey(dir, log)
    logs.set(log, key)
    return key
  }
  return { dir, field, owners, signing, close: owners.close }
}
