import type { Refused } from '../refuse.ts'

/** Why the embedded database was not started. */
export type StartCode =
  | 'port-in-use'
  | 'disk-full'
  | 'folder-locked'
  | 'folder-foreign'
  | 'folder-closed'
  | 'no-binaries'
  | 'not-started'

/** A sentence in both languages; `{folder}`, `{port}` and `{detail}` are blanks. */
export type Sentence = { readonly zh: string; readonly en: string }

/** One clear sentence for each reason. */
export const startWords: Record<StartCode, Sentence> = {
  'port-in-use': {
    zh: '数据库要用的端口 {port} 已被别的程序占用：请关掉那个程序，或换一个端口再启动。',
    en: 'Port {port}, which the database needs, is in use by another program: stop that program or choose another port.',
  },
  'disk-full': {
    zh: '存放数据的磁盘已满（{folder}）：请腾出至少 200 MB 空间再启动。',
    en: 'The disk that holds {folder} is full: free at least 200 MB and start again.',
  },
  'folder-locked': {
    zh: '数据文件夹 {folder} 正被另一个运行中的程序使用（{detail}）：请先停掉它，或另选一个数据文件夹。',
    en: 'The data folder {folder} is in use by another running program ({detail}): stop it first, or choose another data folder.',
  },
  'folder-foreign': {
    zh: '文件夹 {folder} 里不是本程序这一版本的数据库（{detail}），未作任何改动：请另选一个数据文件夹。',
    en: 'The folder {folder} does not hold a database of this version of Pitlamp ({detail}); nothing in it was changed: choose another data folder.',
  },
  'folder-closed': {
    zh: '当前用户不能读写数据文件夹 {folder}（{detail}）：请用它的所有者启动，或另选一个数据文件夹。',
    en: 'This user cannot read and write the data folder {folder} ({detail}): start as its owner, or choose another data folder.',
  },
  'no-binaries': {
    zh: '这台机器（{detail}）没有内置数据库可用：请重新安装，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。',
    en: 'There is no embedded database for this machine ({detail}): install again, or name a PostgreSQL 15 or newer in DATABASE_URL.',
  },
  'not-started': {
    zh: '数据库没有启动成功，它最后说：{detail}',
    en: 'The database did not start; its last words were: {detail}',
  },
}

/** Told at start when root's data folder cannot be entered by the account that runs the database: both languages in one line. */
export function movedSentence(home: string, account: string): string {
  const zh = `数据文件夹别的用户进不去，数据库存放在 ${home}，由系统用户 ${account} 运行。`
  const en = `Other users cannot enter the data folder: the database lies in ${home} and runs as the user ${account}.`
  return `${zh} / ${en}`
}

/** The sentence for a refusal of the launcher, its blanks filled. */
export function startSentence(refused: Refused<StartCode>, language: keyof Sentence): string {
  return startWords[refused.refused][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(refused.facts?.[name] ?? '?'),
  )
}
