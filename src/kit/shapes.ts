import { z } from 'zod'
import { type Day, type Month, parseDay, parseMonth } from './day.ts'
import type { Id } from './id.ts'
import { type PeriodName, parsePeriod } from './period.ts'

/** A record's id as it travels. */
export const idOf = <Of extends string>(): z.ZodType<Id<Of>, string> =>
  z.guid().transform((text) => text.toLowerCase() as Id<Of>) as never

/** A legal day, `YYYY-MM-DD`. */
export const dayShape: z.ZodType<Day, string> = z
  .string()
  .refine((text) => parseDay(text), 'not-a-day') as never

/** A month, `YYYY-MM`. */
export const monthShape: z.ZodType<Month, string> = z
  .string()
  .refine((text) => parseMonth(text), 'not-a-month') as never

/** A period's name: `2026Q3`, `2026H1`, `2026`. */
export const periodShape: z.ZodType<PeriodName, string> = z
  .string()
  .refine((text) => parsePeriod(text), 'not-a-period') as never

/** A calendar year in a query. */
export const yearShape = z.coerce.number<string | number>().int().min(1900).max(9998)

/** How many rows a page of a list takes. */
export const limitShape = z.coerce.number<string | number>().int().min(1).max(1000)

/** A line people type: trimmed, no control characters, at most 200 characters. */
export const lineShape = z
  .string()
  .trim()
  .max(200)
  .regex(/^\P{Cc}*$/u, 'control-character')

/** Longer text people type: at most 20,000 characters; PostgreSQL keeps no NUL. */
export const textShape = z
  .string()
  .trim()
  .max(20_000)
  .regex(/^[^\0]*$/, 'control-character')

/** A number of people. */
export const countShape = z.number().int().min(0).max(100_000)

/** An instant as it travels, ISO 8601 in UTC. */
export const instantShape = z.iso.datetime()

/** A sentence in both languages. */
export const sentenceShape = z.object({ zh: z.string(), en: z.string() })

/** A number as people type it, `４，９００．５元` too, in plain digits; the pattern says how many. */
export const typedNumber = (pattern: RegExp): z.ZodString =>
  z
    .string()
    .overwrite((text) => text.normalize('NFKC').replace(/[\s,元¥%]/g, ''))
    .regex(pattern, 'not-a-number')
