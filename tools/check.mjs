// `npm run check`: layout, types and style alone. Runs on any Node from 20 on.
import { stillChecks } from './checks.mjs'
import { ensureInstalled } from './install.mjs'
import { runAll } from './steps.mjs'

ensureInstalled()
runAll(stillChecks)
