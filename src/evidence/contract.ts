import { slice } from '../kit/contract.ts'
import { inspectionActions } from './contract/inspection.ts'
import { latenessContract } from './contract/lateness.ts'
import { packActions } from './contract/pack.ts'

export const contract = slice('evidence', {
  ...inspectionActions,
  ...latenessContract,
  ...packActions,
})

declare module '../kit/contract.ts' {
  interface Contracts {
    evidence: typeof contract
  }
}
