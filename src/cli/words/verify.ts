/** What `pitlamp verify` says of a database, a pack or a folder. */
export const verifyWords = {
  packGood: {
    zh: '证据包完好：{records} 条记录、{revisions} 次修订都与封存时一致，{witnessed} 个检查点有见证。',
    en: 'The pack is good: {records} {records|record|records} with {revisions} {revisions|revision|revisions} as sealed; {witnessed} {witnessed|checkpoint is|checkpoints are} witnessed.',
  },
  packOwnKey: {
    zh: '证据包自带公钥（{vkey}）：请用 --vkey 给出您从别处得到的那一把来核对。',
    en: 'A pack brings its own key ({vkey}): give the one you have from elsewhere after --vkey to compare.',
  },
  packBad: {
    zh: '证据包不能采信：发现 {count} 处不符。',
    en: 'The pack cannot be relied on: {count} {count|finding|findings}.',
  },
  verifyClean: {
    zh: '核验通过：日志 {leaves} 条，记录 {rows} 行，没有发现改动。',
    en: 'Clean: {leaves} {leaves|leaf|leaves} of the journal and {rows} {rows|row|rows} agree.',
  },
  otherKey: {
    zh: '不能采信：这里的日志用的公钥不是您给出的那一把，而是 {vkey}',
    en: 'Not to be relied on: the log here is not under the key you gave, but under {vkey}',
  },
  vkeyNeeded: {
    zh: '请用 --vkey 给出日志的公钥（形如 名字+8 位十六进制+base64），由保管它的人提供，不要从这个文件夹里取。',
    en: 'Give the log’s key after --vkey (name+8 hex digits+base64), from somebody who kept it, not from this folder.',
  },
  noLog: {
    zh: '这里没有签名服务的日志（{folder}）：请给出数据文件夹里的 signer/<矿>，或它的副本。',
    en: 'There is no log of a signer here ({folder}): give signer/<mine> of the data folder, or a copy of it.',
  },
  logsMany: {
    zh: '{folder} 里有 {count} 本日志：请给出其中一个矿的文件夹。',
    en: '{folder} holds {count} {count|log|logs}: give the folder of one mine.',
  },
  tilesClean: {
    zh: '核验通过：日志 {leaves} 条都在树里，{checkpoints} 个检查点都与它一致。',
    en: 'Clean: {leaves} {leaves|leaf makes|leaves make} the signed tree, and {checkpoints} {checkpoints|checkpoint agrees|checkpoints agree} with it.',
  },
  tilesFound: {
    zh: '核验发现 {count} 处不符（日志 {leaves} 条，检查点 {checkpoints} 个）。',
    en: '{count} {count|finding|findings} in {leaves} {leaves|leaf|leaves} and {checkpoints} {checkpoints|checkpoint|checkpoints}.',
  },
  checkpointsRead: {
    zh: '{file} 里读到 {read} 个检查点，都已与日志核对。',
    en: '{read} {read|checkpoint|checkpoints} in {file} {read|was|were} read and held against the log.',
  },
  checkpointStrays: {
    zh: '这个文件里有 {count} 段不是检查点，没有核对（从第 {lines} 行起）。',
    en: '{count} {count|piece|pieces} of that file {count|is|are} no checkpoint and {count|was|were} not checked (from line {lines}).',
  },
  checkpointsNone: {
    zh: '{file} 里没有检查点：检查点依次是日志的名字、条数、根和以“—”开头的签名。',
    en: 'There is no checkpoint in {file}: one has the log’s name, its size, its root and a signature after “—”.',
  },
  late: {
    zh: '补录：录入的 {of} 条记录里，{late} 条在事后 {days} 天以后才记下，其中 {reasoned} 条写了原因。晚是事实，不是差错。',
    en: 'Late: {late} of {of} entered {of|record|records} {late|was|were} made more than {days} {days|day|days} after the event, {reasoned} with a reason. A fact, not a fault.',
  },
  lateBy: { zh: '晚 {days} 天', en: '{days} {days|day|days} after' },
  lateMore: { zh: '另有 {count} 条没有列出。', en: '{count} more {count|is|are} not listed.' },
  verifyFound: {
    zh: '核验发现 {count} 处不符（日志 {leaves} 条，记录 {rows} 行）。',
    en: '{count} {count|finding|findings} in {leaves} {leaves|leaf|leaves} of the journal and {rows} {rows|row|rows}.',
  },
}
