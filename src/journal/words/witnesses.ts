import type { Words } from '../../kit/web/say.ts'

type Failure = { readonly says: Words; readonly todo: Words }

/** Why a witness does not sign now, and what to do; by the code the sender keeps. */
export const failureWords: Readonly<Record<string, Failure>> = {
  unreachable: {
    says: { zh: '连不上它', en: 'it cannot be reached' },
    todo: {
      zh: '请对方看看见证程序是否在运行、地址有没有变、网络是否放行。每 5 分钟自动再试。',
      en: 'Ask the other side whether the witness runs, whether its address changed and whether the network lets us through. It is tried again every 5 minutes.',
    },
  },
  'bad-answer': {
    says: {
      zh: '它的回答看不懂，或签名对不上它的公钥',
      en: 'its answer makes no sense, or is not signed with its key',
    },
    todo: {
      zh: '请对方核对地址后面确实是见证程序，公钥与这里登记的是同一行。',
      en: 'Ask the other side whether a witness stands behind that address, and whether its key is the line entered here.',
    },
  },
  misunderstood: {
    says: { zh: '它看不懂我们发的内容', en: 'it does not understand what we send' },
    todo: {
      zh: '两边的版本可能不同，请一起升级。',
      en: 'The two versions may differ; bring both up to date.',
    },
  },
  'key-unknown-to-it': {
    says: { zh: '它不认我们日志的公钥', en: 'it does not accept the key of our journal' },
    todo: {
      zh: '把下面“日志公钥”一行交给对方，用它重新启动见证程序。',
      en: 'Give the other side the line “Key of the journal” below, to start the witness with.',
    },
  },
  'log-unknown-to-it': {
    says: { zh: '它还不认识我们的日志', en: 'it does not know our journal yet' },
    todo: {
      zh: '把下面“日志公钥”一行交给对方，用它启动见证程序。',
      en: 'Give the other side the line “Key of the journal” below, to start the witness with.',
    },
  },
  inconsistent: {
    says: { zh: '它记得的日志与现在的接不上', en: 'the journal it remembers is no beginning of ours' },
    todo: {
      zh: '这可能是日志被改写，也可能是从旧备份恢复过。两边都不要删任何文件，请系统管理员与纪检一起核对。',
      en: 'The journal may have been rewritten, or restored from an old backup. Delete nothing on either side; the system administrator and discipline inspection should look at it together.',
    },
  },
  'remembers-more': {
    says: { zh: '它记得的日志比现在的长', en: 'it remembers a longer journal than ours' },
    todo: {
      zh: '这台服务器可能从旧备份恢复过，也可能有记录被删。两边都不要删任何文件，请系统管理员与纪检一起核对。',
      en: 'This server may have been restored from an old backup, or records were taken away. Delete nothing on either side; the system administrator and discipline inspection should look at it together.',
    },
  },
}

/** What stands for a code nobody gave words. */
export const otherFailure: Failure = {
  says: { zh: '原因不明', en: 'the reason is not known' },
  todo: { zh: '请把这一行告诉系统管理员。', en: 'Tell the system administrator this line.' },
}

/** What a number of witnesses means, by whether offices and phones are needed. */
export const quorumWords = {
  none: {
    zh: '现在不要求见证：记录的时间只有本系统自己作证。',
    en: 'No witness is asked for now: this system alone vouches for the times of its records.',
  },
  committees: {
    zh: '一个检查点要有 {n} 个机关见证签过名，才拿来证明记录的时间（现登记 {all} 个）。',
    en: 'A checkpoint counts as proof of time once {n} {n|office|offices} signed it ({all} entered).',
  },
  phones: {
    zh: '一个检查点要有 {m} 部手机签过名，才拿来证明记录的时间（现登记 {phones} 部）。',
    en: 'A checkpoint counts as proof of time once {m} {m|phone|phones} signed it ({phones} entered).',
  },
  both: {
    zh: '一个检查点要有 {n} 个机关见证、{m} 部手机都签过名，才拿来证明记录的时间（现登记 {all} 个、{phones} 部）。',
    en: 'A checkpoint counts as proof of time once {n} {n|office|offices} and {m} {m|phone|phones} signed it ({all} and {phones} entered).',
  },
} as const satisfies Record<string, Words>

export const words = {
  witnesses: { zh: '见证', en: 'Witnesses' },
  lead: {
    zh: '见证是别的单位运行的小程序：每小时记下我们的日志有多长、指纹是什么，并签名。日志以后若被改写，它会发现。',
    en: 'A witness is a small program another office runs: each hour it notes how long our journal is and its fingerprint, and signs. If the journal is ever rewritten, it notices.',
  },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '谁的', en: 'Whose' },
  committee: { zh: '机关', en: 'An office’s' },
  phone: { zh: '手机', en: 'A phone' },
  key: { zh: '公钥', en: 'Key' },
  url: { zh: '地址', en: 'Address' },
  since: { zh: '登记于', en: 'Since' },
  signed: { zh: '最近签的检查点', en: 'Last checkpoint signed' },
  signedSize: { zh: '前 {n} 条，{ago}', en: 'The first {n} entries, {ago}' },
  never: { zh: '还没有签过', en: 'None yet' },
  state: { zh: '情况', en: 'How it goes' },
  isWell: { zh: '正常', en: 'Well' },
  isNew: { zh: '等待第一次', en: 'Waiting for the first' },
  isFailing: { zh: '没有签：{why}', en: 'Does not sign: {why}' },
  justNow: { zh: '刚刚', en: 'just now' },
  minutesAgo: { zh: '{n} 分钟前', en: '{n} {n|minute|minutes} ago' },
  hoursAgo: { zh: '{n} 小时前', en: '{n} {n|hour|hours} ago' },
  daysAgo: { zh: '{n} 天前', en: '{n} {n|day|days} ago' },
  emptyTitle: { zh: '还没有见证', en: 'There is no witness yet' },
  empty: {
    zh: '没有见证时，记录的时间只有本系统自己作证。请上级党委或纪检机关运行一个见证程序，把它显示的公钥登记在这里。',
    en: 'Without one, this system alone vouches for its times. Ask the higher committee or discipline inspection to run a witness, and enter the key it shows.',
  },
  emptyToRead: {
    zh: '没有见证时，记录的时间只有本系统自己作证。由审计管理员登记。',
    en: 'Without one, this system alone vouches for its times. The audit administrator enters one.',
  },
  add: { zh: '登记见证', en: 'Enter a witness' },
  addLead: {
    zh: '对方启动见证程序时，屏幕上会显示一行公钥。原样粘贴，地址填对方机器的地址。',
    en: 'When the other side starts the witness, it shows one line: its key. Paste it as it is; the address is that of their machine.',
  },
  urlHint: { zh: '如 http://10.20.0.8:7160', en: 'such as http://10.20.0.8:7160' },
  end: { zh: '停用', en: 'End' },
  endTitle: { zh: '停用见证 {name}', en: 'End the witness {name}' },
  endLead: {
    zh: '停用后不再发给它。它签过的继续有效。谁停用的、为什么，会记入日志，检查的人看得到。',
    en: 'Nothing more is sent to it. What it signed keeps counting. Who ended it and why is sealed in the journal, where an inspector reads it.',
  },
  reason: { zh: '原因', en: 'Reason' },
  ended: { zh: '已停用 {n} 个', en: '{n} ended' },
  until: { zh: '停用于', en: 'Ended' },
  whyEnded: { zh: '原因', en: 'Reason' },
  quorum: { zh: '需要几个见证', en: 'How many are needed' },
  changeQuorum: { zh: '改数目', en: 'Change' },
  committees: { zh: '机关见证', en: 'Offices' },
  phones: { zh: '手机', en: 'Phones' },
  save: { zh: '保存', en: 'Save' },
  notEnough: {
    zh: '需要的比登记的多：见证登记被人动过。现在没有检查点算有见证，请告诉纪检或审计管理员。',
    en: 'More are needed than there are: somebody changed the list behind the system’s back. No checkpoint counts as witnessed now; tell discipline inspection or the audit administrator.',
  },
  give: { zh: '交给对方', en: 'For the other side' },
  giveLead: {
    zh: '对方在自己的机器上装好矿灯，用这一行启动；它不要数据库，只记日志的长短和指纹，看不到任何记录。',
    en: 'The other side installs Pitlamp on a machine of its own and starts it with this line. It needs no database, keeps only lengths and fingerprints, and sees no record.',
  },
  logKey: { zh: '日志公钥', en: 'Key of the journal' },
  command: { zh: '启动见证', en: 'Start the witness' },
  troubled: {
    zh: '见证 {name} 从 {at} 起没有签：{why}。',
    en: 'The witness {name} has not signed since {at}: {why}.',
  },
  toWitnesses: { zh: '看见证', en: 'To the witnesses' },
} as const satisfies Record<string, Words>
