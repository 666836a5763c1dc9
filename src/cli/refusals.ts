import { packRefusals } from '../evidence/words/pack.ts'
import { type StartCode, startWords } from '../kit/postgres/words.ts'
import type { Refused } from '../kit/refuse.ts'
import { fill, type Sentence, words } from './words.ts'

/** Why a command could not do its work, one sentence each. */
const refusals: Record<string, Sentence> = {
  ...packRefusals.makeInspectionPack,
  ...packRefusals.makePeriodPack,
  'no-such-inspection': {
    zh: '没有这次检查：--inspection 后面是检查页网址里的编号，须抄全。',
    en: 'There is no such inspection: after --inspection comes the whole id in the address of its page.',
  },
  'no-such-unit': {
    zh: '没有这个单位：--unit 后面是它的编码。',
    en: 'There is no such unit: after --unit comes its code.',
  },
  'bad-verifier-key': {
    zh: '--vkey 给出的公钥不完整或有错字：须原样抄全，形如 名字+8 位十六进制+base64。',
    en: 'The key after --vkey is cut short or misspelt: copy all of it as it is, name+8 hex digits+base64.',
  },
  'mine-has-records': {
    zh: '矿里已有记录，不能装入演示数据。',
    en: 'The mine already has records; the demo goes only into an empty one.',
  },
  'witness-damaged': {
    zh: '见证的记忆文件被改动（{file} 第 {line} 行），不能继续。请保存该文件，用新的文件夹和新密钥重新开始，并告知煤矿。',
    en: 'The witness’s memory was changed ({file}, line {line}), so it cannot go on. Keep the file, begin anew with another folder and key, and tell the mine.',
  },
  'no-ledger-sheets': { zh: '工作簿里没有认得出的台账。', en: 'The workbook has no sheet that is a ledger.' },
  'no-scheme-in-workbook': {
    zh: '工作簿里没有可用的考核细则，无法考核。',
    en: 'The workbook has no usable scheme (考核细则), so nothing can be assessed.',
  },
  'not-a-workbook': {
    zh: '这个文件不是 Excel 工作簿（.xlsx）。',
    en: 'The file is not an Excel workbook (.xlsx).',
  },
  'damaged-workbook': {
    zh: '工作簿已损坏，读不出来：请用 Excel 打开后另存一份。',
    en: 'The workbook is damaged and cannot be read: open it in Excel and save a copy.',
  },
  'old-workbook': {
    zh: '这是旧格式（.xls）：请在 Excel 中另存为 .xlsx。',
    en: 'This is the old format (.xls): save it as .xlsx in Excel.',
  },
  'encrypted-workbook': {
    zh: '工作簿有密码：请去掉密码后另存一份。',
    en: 'The workbook is locked with a password: save a copy without one.',
  },
  'macro-workbook': {
    zh: '工作簿带宏：请另存为不带宏的 .xlsx。',
    en: 'The workbook carries macros: save it as .xlsx without them.',
  },
  'too-large-packed': { zh: '文件超过 {megabytes} MB。', en: 'The file is over {megabytes} MB.' },
  'too-large-unpacked': {
    zh: '文件解压后超过 {megabytes} MB。',
    en: 'The file unpacks to over {megabytes} MB.',
  },
  'zip-ratio': {
    zh: '文件压缩比超过 {ratio}：1，不像正常的工作簿。',
    en: 'The file is packed over {ratio} to 1, which no ordinary workbook is.',
  },
  'too-many-parts': { zh: '工作簿的部件超过 {parts} 个。', en: 'The workbook has over {parts} parts.' },
  'too-many-rows': { zh: '有一张表超过 {rows} 行。', en: 'A sheet has over {rows} {rows|row|rows}.' },
  'too-much-memory': {
    zh: '工作簿太大，超过 {megabytes} MB 内存：请分成几个文件。',
    en: 'The workbook needs over {megabytes} MB of memory: split it.',
  },
  'too-slow': {
    zh: '读取超过 {seconds} 秒：请分成几个文件。',
    en: 'Reading took over {seconds} seconds: split the file.',
  },
  'too-many-items': {
    zh: '考核细则有 {items} 项，最多 {most} 项。',
    en: 'The scheme has {items} {items|item|items}; {most} are the most.',
  },
  'unknown-fact': {
    zh: '考核细则第 {item} 项的数据项无法识别。',
    en: 'Item {item} of the scheme counts a fact that does not exist.',
  },
  'forbidden-subject': {
    zh: '考核细则第 {item} 项考核的是不允许计分的内容，整个细则不予采用。',
    en: 'Item {item} of the scheme scores what must not be scored; the scheme is refused.',
  },
  'not-a-snapshot': { zh: '这个文件不是矿灯的备份。', en: 'The file is not a backup of Pitlamp.' },
  'snapshot-damaged': {
    zh: '备份文件已损坏或不完整，数据库未作改动。',
    en: 'The backup is damaged or incomplete; the database was left as it was.',
  },
  'database-not-empty': {
    zh: '数据库中已有数据：请恢复到空数据库。',
    en: 'The database already holds a mine: restore into an empty one.',
  },
  'note-foreign': {
    zh: '给出的检查点不是这本日志签的（{line}），数据库已清空，未作恢复。',
    en: 'A checkpoint that was given is not signed by this journal ({line}); nothing was restored.',
  },
  'witness-silent': {
    zh: '见证方 {name} 问不到，或不出示它签过的检查点，不知道它在备份之后还签过什么；未作恢复。请接通后重试；实在接不通，加 --offline 不问见证方。',
    en: 'The witness {name} cannot be reached or does not show what it signed, so it is not known what it signed after the backup; nothing was restored. Try again when it answers, or leave the witnesses out with --offline.',
  },
  'witness-foreign': {
    zh: '见证方 {name} 保存的检查点不是用现有密钥签的；未作恢复。请先放回原来的密钥；要不问见证方，加 --offline。',
    en: 'What the witness {name} keeps is not signed by the key that is here; nothing was restored. Put back the keys of then first, or leave the witnesses out with --offline.',
  },
  'erased-has-records': {
    zh: '备份里有备份之后已按规定删除的人，而且备份中还有他们的记录（{table}），不能再次删除；未作恢复。请换用更新的备份。',
    en: 'The backup holds somebody who was erased after it, with records besides the roster ({table}), so they cannot be erased again; nothing was restored. Use a newer backup.',
  },
  'signer-damaged': {
    zh: '签名进程的记忆已损坏，无法判断日志是否接得上；未作恢复。',
    en: 'The signer’s memory is damaged, so it cannot be told whether the journal goes on; nothing was restored.',
  },
  'port-in-use': {
    zh: '端口 {port} 已被占用：请换一个端口（{option}）或关掉占用它的程序。',
    en: 'Port {port} is in use: choose another with {option}, or stop the program that has it.',
  },
  'cannot-listen': {
    zh: '不能在 {host} 的端口 {port} 上监听：请换一个地址或端口。',
    en: 'Cannot listen on {host}, port {port}: choose another address or port.',
  },
  'bad-certificate': {
    zh: '证书或私钥不可用：{detail}',
    en: 'The certificate or its key cannot be used: {detail}',
  },
  'bad-mail-server': {
    zh: 'PITLAMP_MAIL 看不懂：请写成 smtp://用户:密码@主机:端口 或 smtps://…。',
    en: 'PITLAMP_MAIL cannot be read: write smtp://user:password@host:port or smtps://…',
  },
  'bad-mail-address': {
    zh: '邮件地址“{address}”不可用：请检查 PITLAMP_MAIL_TO 和 PITLAMP_MAIL_FROM。',
    en: 'The mail address “{address}” cannot be used: look at PITLAMP_MAIL_TO and PITLAMP_MAIL_FROM.',
  },
  'database-unreachable': {
    zh: '连接不上数据库 {place}：{detail}',
    en: 'The database at {place} cannot be reached: {detail}',
  },
  'database-behind': {
    zh: '数据库还是旧版本的：请先用这个版本启动一次服务（npm start），它会更新数据库。',
    en: 'The database is still that of an earlier version: start the server of this version once (npm start), which brings it forward.',
  },
  'other-migrations': {
    zh: '数据库的结构版本与本程序不符（{migration}）：请使用建库时的版本或更新的版本。',
    en: 'The database was made by another version of Pitlamp ({migration}): use that version or a newer one.',
  },
}

const isStartCode = (code: string): code is StartCode => code in startWords

/** The sentence for a refusal, its blanks filled. */
export function refusalWords(refused: Refused): Sentence {
  const own = refusals[refused.refused]
  const started = isStartCode(refused.refused) ? startWords[refused.refused] : undefined
  const forDoor = refused.refused === 'port-in-use' && refused.facts?.['folder'] === undefined
  const sentence = forDoor ? own : (started ?? own)
  return fill(sentence ?? fill(words.fault, { detail: refused.refused }), {
    option: '--port',
    ...refused.facts,
  })
}
