import { readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'

type Node = { readonly type: string } & Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function* walk(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child)
}

const nameIn = (node: unknown): string => (isNode(node) ? String(node['name'] ?? '') : '')

/** The paths of the routes a file declares: each `<Route path="…">`. */
export function listRoutes(file: string): string[] {
  const { program } = parseSync(file, readFileSync(file, 'utf8'))
  return [...walk(program as unknown as Node)]
    .filter((node) => node.type === 'JSXOpeningElement' && nameIn(node['name']) === 'Route')
    .flatMap((node) => (Array.isArray(node['attributes']) ? node['attributes'] : []))
    .filter((attribute) => isNode(attribute) && nameIn(attribute['name']) === 'path')
    .flatMap((attribute) => (isNode(attribute['value']) ? [String(attribute['value']['value'])] : []))
}
