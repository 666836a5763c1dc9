import type { z } from 'zod'
import type { Contract, Problem } from '../contract.ts'
import { generalProblem } from './problem.ts'

type Read = { readonly input: unknown; readonly text: string } | { readonly problem: Problem }

/** A contract's own word for what is wrong, where it gives one. */
const NAMED = /^[a-z]+(-[a-z]+)+$/

const isEmpty = (given: unknown, path: readonly PropertyKey[]): boolean => {
  const value = path.reduce<unknown>(
    (within, name) => (within as Record<PropertyKey, unknown>)?.[name],
    given,
  )
  return value === '' || value === undefined || value === null
}

type Fault = NonNullable<Problem['fields']>[number]

/** Too little or too much, by what of. */
const SIZED: Readonly<Record<string, string>> = {
  'too_small string': 'too-short',
  'too_big string': 'too-long',
  'too_big array': 'too-many',
}

function faultOf(issue: z.core.$ZodIssue): Omit<Fault, 'path'> {
  const sized = 'origin' in issue ? SIZED[`${issue.code} ${issue.origin}`] : undefined
  const code = NAMED.test(issue.message) ? issue.message : (sized ?? issue.code.replaceAll('_', '-'))
  return issue.code === 'too_big' && sized ? { code, most: Number(issue.maximum) } : { code }
}

/** Where a value was wrong: the path into the input, and a code the pages have words for. What is not there is `missing`, whatever it should have been. */
function fieldsOf(issues: readonly z.core.$ZodIssue[], given: unknown): Fault[] {
  return issues.slice(0, 50).map((issue) => {
    const path = issue.path.map(String).join('.')
    const isMissing = isEmpty(given, issue.path) && !NAMED.test(issue.message)
    return { path, ...(isMissing ? { code: 'missing' } : faultOf(issue)) }
  })
}

function parse(contract: Contract, given: unknown, text: string): Read {
  const parsed = contract.input.safeParse(given)
  if (parsed.success) return { input: parsed.data, text }
  return { problem: generalProblem('bad-input', { fields: fieldsOf(parsed.error.issues, given) }) }
}

/** A body whose length is told is read as a whole: the server holds the sender to it. Any other is counted as it comes. */
async function bodyOf(request: Request, mostBytes: number): Promise<string | 'too-large'> {
  const told = request.headers.get('content-length')
  if (told !== null) return Number(told) > mostBytes ? 'too-large' : request.text()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > mostBytes) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** What a request asks, parsed once by its contract: a read's from the query, a write's from a JSON body. */
export async function readInput(request: Request, contract: Contract, mostBytes: number): Promise<Read> {
  if (contract.kind === 'read') {
    const { searchParams } = new URL(request.url)
    return parse(contract, Object.fromEntries(searchParams), searchParams.toString())
  }
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return { problem: generalProblem('not-json') }
  const text = await bodyOf(request, mostBytes)
  if (text === 'too-large') return { problem: generalProblem('too-large') }
  try {
    return parse(contract, JSON.parse(text || '{}'), text)
  } catch {
    return { problem: generalProblem('bad-input') }
  }
}
