import { slice } from '../kit/contract.ts'
import { inspectionActions } from './contract/inspection.ts'

export const contract = slice('evidence', {
  ...inspectionActions,
})

declare module '../kit/contract.ts' {
  interface Contracts {
    evidence: typeof contract
  }
}
