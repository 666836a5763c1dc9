/** Whether two values say the same, field by field, in whatever order. */
export function isSame(one: unknown, two: unknown): boolean {
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null)
    return Object.is(one, two)
  const names = new Set([...Object.keys(one), ...Object.keys(two)])
  const [a, b] = [one as Record<string, unknown>, two as Record<string, unknown>]
  return [...names].every((name) => isSame(a[name], b[name]))
}

/** The words both began from, mine and theirs. */
export type Versions<T extends object> = { readonly base: T; readonly mine: T; readonly theirs: T }

/** The fields that both changed, and not to the same. */
export const disputed = <T extends object>({ base, mine, theirs }: Versions<T>): (keyof T & string)[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)] as (keyof T & string)[])].filter(
    (name) =>
      !isSame(mine[name], theirs[name]) &&
      !isSame(mine[name], base[name]) &&
      !isSame(theirs[name], base[name]),
  )

/** Both versions in one: each field from whoever changed it; a disputed `long` text holds theirs and then mine, any other disputed field mine. */
export function joinVersions<T extends object>(
  versions: Versions<T>,
  long: readonly (keyof T & string)[],
): T {
  const { base, mine, theirs } = versions
  const open = disputed(versions)
  const both = (name: keyof T & string): unknown => {
    if (!open.includes(name)) return isSame(mine[name], base[name]) ? theirs[name] : mine[name]
    return long.includes(name) ? `${theirs[name]}\n${mine[name]}` : mine[name]
  }
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)] as (keyof T & string)[])]
  return Object.fromEntries(names.map((name) => [name, both(name)])) as T
}
