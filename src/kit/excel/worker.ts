import { parentPort, workerData } from 'node:worker_threads'
import { parseWorkbook } from './parse.ts'
import type { Limits } from './workbook.ts'

const { bytes, limits } = workerData as { bytes: Uint8Array; limits: Limits }
parentPort?.postMessage(JSON.stringify(await parseWorkbook(bytes, limits)))
