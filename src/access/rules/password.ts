import { type Refused, refuse } from '../../kit/refuse.ts'

/** A password has at least so many characters (R10.2). */
export const LEAST_LENGTH = 10
/** So many must be left when everything that is easy to guess has been taken out. */
const LEAST_OWN = 6
const LEAST_DIFFERENT = 5

/** What is tried first when a password is guessed, letters only. */
const COMMON = (
  'password passwort passwd pass admin administrator root user guest test letmein welcome login master secret qwerty qwertz ' +
  'asdfgh zxcvbn iloveyou woaini woaizhongguo woaidang sunshine dragon monkey football princess abc abcd changeme default ' +
  'pitlamp kuangdeng kuangshan meikuang coalmine dangyuan dangzhibu zhibu shuji dangwei zhongguo beijing huawei ' +
  '密码 管理员 党员 党支部 党委 书记 矿灯 煤矿 中国 中国共产党 我爱你 我爱中国'
).split(' ')

const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]
const LEAST_RUN = 4

const reversed = (text: string): string => [...text].reverse().join('')
const RUNS = [...ROWS, ...ROWS.map(reversed)]

const inRow = (text: string): boolean => RUNS.some((row) => row.includes(text))

/** The end of the longest run of a row of keys, of the alphabet or of numbers that begins here; where none does, this very place. */
function endOfRun(text: string, at: number): number {
  let end = at + LEAST_RUN
  if (end > text.length || !inRow(text.slice(at, end))) return at
  while (end < text.length && inRow(text.slice(at, end + 1))) end += 1
  return end
}

function withoutRuns(text: string): string {
  let kept = ''
  for (let at = 0; at < text.length; ) {
    const end = endOfRun(text, at)
    if (end === at) kept += text.charAt(at)
    at = Math.max(end, at + 1)
  }
  return kept
}

const YEAR = /(19|20)\d\d/g

/** A password without what anybody would try: common words, the login and the names, years, runs of keys. */
function ownPart(password: string, known: readonly string[]): string {
  const words = [...known, ...COMMON].map((word) => word.toLowerCase()).filter((word) => word.length > 1)
  const longestFirst = words.sort((a, b) => b.length - a.length)
  const bare = longestFirst.reduce((text, word) => text.replaceAll(word, ''), password)
  return withoutRuns(bare.replace(YEAR, ''))
}

/**
 * Refuses a password of fewer than ten characters, of hardly any different ones, or one that is little more than a common word, the
 * login or a name (`known`) with a number behind it (R10.2).
 */
export function checkPassword(password: string, known: readonly string[]): 'good' | Refused<'weak-password'> {
  const plain = password.normalize('NFKC').toLowerCase()
  const letters = [...plain]
  const short = letters.length < LEAST_LENGTH
  const same = new Set(letters).size < LEAST_DIFFERENT
  const obvious = [...ownPart(plain, known)].length < LEAST_OWN
  return short || same || obvious ? refuse('weak-password', 'R10.2', { least: LEAST_LENGTH }) : 'good'
}
