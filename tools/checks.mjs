import { program } from './steps.mjs'

/** What can be checked without running the product. */
export const stillChecks = [
  program('layout', ['tools/check-layout.ts']),
  program('types', ['node_modules/typescript/bin/tsc', '-p', '.']),
  program('types of the pure rooms', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json']),
  program('style', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']),
  program('generated files', ['tools/generated.ts']),
]
