import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import fs from 'node:fs'
import { keyFault } from './fault.ts'
import { seal, unseal } from './seal.ts'
import { keptSecret } from './secret.ts'

/** Seals single values of sensitive columns. */
export type FieldKeys = {
  /** Key id (1 byte) ‖ nonce ‖ ciphertext ‖ tag. The same value sealed twice looks different. `context` names the place: `person.id_number:<mine>:<person>`. */
  readonly seal: (context: string, value: string) => Buffer
  /** Opens a sealed value. Throws `seal-broken` (changed, or another place's) and `key-unknown`. */
  readonly open: (context: string, sealed: Uint8Array) => string
  /** 32 bytes that are equal for equal values of one context and tell nothing else: to look a value up without opening any. */
  readonly lookup: (context: string, value: string) => Buffer
}

const FILE = /^field-([1-9]\d{0,2})\.key$/

function readKeys(dir: string): Map<number, KeyObject> {
  const ids = fs.readdirSync(dir).map((name) => Number(FILE.exec(name)?.[1] ?? 0))
  const known = ids.filter((id) => id >= 1 && id <= 255).sort((a, b) => a - b)
  const all = known.length > 0 ? known : [1]
  return new Map(all.map((id) => [id, createSecretKey(keptSecret(dir, `field-${id}.key`))]))
}

/** Reads `field-<id>.key` (made when there is none) and `lookup.key`. The highest id seals, all of them open. */
export function openFieldKeys(dir: string): FieldKeys {
  const keys = readKeys(dir)
  const lookupKey = createSecretKey(keptSecret(dir, 'lookup.key'))
  const newest = Math.max(...keys.keys())
  const keyOf = (id: number | undefined): KeyObject => {
    const key = id === undefined ? undefined : keys.get(id)
    if (!key) throw keyFault('key-unknown', `field-${id}.key`)
    return key
  }
  return {
    seal: (context, value) => {
      const sealed = seal(keyOf(newest), Buffer.from(value), Buffer.from(context))
      return Buffer.concat([Uint8Array.of(newest), sealed])
    },
    open: (context, sealed) => {
      const plain = unseal(keyOf(sealed[0]), sealed.subarray(1), Buffer.from(context))
      if (!plain) throw keyFault('seal-broken', context)
      return plain.toString()
    },
    lookup: (context, value) =>
      createHmac('sha256', lookupKey)
        .update(JSON.stringify([context, value]))
        .digest(),
  }
}
