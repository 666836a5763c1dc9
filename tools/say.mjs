import { fileURLToPath } from 'node:url'

/** The folder of the product. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

const { PITLAMP_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env
const isChinese = /^(zh|C$|C\.|POSIX|$)/i.test(PITLAMP_LANG || LC_ALL || LC_MESSAGES || LANG || '')

/** One sentence for a person at the terminal. Standard output belongs to the commands, so it goes to standard error. */
export function say(zh, en) {
  process.stderr.write(`${isChinese ? zh : en}\n`)
}

/** The one sentence before the end. */
export function giveUp(zh, en) {
  say(zh, en)
  process.exit(1)
}
