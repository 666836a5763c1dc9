import type { Id } from '../../kit/id.ts'
import type { FieldKeys } from '../../kit/keys/field.ts'

/** Values that lie sealed in the database; yuan as decimal text. */
export type SealedField = 'idNumber' | 'phone' | 'duesBase'

const PLACES: Readonly<Record<SealedField, string>> = {
  idNumber: 'person.id_number',
  phone: 'person.phone',
  duesBase: 'standing.dues_base',
}

/** Whose value it is. */
export type Owner = { readonly mineId: Id<'mine'>; readonly personId: Id<'person'> }

const contextOf = ({ mineId, personId }: Owner, field: SealedField): string =>
  `${PLACES[field]}:${mineId}:${personId}`

/** Seals a value to its person; nothing stays nothing. */
export const sealValue = (
  keys: FieldKeys,
  owner: Owner,
  field: SealedField,
  value: string | null,
): Buffer | null => (value ? keys.seal(contextOf(owner, field), value) : null)

/** Opens a sealed value of a person; null where there is none. Throws a `KeyFault` when it was changed or moved. */
export const findValue = (
  keys: FieldKeys,
  owner: Owner,
  field: SealedField,
  sealed: Buffer | null,
): string | null => (sealed ? keys.open(contextOf(owner, field), sealed) : null)

/** What equal ID numbers of a mine have in common, and nothing else: two records of one person are found by it. */
export const macOf = (keys: FieldKeys, mineId: Id<'mine'>, idNumber: string | null): Buffer | null =>
  idNumber ? keys.lookup(`person.id_number:${mineId}`, idNumber) : null

/** Yuan as typed, without needless zeros: `5200.50` → `5200.5`; nothing, or 0, is none. */
export const yuanText = (typed: string): string | null => {
  const plain = typed
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  return plain === '' || plain === '0' ? null : plain
}
