type Sentence = { readonly zh: string; readonly en: string }

/** What a finding of the check means; where it stands (table, id, column, place) is told beside it. */
export const findingWords = {
  'mine-unknown': { zh: '日志属于一个不存在的矿', en: 'the journal belongs to a mine that is not there' },
  'leaf-missing': { zh: '日志缺了一条', en: 'a leaf of the journal is missing' },
  'leaf-changed': { zh: '日志的一条被改动', en: 'a leaf of the journal was changed' },
  'entry-missing': { zh: '日志条目的内容不见了', en: 'the entry of a leaf is not there' },
  'entry-changed': { zh: '日志条目的内容被改动', en: 'the entry of a leaf was changed' },
  'entry-lost': {
    zh: '有条目既没有入日志，也不在等待',
    en: 'an entry has no place in the journal and waits for none',
  },
  'key-missing': { zh: '密钥不见了，无法核对内容', en: 'a key is missing, so the content cannot be checked' },
  'erased-without-notice': { zh: '内容被删除，却没有删除通知', en: 'content was erased without a notice' },
  'revision-broken': {
    zh: '记录的修订前后不相接',
    en: 'the revisions of a record do not follow one another',
  },
  'time-not-rising': { zh: '收到时间没有逐条递增', en: 'the times of receipt do not rise' },
  'head-changed': { zh: '日志的总账被改动', en: 'the head of the journal was changed' },
  'checkpoint-changed': { zh: '签名的检查点被改动', en: 'a signed checkpoint was changed' },
  'checkpoint-missing': { zh: '缺了一个检查点', en: 'a checkpoint is missing' },
  'checkpoint-inconsistent': { zh: '检查点与日志不一致', en: 'a checkpoint does not agree with the journal' },
  'cosignature-changed': {
    zh: '见证的签名被改动',
    en: 'a witness’s signature was changed',
  },
  'log-shorter': { zh: '日志比签过名的短', en: 'the journal is shorter than what was signed' },
  'signer-damaged': { zh: '签名记录损坏', en: 'the signer’s memory is damaged' },
  'signer-inconsistent': {
    zh: '签名记录与日志不一致',
    en: 'the signer’s memory does not agree with the journal',
  },
  'tile-changed': {
    zh: '签名程序自己那份日志被改动',
    en: 'the signer’s own copy of the journal was changed',
  },
  'tile-missing': {
    zh: '签名程序自己那份日志缺了一块',
    en: 'a piece of the signer’s own copy of the journal is missing',
  },
  'waiting-changed': { zh: '等待入日志的条目被改动', en: 'what waits for its place was changed' },
  'waiting-long': { zh: '有条目等待入日志过久', en: 'an entry has waited long for its place' },
  'reader-ahead': { zh: '读取位置超出日志', en: 'a reader claims to be ahead of the journal' },
  'record-unknown': {
    zh: '日志里有一种不认识的记录',
    en: 'the journal names a kind of record that is not known',
  },
  'row-missing': { zh: '记录不见了', en: 'a record is missing' },
  'row-changed': { zh: '记录被改动', en: 'a record was changed' },
  'row-unsealed': { zh: '有记录从未入日志', en: 'a record was never sealed' },
  'row-returned': { zh: '已删除的记录又出现', en: 'a deleted record is there again' },
} as const satisfies Record<string, Sentence>
