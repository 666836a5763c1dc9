import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { findWarnings, type Warning } from '../rules/warnings.ts'
import { refusedRowsWorkbook } from '../sheets/refused.ts'
import {
  addImport,
  endImport,
  findFile,
  findImport,
  holdImport,
  listImports as listKept,
  newImportId,
} from '../store/imports.ts'
import { bringIn, planLedgers } from './bring-in.ts'
import { demoActions } from './demo.ts'
import { type Asked, deskOf } from './desk.ts'
import { exportActions } from './export.ts'
import { findOnRecord, type Preview, previewOf, readAgainst } from './preview.ts'
import { follow, progressOf, stopCommit } from './progress.ts'
import { changesOf, errorsOf } from './rows.ts'
import { findStand, outcomeOf } from './stand.ts'

/** A summary kept before there were warnings has none. */
const parsePreview = (summary: string, importId: Id<'ledger_import'>, state: Preview['state']): Preview => ({
  warnings: [],
  ...(JSON.parse(summary) as Omit<Preview, 'warnings'>),
  importId,
  state,
})

const preview = on(contract.preview, 'mine', async ({ input, actor, keys, now, tx }) => {
  const content = Buffer.from(input.content, 'base64')
  const reading = await readAgainst(content, await findOnRecord(tx, actor.mineId))
  if (isRefused(reading)) return reading

  const importId = newImportId()
  const plans = await planLedgers(tx, deskOf({ actor, keys, now }), reading.ledgers)
  const warnings = findWarnings(outcomeOf(await findStand(tx, actor), plans))
  const named = { importId, fileName: input.fileName, state: 'previewed' } as const
  const answer = previewOf(named, { reading, plans, warnings })
  const summary = JSON.stringify(answer)
  const { accountId, mineId } = actor
  await addImport(
    tx,
    { mineId, keys },
    { id: importId, accountId, fileName: input.fileName, content, summary, now },
  )
  return answer
})

const findPreview = on(contract.findPreview, 'mine', async ({ input, actor, tx }) => {
  const found = await findImport(tx, actor.mineId, input.importId)
  return found ? parsePreview(found.summary, found.id, found.state) : refuse('no-such-import')
})

/** So many are worth looking back at. */
const MOST_IMPORTS = 50

const listImports = on(contract.listImports, 'mine', async ({ actor, tx }) => {
  const found = await listKept(tx, actor.mineId, MOST_IMPORTS)
  return {
    imports: found.map(({ id, fileName, state, summary, recordedAt, endedAt, by }) => {
      const { sheets } = parsePreview(summary, id, state)
      const sum = (of: 'added' | 'changed' | 'refused'): number =>
        sheets.reduce((all, sheet) => all + sheet[of], 0)
      return {
        ...{ id, fileName, state, by },
        ...{ added: sum('added'), changed: sum('changed'), refused: sum('refused') },
        recordedAt: recordedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      }
    }),
  }
})

const findProgress = on(contract.findProgress, 'mine', async ({ input, actor, tx }) => {
  const running = progressOf(input.importId)
  if (running) return running
  const found = await findImport(tx, actor.mineId, input.importId)
  return found ? { phase: found.state, done: 0, total: 0 } : refuse('no-such-import')
})

type Committing = {
  readonly importId: Id<'ledger_import'>
  readonly accepted: readonly Warning['code'][]
  readonly watch: ReturnType<typeof follow>['watch']
}

async function commitHeld(tx: Tx, asked: Asked, { importId: id, accepted, watch }: Committing) {
  const { actor, keys, now } = asked
  const held = await holdImport(tx, actor.mineId, id)
  if (!held) return refuse('no-such-import')
  const content =
    held.state === 'previewed' ? await findFile(tx, { mineId: actor.mineId, keys }, id) : undefined
  if (!content) return refuse('import-ended')

  const reading = await readAgainst(content, await findOnRecord(tx, actor.mineId))
  if (isRefused(reading)) return refuse('import-ended')
  const stand = await findStand(tx, actor)
  const plans = await bringIn(tx, deskOf(asked), reading.ledgers, watch)
  if (plans === 'stopped') return refuse('cancelled-meanwhile')
  const warnings = findWarnings(outcomeOf(stand, plans))
  if (warnings.some(({ code }) => !accepted.includes(code))) return refuse('warning-not-accepted')

  const named = { importId: id, fileName: held.fileName, state: 'committed' } as const
  const answer = previewOf(named, { reading, plans, warnings })
  await endImport(tx, actor.mineId, id, { state: 'committed', summary: JSON.stringify(answer), now })
  return answer
}

const commit = on(contract.commit, 'mine', async ({ input, actor, keys, now, tx }) => {
  const { watch, end } = follow(input.importId)
  try {
    return await commitHeld(tx, { actor, keys, now }, { ...input, watch })
  } finally {
    end()
  }
})

const cancel = on(contract.cancel, 'mine', async ({ input, actor, now, tx }) => {
  stopCommit(input.importId)
  const held = await holdImport(tx, actor.mineId, input.importId)
  if (!held) return refuse('no-such-import')
  if (held.state !== 'previewed') return refuse('import-ended')
  await endImport(tx, actor.mineId, held.id, { state: 'cancelled', summary: held.summary, now })
  return {}
})

const findRows = on(contract.findRows, 'mine', async ({ input, actor, keys, now, tx }) => {
  const found = await findImport(tx, actor.mineId, input.importId)
  if (!found) return refuse('no-such-import')
  const content = await findFile(tx, { mineId: actor.mineId, keys }, input.importId)
  const reading = content && (await readAgainst(content, await findOnRecord(tx, actor.mineId)))
  if (!reading || isRefused(reading)) return refuse('import-ended')
  const plans = await planLedgers(tx, deskOf({ actor, keys, now }), reading.ledgers)
  return { changes: changesOf(plans), errors: errorsOf(reading) }
})

const findRefused = on(contract.findRefused, 'mine', async ({ input, actor, keys, tx }) => {
  const found = await findImport(tx, actor.mineId, input.importId)
  if (!found) return refuse('no-such-import')
  const content = await findFile(tx, { mineId: actor.mineId, keys }, input.importId)
  const reading = content && (await readAgainst(content, await findOnRecord(tx, actor.mineId)))
  if (!reading || isRefused(reading)) return refuse('import-ended')
  const workbook = refusedRowsWorkbook(reading.refused, input.language)
  if (!workbook) return refuse('nothing-refused')
  const title = input.language === 'zh' ? '退回的行' : 'refused rows'
  return {
    fileName: `${found.fileName.replace(/\.xlsx$/i, '')} ${title}.xlsx`,
    content: Buffer.from(workbook).toString('base64'),
  }
})

export const actions: readonly Action[] = [
  preview,
  findPreview,
  findRows,
  listImports,
  findProgress,
  commit,
  cancel,
  findRefused,
  ...exportActions,
  ...demoActions,
]
