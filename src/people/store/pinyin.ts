import { pinyin } from 'pinyin-pro'

/** How a name is found by letters: 张伟 → `zhangwei` and `zw`; empty when it has none. */
export type Letters = { readonly pinyin: string; readonly initials: string }

const READING = { toneType: 'none', type: 'array', v: true } as const

const COMPOUND = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 宇文 长孙 司徒 司空 夏侯 轩辕 端木 独孤 南宫 西门 东郭 百里 呼延 闻人 ' +
    '澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 ' +
    '谷梁 段干 东门 南郭 羊舌 微生 梁丘 左丘 第五 赫连 万俟'
  ).split(' '),
)

/** A surname is often read as no other word is: 单 is Shan, 仇 is Qiu. */
const surnames = new Map<string, string[]>()
const MOST_SURNAMES = 10_000

function readSurname(surname: string): string[] {
  const known = surnames.get(surname)
  if (known) return known
  const read = pinyin(surname, { ...READING, surname: 'head' })
  if (surnames.size < MOST_SURNAMES) surnames.set(surname, read)
  return read
}

const splitName = (name: string): readonly [surname: string, given: string] => {
  const letters = [...name.replace(/\s+/gu, ' ')]
  const length = COMPOUND.has(letters.slice(0, 2).join('')) && letters.length > 2 ? 2 : 1
  return [letters.slice(0, length).join(''), letters.slice(length).join('')]
}

/** All in one reading: a thousand separate ones cost five times as much. */
function readGiven(given: readonly string[]): string[][] {
  const read: string[][] = [[]]
  for (const sound of pinyin(given.join('\n'), READING)) {
    if (sound === '\n') read.push([])
    else read.at(-1)?.push(sound)
  }
  return read
}

const lettersOf = (sounds: readonly string[]): Letters => {
  const plain = sounds.map((sound) => sound.toLowerCase().replace(/[^a-z0-9]/g, ''))
  return { pinyin: plain.join(''), initials: plain.map((sound) => sound.charAt(0)).join('') }
}

/** The letters of many names, in their order. */
export function readNames(names: readonly string[]): Letters[] {
  const split = names.map(splitName)
  const given = readGiven(split.map((parts) => parts[1]))
  return split.map(([surname], at) => lettersOf([...readSurname(surname), ...(given[at] ?? [])]))
}

const initials = new Map<string, string>()
const MOST_INITIALS = 20_000

/** The initials of a name that is nobody's, such as a unit's: 综采一队党支部 → `zcyddzb`; read once, as it changes rarely. */
export function findInitials(name: string): string {
  const known = initials.get(name)
  if (known !== undefined) return known
  const read = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()
  if (initials.size < MOST_INITIALS) initials.set(name, read)
  return read
}
