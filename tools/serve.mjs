import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureInstalled, findNode, readOrNothing } from './install.mjs'
import { ensurePages } from './pages.mjs'
import { giveUp, ROOT } from './say.mjs'

const FILES = ['--cert', '--key']

/** `npm start`: installs, builds, serves. File names are meant from where the person stood. */
export function start(args) {
  ensureInstalled()
  ensurePages()
  const stood = process.env.INIT_CWD ?? process.cwd()
  const meant = args.map((arg, n) => (FILES.includes(args[n - 1]) ? resolve(stood, arg) : arg))
  run(['serve', ...meant], ROOT)
}

/** Serving shows the pages; a pack carries one of them. */
const WITH_PAGES = ['serve', 'pack']

/** `npx pitlamp <verb>`. */
export function command(args) {
  ensureInstalled()
  if (WITH_PAGES.includes(args[0])) ensurePages()
  run(args, process.cwd())
}

/** Half of V8's own for young objects: a server at rest holds a tenth less, and an import takes as long. */
const YOUNG_MIB = 8

/** Hands over to the commands, and ends as they end. They run in a session of their own, so that each signal reaches them once. */
function run(args, cwd) {
  const program = [
    findNode(),
    '--disable-warning=ExperimentalWarning',
    `--max-semi-space-size=${YOUNG_MIB}`,
    join(ROOT, 'src', 'cli', 'main.ts'),
    ...args,
  ]
  const [first, ...rest] = [...lifeTie(), ...program]
  const child = spawn(first, rest, {
    cwd,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'pitlamp'), ...process.env },
  })
  passSignals(child)
  child.on('error', () =>
    giveUp(
      '随附的 Node.js 在这台机器上不能运行。',
      'The Node.js that came along does not run on this machine.',
    ),
  )
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

const SAME_PRESS_MS = 1_000

/** npm and the terminal both pass one Ctrl-C on: what comes within a second of another is the same one. */
function passSignals(child) {
  let last = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - last > SAME_PRESS_MS) child.kill(signal)
      last = Date.now()
    })
  }
  if (process.env.npm_lifecycle_event) whenOrphaned(() => child.kill('SIGTERM'))
}

/** npm and its shell outlive their scripts, unless they were killed. */
function whenOrphaned(act) {
  const before = ancestors()
  const look = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(look)
    act()
  }, 500)
  look.unref()
}

function ancestors() {
  const stat = readOrNothing(`/proc/${process.ppid}/stat`)
  const above = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  return `${process.ppid} ${above}`
}

/** On Linux the kernel asks the server to end when this process is killed. */
function lifeTie() {
  const tie = ['setpriv', '--pdeathsig', 'TERM']
  const knows = process.platform === 'linux' && spawnSync(tie[0], [...tie.slice(1), 'true']).status === 0
  return knows ? tie : []
}
