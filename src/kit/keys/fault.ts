/** What can be wrong with keys; every one of them needs a person to look. */
export type KeyFaultCode =
  /** The folder or a file in it may be read or written by others. */
  | 'keys-open-to-others'
  /** A key file is cut short or changed. */
  | 'keys-corrupt'
  /** A value was sealed with a key that is not in the folder. */
  | 'key-unknown'
  /** A sealed value was changed, or belongs to another place. */
  | 'seal-broken'

export type KeyFault = Error & { readonly code: KeyFaultCode; readonly path: string }

/** A fault to throw. `path` names the file, or the place of the value; never a secret. */
export const keyFault = (code: KeyFaultCode, path: string): KeyFault =>
  Object.assign(new Error(`${code}: ${path}`), { code, path })

const CODES: ReadonlySet<unknown> = new Set<KeyFaultCode>([
  'keys-open-to-others',
  'keys-corrupt',
  'key-unknown',
  'seal-broken',
])

/** Whether an error is a fault of keys. */
export const isKeyFault = (error: unknown): error is KeyFault =>
  error instanceof Error && 'code' in error && CODES.has(error.code)
