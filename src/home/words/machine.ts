import type { Check, Checked, CheckState } from '../rules/machine.ts'

type Sentence = { readonly zh: string; readonly en: string }

/** What each check says in each state. */
const checkWords: Readonly<Record<Check, Readonly<Record<CheckState, Sentence>>>> = {
  node: {
    good: { zh: 'Node.js {version}', en: 'Node.js {version}' },
    mind: { zh: 'Node.js {version}', en: 'Node.js {version}' },
    bad: {
      zh: 'Node.js {version} 太旧，需要 {least} 或更高：请用 npm start 启动。',
      en: 'Node.js {version} is too old, {least} is needed: start with npm start.',
    },
  },
  database: {
    good: { zh: 'PostgreSQL {version}', en: 'PostgreSQL {version}' },
    mind: { zh: 'PostgreSQL {version}', en: 'PostgreSQL {version}' },
    bad: {
      zh: 'PostgreSQL {version} 太旧，需要 15 或更高。',
      en: 'PostgreSQL {version} is too old, 15 is needed.',
    },
  },
  role: {
    good: {
      zh: '服务用数据库账号 {login} 运行，不能改动日志',
      en: 'The server runs with the database login {login}, which cannot change the journal',
    },
    mind: {
      zh: '服务用数据库账号 {login} 运行，它就是表的所有者，可以关掉防护：请在 DATABASE_URL 中换一个普通账号，所有者写入 PITLAMP_OWNER_URL。',
      en: 'The server runs with the database login {login}, which owns the tables and could switch the guards off: give DATABASE_URL a plain login, and the owner’s address as PITLAMP_OWNER_URL.',
    },
    bad: { zh: '数据库账号 {login} 无法使用。', en: 'The database login {login} cannot be used.' },
  },
  disk: {
    good: { zh: '磁盘可用 {free} MB', en: '{free} MB free on the disk' },
    mind: {
      zh: '磁盘只剩 {free} MB：请尽快腾出空间。',
      en: 'Only {free} MB are left on the disk: free some soon.',
    },
    bad: { zh: '磁盘只剩 {free} MB。', en: 'Only {free} MB are left on the disk.' },
  },
  keys: {
    good: {
      zh: '密钥在 {folder}，须与数据库分开备份',
      en: 'The keys are in {folder}: back them up apart from the database',
    },
    mind: {
      zh: '密钥文件夹 {folder} 别人也能进入：请把权限改为 0700。',
      en: 'Others can enter the key folder {folder}: set its mode to 0700.',
    },
    bad: {
      zh: '没有密钥文件夹 {folder}：加密字段读不出来。请放回备份的密钥。',
      en: 'There is no key folder {folder}: encrypted fields cannot be read. Put the saved keys back.',
    },
  },
  clock: {
    good: { zh: '时钟与数据库相差 {skew} 毫秒', en: 'The clock is {skew} ms from the database’s' },
    mind: {
      zh: '时钟与数据库相差 {skew} 毫秒：请校准时间。',
      en: 'The clock is {skew} ms from the database’s: set it right.',
    },
    bad: {
      zh: '日志最后一条的时间（{last}）在未来：时钟被拨回过，请校准。',
      en: 'The last leaf of the journal ({last}) lies in the future: the clock was set back, set it right.',
    },
  },
  journal: {
    good: {
      zh: '日志 {size} 条，已签名 {signed} 条，待排序 {pending} 条',
      en: 'The journal has {size} leaves, {signed} signed, {pending} waiting for their place',
    },
    mind: {
      zh: '日志 {size} 条，已签名 {signed} 条，待排序 {pending} 条：服务未运行，或排序停住了。',
      en: 'The journal has {size} leaves, {signed} signed, {pending} waiting: the server is not running, or the sequencer has stopped.',
    },
    bad: {
      zh: '日志有损坏：应有 {size} 条，数据库里有 {leaves} 条，已签名 {signed} 条；签名程序拒签的原因：{refused}。请运行 npx pitlamp verify 查看，不要再改动数据库，并告诉纪检。',
      en: 'The journal is damaged: {size} leaves should be there, {leaves} are, {signed} are signed; why the signer refuses: {refused}. Run npx pitlamp verify, leave the database as it is, and tell discipline inspection.',
    },
  },
  daily: {
    good: {
      zh: '最近存下的每日检查点：{day}',
      en: 'The last daily checkpoint kept: {day}',
    },
    mind: {
      zh: '{day} 的检查点已存成文件，邮件没有送出（{failure}），五分钟后再试：请看 PITLAMP_MAIL 等三项设置。',
      en: 'The checkpoint of {day} is kept as a file, its mail did not go out ({failure}) and is tried again after five minutes: see PITLAMP_MAIL and the two settings beside it.',
    },
    bad: { zh: '每日检查点异常。', en: 'The daily checkpoint is broken.' },
  },
}

/** One sentence about a check, in both languages. */
export function sayChecked({ check, state, facts }: Checked): Sentence {
  const into = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (blank, name: string) => String(facts[name] ?? blank))
  const { zh, en } = checkWords[check][state]
  return { zh: into(zh), en: into(en) }
}
