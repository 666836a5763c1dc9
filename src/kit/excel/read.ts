import { Worker } from 'node:worker_threads'
import { type Refused, refuse } from '../refuse.ts'
import { LIMITS, type Limits, MB, type Workbook, type WorkbookRefusal } from './workbook.ts'

type No = Refused<WorkbookRefusal>

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const beginsWith = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte)

/** What the first bytes, the size and, for the old container, its list of streams already say. */
function refuseAtSight(bytes: Uint8Array, limits: Limits): No | undefined {
  if (bytes.length > limits.packedMb * MB) {
    return refuse('too-large-packed', undefined, { megabytes: limits.packedMb })
  }
  if (beginsWith(bytes, ZIP)) return undefined
  if (!beginsWith(bytes, COMPOUND)) return refuse('not-a-workbook')
  const encrypted = Buffer.from(bytes).includes('EncryptedPackage', 0, 'utf16le')
  return refuse(encrypted ? 'encrypted-workbook' : 'old-workbook')
}

/**
 * Reads an .xlsx workbook as plain values, in a thread of its own with bounded memory and time; macros, formulas and
 * links are never run. Whatever the bytes are, the answer is a workbook or a refusal that names its limit.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Limits = LIMITS): Promise<Workbook | No> {
  const no = refuseAtSight(bytes, limits)
  if (no) return no
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 16 },
  })
  try {
    return await answerOf(worker, limits)
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker, limits: Limits): Promise<Workbook | No> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => resolve(refuse('too-slow', undefined, { seconds: limits.seconds })),
      limits.seconds * 1000,
    )
    const settle = (then: () => void): void => {
      clearTimeout(late)
      then()
    }
    worker.once('message', (answer: string) => settle(() => resolve(JSON.parse(answer) as Workbook | No)))
    worker.once('error', (error: Error & { code?: string }) =>
      settle(() =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(refuse('too-much-memory', undefined, { megabytes: limits.memoryMb }))
          : reject(error),
      ),
    )
  })
}
