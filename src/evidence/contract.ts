import { slice } from '../kit/contract.ts'
import { inspectionActions } from './contract/inspection.ts'
import { latenessContract } from './contract/lateness.ts'

export const contract = slice('evidence', {
  ...inspectionActions,
  ...latenessContract,
})

declare module '../kit/contract.ts' {
  interface Contracts {
    evidence: typeof contract
  }
}
