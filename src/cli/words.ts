import { verifyWords } from './words/verify.ts'

export type Sentence = { readonly zh: string; readonly en: string }
export type Language = 'zh' | 'en'

/** The language of a terminal: Chinese unless its locale names another. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['PITLAMP_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^(zh|C$|C\.|POSIX|$)/i.test(locale) ? 'zh' : 'en'
}

export const inLanguage = (sentence: Sentence, language: Language): string => sentence[language]

/** Fills the `{blanks}` of a sentence; `{n|entry|entries}` picks a word by whether `n` is 1. */
export function fill(sentence: Sentence, facts: Readonly<Record<string, string | number>>): Sentence {
  const into = (text: string): string =>
    text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (blank, name: string, one?: string, many?: string) => {
      const fact = facts[name]
      if (fact === undefined) return blank
      return (Number(fact) === 1 ? one : many) ?? String(fact)
    })
  return { zh: into(sentence.zh), en: into(sentence.en) }
}

export const words = {
  ...verifyWords,
  serve: { zh: '启动矿灯服务', en: 'Runs Pitlamp' },
  import: {
    zh: '导入台账工作簿：先预览，加 --commit 才写入',
    en: 'Imports a ledger workbook: a preview first, written with --commit',
  },
  assess: { zh: '在临时数据库上考核一个工作簿', en: 'Assesses a workbook on a throw-away database' },
  verify: {
    zh: '核验全部记录与日志是否一致；加 --pack 核验一个证据包，加 --tiles 只凭日志文件夹核验',
    en: 'Checks every record against the sealed journal; with --pack, an evidence pack; with --tiles, a log from its folder alone',
  },
  pack: {
    zh: '把检查的样本或一个单位一个考核期的记录打成证据包，离线可核验',
    en: 'Packs an inspection’s sample, or a unit’s records of a period, as evidence that is checked offline',
  },
  packing: { zh: '已写 {done}/{of} 条', en: '{done} of {of} {of|record|records} written' },
  packed: {
    zh: '证据包已写入 {file}（{records} 条记录）。解压后用浏览器打开 index.html。',
    en: 'The evidence pack is in {file} ({records} {records|record|records}). Unpack it and open index.html in a browser.',
  },
  export: {
    zh: '把九张台账导出为同样格式的工作簿',
    en: 'Exports the nine ledgers as a workbook of the same form',
  },
  backup: {
    zh: '把数据库的一份一致快照写入文件（不含密钥）',
    en: 'Writes one consistent snapshot of the database to a file (without the keys)',
  },
  restore: { zh: '把快照恢复到空数据库', en: 'Restores a snapshot into an empty database' },
  demo: {
    zh: '在空矿中装入演示数据，并给出登录账号',
    en: 'Fills an empty mine with the demo and tells the sign-ins',
  },
  logKey: {
    zh: '日志公钥，见证方和检查人员各自抄存一份：{vkey}',
    en: 'The log’s key, for every witness and inspector to keep: {vkey}',
  },
  doctor: { zh: '检查版本、磁盘、密钥、时钟和日志', en: 'Checks versions, disk, keys, clock and journal' },
  witness: {
    zh: '见证日志（上级党委或纪检办公室运行的小程序，不需要数据库）',
    en: 'Witnesses logs: one small process of the committee above or the discipline office, without a database',
  },
  help: { zh: '列出命令', en: 'Lists the commands' },
  unknownVerb: {
    zh: '没有命令“{verb}”：运行 npx pitlamp help 查看全部命令。',
    en: 'There is no command “{verb}”: npx pitlamp help lists them.',
  },
  unknownOption: {
    zh: '选项“{unread}”不可用；用法：{usage}',
    en: 'Option “{unread}” cannot be used here; usage: {usage}',
  },
  unknownWord: {
    zh: '“{unread}”是多余的；用法：{usage}',
    en: '“{unread}” is one word too many; usage: {usage}',
  },
  notTogether: {
    zh: '“--{option}”不能与“--{form}”一起用。',
    en: '--{option} does not go with --{form}.',
  },
  onlyWith: {
    zh: '“--{option}”要与“--{form}”一起用。',
    en: '--{option} goes with --{form} only.',
  },
  fault: { zh: '程序出错，操作未完成：{detail}', en: 'Something broke and the work was not done: {detail}' },
  noData: {
    zh: '这里没有矿灯的数据（{folder}）：请在启动矿灯的文件夹里运行，或用 --data 指出数据文件夹。',
    en: 'There is no data of Pitlamp here ({folder}): run this in the folder Pitlamp is started in, or name its data folder after --data.',
  },
  noDataGiven: {
    zh: 'DATABASE_URL 指的数据库里没有矿灯的数据：请核对这个地址。',
    en: 'The database DATABASE_URL names holds no data of Pitlamp: check the address.',
  },
  diskFull: {
    zh: '磁盘已满，操作未完成：请腾出空间后重试。',
    en: 'The disk is full and the work was not done: free some space and try again.',
  },
  fileUnusable: {
    zh: '“{file}”不能读写（{code}）：请检查路径和权限。',
    en: '“{file}” cannot be read or written ({code}): check its path and who may use it.',
  },
  badPort: { zh: '端口须是 0 到 65535 之间的整数。', en: 'A port is a whole number from 0 to 65535.' },
  certAndKey: { zh: '--cert 与 --key 须一起给出。', en: '--cert and --key go together.' },
  open: { zh: '矿灯已启动：{address}', en: 'Pitlamp is open at {address}' },
  setUpLink: {
    zh: '首次设置链接（24 小时内有效，只能用一次）：{link}',
    en: 'One-time set-up link (good for 24 hours): {link}',
  },
  ownerRuns: {
    zh: '注意：服务用的数据库账号就是表的所有者，可以关掉日志的防护。请在 DATABASE_URL 中换一个普通账号，所有者写入 PITLAMP_OWNER_URL。',
    en: 'Mind: the server’s database login owns the tables and could switch the guards of the journal off. Give DATABASE_URL a plain login, and the owner’s address as PITLAMP_OWNER_URL.',
  },
  noHttps: {
    zh: '注意：没有 HTTPS。同网络的人可以看到传输内容；手机不能离线使用、不能安装到桌面、不能用相机扫码。请用 --cert 和 --key 提供证书。',
    en: 'Mind: there is no HTTPS. Others on the network can read what is sent, and a phone cannot work offline, install the page or scan codes. Give a certificate with --cert and --key.',
  },
  badPeriod: {
    zh: '考核期“{period}”看不懂：请写成 2026Q3、2026H1 或 2026（--period）。',
    en: 'The period “{period}” cannot be read: write 2026Q3, 2026H1 or 2026 after --period.',
  },
  scoresWritten: { zh: '逐项说明已写入 {file}', en: 'The explained result is in {file}' },
  scoresOf: {
    zh: '{period} 考核结果，{count} 个支部',
    en: 'Scores for {period}, {count} {count|branch|branches}',
  },
  readingSummary: {
    zh: '读入 {rows} 行；退回 {errors} 处，跳过 {skipped} 行，未识别 {columns} 列、{sheets} 张表。',
    en: '{rows} {rows|row|rows} read; {errors} {errors|cell|cells} refused, {skipped} {skipped|row|rows} skipped, {columns} {columns|column|columns} and {sheets} {sheets|sheet|sheets} not recognised.',
  },
  yes: { zh: '是', en: 'yes' },
  sheetScores: { zh: '得分', en: 'Scores' },
  sheetItems: { zh: '逐项说明', en: 'Items explained' },
  sheetErrors: { zh: '退回的行', en: 'Refused rows' },
  scoreColumns: {
    code: { zh: '组织编码', en: 'Code' },
    name: { zh: '支部', en: 'Branch' },
    score: { zh: '得分', en: 'Score' },
    grade: { zh: '等次', en: 'Grade' },
    bonus: { zh: '加分', en: 'Bonus' },
    lost: { zh: '失分项', en: 'Points lost in' },
    vetoed: { zh: '一票否决', en: 'Vetoed' },
    no: { zh: '序号', en: 'Item' },
    fact: { zh: '数据项', en: 'Fact' },
    value: { zh: '数值', en: 'Value' },
    points: { zh: '得分', en: 'Points' },
    of: { zh: '分值', en: 'Of' },
    because: { zh: '理由', en: 'Because' },
    evidence: { zh: '依据', en: 'Evidence' },
    sheet: { zh: '表', en: 'Sheet' },
    row: { zh: '行', en: 'Row' },
    column: { zh: '列', en: 'Column' },
    error: { zh: '原因', en: 'Reason' },
  },
  demoLoaded: {
    zh: '演示矿已装好。以下账号只显示这一次（登录名、密码、姓名、单位、角色）：',
    en: 'The demo mine is ready. These sign-ins are shown only now (login, password, name, unit, role):',
  },
  planned: {
    zh: '{ledger}：新增 {added}，更改 {changed}，不变 {same}，冲突 {conflicts}',
    en: '{ledger}: {added} added, {changed} changed, {same} the same, {conflicts} in conflict',
  },
  refusedWritten: { zh: '退回的行已写入 {file}', en: 'The refused rows are in {file}' },
  imported: { zh: '已导入。', en: 'Imported.' },
  previewOnly: {
    zh: '这只是预览，没有写入；加 --commit 才导入。',
    en: 'This was a preview, nothing was written; --commit imports.',
  },
  exported: {
    zh: '台账已导出到 {file}（不含身份证号）',
    en: 'The ledgers are in {file} (without ID numbers)',
  },
  fileNeeded: { zh: '请给出文件名。', en: 'Name a file.' },
  isFolder: {
    zh: '“{file}”是文件夹，这里要的是文件。',
    en: '“{file}” is a folder; a file is needed here.',
  },
  noSuchFolder: { zh: '没有这个文件夹：{folder}', en: 'There is no such folder: {folder}' },
  noSuchFile: { zh: '没有这个文件：{file}', en: 'There is no such file: {file}' },
  backedUp: {
    zh: '已把 {rows} 行写入 {file}。密钥不在其中，须另行备份：{keys}',
    en: '{rows} {rows|row|rows} {rows|is|are} in {file}. The keys are not: back them up separately from {keys}',
  },
  restored: {
    zh: '已恢复 {rows} 行。加密字段和日志核验需要原来的密钥，请放回：{keys}',
    en: '{rows} {rows|row|rows} {rows|is|are} restored. Encrypted fields and the check of the journal need the keys of then: put them back into {keys}',
  },
  logContinues: {
    zh: '日志接得上：备份有 {size} 条，外面保存的最后一个检查点是第 {known} 条，内容一致。',
    en: 'The journal goes on: the backup has {size} {size|entry|entries}, and the last checkpoint kept elsewhere, of {known}, is what they make.',
  },
  logUnknown: {
    zh: '日志有 {size} 条。外面没有保存任何检查点，无法证明备份之后没有别的记录：有见证方或打印页上的检查点时，用 --checkpoint 核对。',
    en: 'The journal has {size} {size|entry|entries}. No checkpoint kept elsewhere is known, so nothing shows that nothing came after the backup: check with --checkpoint when a witness or a printed page has one.',
  },
  logRefilled: {
    zh: '注意：备份之后还签过 {lost} 条。封存已补回，内容没有：{back} 条记录回到备份时的样子，{gone} 条在备份后新建的记录不在了。日志里已写明。',
    en: 'Mind: {lost} {lost|entry was|entries were} signed after the backup. {lost|Its seal is|Their seals are} back, the content is not: {back} {back|record is|records are} as in the backup, {gone} made after it {gone|is|are} gone. The journal says so.',
  },
  logForked: {
    zh: '恢复停止，数据库已清空：外面保存的检查点有 {signed} 条，备份只有 {found} 条，或内容不同。继续下去就是分叉。请换用更新的备份、用 --leaves 给出日志副本，或用 --new-log "原因" 另开一本新日志（旧日志保留备查）。',
    en: 'The restore stopped and the database is empty again: a checkpoint kept elsewhere has {signed} {signed|entry|entries}, the backup has {found} or other ones. To go on would be a fork. Use a newer backup, give a copy of the journal with --leaves, or begin a new journal with --new-log "reason" (the old one is kept).',
  },
  logAnew: {
    zh: '这是分叉：旧日志停在备份的 {size} 条（外面已知 {known} 条）。新日志 {origin} 已开，第一条写明原因和旧日志最后的检查点，{sealed} 条记录重新封存。请告诉上级党委和各见证方。',
    en: 'This is a fork: the old journal ends with the {size} {size|entry|entries} of the backup ({known} {known|is|are} known elsewhere). A new one, {origin}, is begun; its first entry gives the reason and the last checkpoint of the old, and {sealed} {sealed|record is|records are} sealed anew. Tell the higher committee and every witness.',
  },
  witnessShows: {
    zh: '已问过见证方 {name}：它最后签的检查点有 {size} 条。',
    en: 'The witness {name} was asked: the last checkpoint it signed has {size} {size|entry|entries}.',
  },
  witnessKnowsNone: {
    zh: '已问过见证方 {name}：它没有这本日志的检查点。',
    en: 'The witness {name} was asked: it has no checkpoint of this journal.',
  },
  witnessesUnasked: {
    zh: '注意：加了 --offline，没有问任何见证方。备份之后若还签过记录，这里看不出来；请尽快与见证方核对。',
    en: 'Mind: with --offline no witness was asked. Whether anything was signed after the backup cannot be seen here; compare with the witnesses soon.',
  },
  erasedAgain: {
    zh: '备份之后按规定删除的 {erased} 人随备份回来了，已按通知再次删除，并在日志里写明。',
    en: '{erased} {erased|person|people} erased under notice after the backup came back with it and {erased|is|are} erased again, and the journal says so.',
  },
  reasonNeeded: {
    zh: '--new-log 后请写明原因。',
    en: 'Give the reason after --new-log.',
  },
  databaseLost: {
    zh: '数据库停止且无法重启，服务已关闭。',
    en: 'The database stopped and could not be started again; the server has closed.',
  },
  badListen: {
    zh: '--listen 须写成 地址:端口，例如 0.0.0.0:7160。',
    en: '--listen is ADDRESS:PORT, such as 0.0.0.0:7160.',
  },
  badWitnessName: {
    zh: '--name 须像一个网址，不含空格和加号，例如 jiwei.example.cn/w1。',
    en: '--name looks like an address, without spaces and plus signs, such as office.example.cn/w1.',
  },
  badLogKey: {
    zh: '请用 --log 给出日志的公钥（npx pitlamp doctor 会列出），可以给出多个。',
    en: 'Give the key of each log with --log; npx pitlamp doctor prints it.',
  },
  witnessOpen: {
    zh: '见证已启动：{address}，见证 {count} 个日志。本见证的验证公钥（交给煤矿登记）：{vkey}',
    en: 'The witness is open at {address} for {count} {count|log|logs}. Its key, for the mine to enter: {vkey}',
  },
  witnessAlarms: {
    zh: '注意：{dir} 里有 {count} 份报警证据（ALARM-*.txt），请查看并保存。',
    en: 'Mind: {count} {count|piece|pieces} of evidence {count|lies|lie} in {dir} (ALARM-*.txt). Read and keep {count|it|them}.',
  },
  witnessPeer: {
    'nothing-in-common': {
      zh: '与见证 {peer} 没有同一长度的检查点，无法比对日志 {origin}。长期如此，须查明原因。',
      en: 'No checkpoint of {origin} was signed both here and by the witness {peer}, so they cannot be held against each other. When this lasts, find out why.',
    },
    unreachable: {
      zh: '连不上见证 {peer}，本次没有比对日志 {origin}。',
      en: 'The witness {peer} cannot be reached; {origin} was not compared this time.',
    },
  },
  witnessForked: {
    zh: '报警：日志 {origin} 对同一长度签了两份不同的内容，历史被改写。没有签名；证据：{file}',
    en: 'ALARM: the log {origin} signed two different trees of one size: its history was rewritten. Not signed; evidence: {file}',
  },
  witnessUnproven: {
    zh: '报警：日志 {origin} 不能证明新内容接续旧内容，历史可能被改写。没有签名；证据：{file}',
    en: 'ALARM: the log {origin} did not show that its new tree goes on from the old one: history may have been rewritten. Not signed; evidence: {file}',
  },
}
