/** A JSON value with whole numbers only. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** Letters that stand for themselves: most of what is sealed, and quicker told than escaped. */
const PLAIN = /^[\w +/=:.-]*$/

function text(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`
  if (!value.isWellFormed()) throw new Error('not canonical: a lone surrogate')
  return JSON.stringify(value)
}

function number(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`not canonical: ${value} is not a safe integer`)
  return JSON.stringify(value)
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)

function members(value: { readonly [name: string]: Json }): string {
  let out = ''
  for (const name of Object.keys(value).sort()) {
    const member = value[name]
    if (member === undefined) throw new Error(`not canonical: ${name} is undefined`)
    out += `${out && ','}${text(name)}:${jcs(member)}`
  }
  return `{${out}}`
}

/**
 * Canonical JSON (RFC 8785), narrowed for the journal: numbers are safe integers, text is kept as it is (no NFC).
 * Throws on a fraction, an unsafe integer, a lone surrogate or anything that JSON cannot say.
 */
export function jcs(value: Json): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') throw new Error(`not canonical: a ${typeof value}`)
  return isList(value) ? `[${value.map(jcs).join(',')}]` : members(value)
}
