import { z } from 'zod'
import { type Contract, GENERAL_REFUSALS } from '../contract.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  })
  return rest
}

function parametersOf(contract: Contract): Json[] {
  const { properties = {}, required = [] } = schemaOf(contract.input, 'input') as {
    properties?: Json
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function responsesOf(contract: Contract): Json {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const codes = Object.entries<number>({ ...GENERAL_REFUSALS, ...contract.refusals })
  const byStatus = Map.groupBy(codes, ([, status]) => String(status))
  const refused = [...byStatus].map(([status, list]) => [
    status,
    { description: list.map(([code]) => code).join(', '), content: problem },
  ])
  const answered = {
    description: 'answered',
    content: { 'application/json': { schema: schemaOf(contract.output, 'output') } },
  }
  return { 200: answered, ...Object.fromEntries(refused) }
}

function operationOf(contract: Contract): Json {
  const base = {
    operationId: contract.name,
    summary: contract.about,
    tags: [contract.name.split('.')[0]],
    responses: responsesOf(contract),
  }
  if (contract.kind === 'read') return { get: { ...base, parameters: parametersOf(contract) } }
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 8, maxLength: 80 },
  }
  const body = {
    required: true,
    content: { 'application/json': { schema: schemaOf(contract.input, 'input') } },
  }
  return { post: { ...base, parameters: [key], requestBody: body } }
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    clause: { type: 'string' },
    facts: { type: 'object' },
    fields: { type: 'array', items: { type: 'object' } },
    reference: { type: 'string' },
  },
}

/** The product's interface, OpenAPI 3.1, generated from the contracts. */
export function describeActions(contracts: readonly Contract[], version: string): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Pitlamp', version },
    paths: Object.fromEntries(contracts.map((contract) => [`/api/${contract.name}`, operationOf(contract)])),
    components: { schemas: { Problem: PROBLEM } },
  }
}
