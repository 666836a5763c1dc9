// `npm test`: everything that is checked, on any Node from 20 on, installing what it needs first.
import { stillChecks } from './checks.mjs'
import { ensureInstalled } from './install.mjs'
import { buildPages } from './pages.mjs'
import { databaseTests } from './reach.mjs'
import { notRun, once, program, runAll, vitest } from './steps.mjs'
import { ensureSystem, serverCommand } from './system.mjs'

ensureInstalled()
const { chromium, postgres } = ensureSystem()
process.env.PITLAMP_CHROMIUM = chromium

const secondServer = "the database's tests on the distribution's PostgreSQL"
const onDebian = postgres
  ? vitest(secondServer, databaseTests(), ['tools/on-debian.ts', postgres])
  : notRun(secondServer, serverCommand())

runAll([
  ...stillChecks,
  { title: 'pages', run: () => once(buildPages()) },
  vitest('tests', []),
  onDebian,
  program('7 kills under writing load', ['tools/crash.ts', '--kills', '1']),
  program('20 changed bits', ['tools/tamper.ts', '--flips', '20', '--lanes', '2']),
])
