import type { PackCode } from '../../journal/rules/pack/finding.ts'
import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

/** What a check of a pack looks at, and what it means when it fails (docs/pack.md). */
export const codeWords: Readonly<Record<PackCode, { readonly looks: Words; readonly failed: Words }>> = {
  'pack-unreadable': {
    looks: { zh: '文件完整，读得出来', en: 'The file is whole and can be read' },
    failed: {
      zh: '这个文件不是证据包，或者不完整、被改动过，读不出来。',
      en: 'This file is no evidence pack, or it was cut or changed and cannot be read.',
    },
  },
  'pack-differs': {
    looks: { zh: '网页里的与压缩包里的是同一份', en: 'The page holds the same pack as the zip' },
    failed: {
      zh: '网页 index.html 里的内容与 pack.json 不是同一份：有一份被换过。',
      en: 'The page index.html holds another pack than pack.json: one of them was exchanged.',
    },
  },
  'key-bad': {
    looks: { zh: '日志的公钥', en: 'The key of the log' },
    failed: {
      zh: '日志的公钥不成立，不是这本日志的，或不是您知道的那一把。',
      en: 'The key is none, not that of this log, or not the one you know.',
    },
  },
  'policy-bad': {
    looks: { zh: '认谁的见证', en: 'Whose witness counts' },
    failed: {
      zh: '见证的规则读不懂，说的是另一本日志（时间因此无法核对），或不是您知道的那一份。',
      en: 'The policy cannot be read or is about another log, so no time can be checked; or it is not the one you know.',
    },
  },
  'note-bad': {
    looks: { zh: '检查点的写法和次序', en: 'Form and order of the checkpoints' },
    failed: { zh: '有检查点不成样子，或次序不对。', en: 'A checkpoint is malformed or out of order.' },
  },
  'signature-bad': {
    looks: { zh: '日志的签名', en: 'Signatures of the log' },
    failed: { zh: '有检查点没有日志的有效签名。', en: 'A checkpoint lacks the log’s good signature.' },
  },
  'witness-bad': {
    looks: { zh: '见证人的签名', en: 'Signatures of the witnesses' },
    failed: { zh: '有见证人的签名对不上。', en: 'A witness’s signature does not hold.' },
  },
  'consistency-bad': {
    looks: { zh: '前后检查点说的是同一本日志', en: 'Each checkpoint continues the one before' },
    failed: {
      zh: '前后检查点接不上：日志可能被改写过，或缺了证明。',
      en: 'Checkpoints do not continue one another: the log was rewritten, or a proof is missing.',
    },
  },
  'leaf-bad': {
    looks: { zh: '每次修订都是完整的条目，一版不缺', en: 'Every revision is a whole entry, none missing' },
    failed: {
      zh: '有条目被改动，不属于这条记录，或中间缺了修订。',
      en: 'An entry was changed, belongs to another record, or a revision is missing.',
    },
  },
  'proof-bad': {
    looks: { zh: '每一条都在签名的日志里', en: 'Every entry stands in the signed log' },
    failed: { zh: '有条目不在签名的日志里。', en: 'An entry does not stand in the signed log.' },
  },
  'chain-bad': {
    looks: { zh: '修订前后相接', en: 'Revisions follow one another' },
    failed: { zh: '有记录的修订前后接不上。', en: 'The revisions of a record do not follow one another.' },
  },
  'field-bad': {
    looks: { zh: '公开的内容就是封存的内容', en: 'What is shown is what was sealed' },
    failed: {
      zh: '有公开的内容与封存的不一致：内容被改动过。',
      en: 'A value shown is not the one that was sealed: it was changed.',
    },
  },
  'fields-bad': {
    looks: { zh: '公开与不公开的字段合起来正好齐全', en: 'Fields shown and withheld are all there are' },
    failed: { zh: '有字段被漏掉或多出来。', en: 'A field was left out or added.' },
  },
  'erased-bad': {
    looks: { zh: '删除的内容都有删除通知', en: 'What was erased was erased under notice' },
    failed: {
      zh: '有内容说是已删除，却没有删除通知。',
      en: 'Content is said to be erased, without a notice.',
    },
  },
  'day-bad': {
    looks: { zh: '事情的日期就是封存的日期', en: 'The day of the thing is the one that was sealed' },
    failed: {
      zh: '有记录写明的日期不是封存在里面的日期：日期被改动过。',
      en: 'The day a record is said to tell of is not the one sealed in it: it was changed.',
    },
  },
  'time-bad': {
    looks: { zh: '收到时间与见证的时间相符', en: 'Times of receipt agree with the witnesses' },
    failed: {
      zh: '有收到时间与见证人看到的时间对不上。',
      en: 'A time of receipt contradicts what the witnesses saw.',
    },
  },
  'draw-bad': {
    looks: { zh: '样本重新抽过，一致', en: 'The sample, drawn again' },
    failed: {
      zh: '重新抽样的结果不一致：样本不是按规则抽的。',
      en: 'Drawn again, the sample is another: it was not drawn by the rule.',
    },
  },
  'score-bad': {
    looks: { zh: '得分重新算过，一致', en: 'The scores, computed again' },
    failed: { zh: '重新计算的得分不一致。', en: 'Computed again, a score is another.' },
  },
}

/** What the button of a pack says. */
export const packWords = {
  make: { zh: '证据包', en: 'Evidence pack' },
  begunBefore: {
    zh: '有 {n} 条记录开始于已经结束的日志，不在包里；要看它们，请要那本日志的副本。',
    en: 'Records that began in a log that has ended are not in the pack: {n}. Ask for a copy of that log to see them.',
  },
  making: { zh: '正在打包……', en: 'Packing …' },
  about: {
    zh: '打成证据包带走：离线可核验，个人信息不公开。网页一次最多 {most} 条，更多的在服务器上用 npx pitlamp pack',
    en: 'Evidence pack to carry away: checked offline, personal data withheld. A page packs {most} records at most; npx pitlamp pack on the server has no such limit',
  },
} as const satisfies Record<string, Words>

const notSealed = {
  zh: '日志还没有签名的检查点，暂时打不了包。过几秒再试。',
  en: 'The journal has no signed checkpoint yet, so there is nothing to pack. Try again in a few seconds.',
}
const common = {
  'not-sealed-yet': notSealed,
  'nothing-to-pack': { zh: '这个范围里没有封存的记录。', en: 'Nothing that was sealed lies in this range.' },
  'seal-broken': {
    zh: '数据库里的记录或日志被改动过，与封存的不一致，不能打包。请告诉纪检或系统管理员，并运行 npx pitlamp verify：它会指出在哪里。',
    en: 'A record or the journal was changed in the database and is not what was sealed, so no pack is made. Tell discipline inspection or the system administrator, and run npx pitlamp verify, which names where.',
  },
  'erased-without-notice': {
    zh: '有内容被删除却没有删除通知，不能打包。请运行 npx pitlamp verify。',
    en: 'Content was erased without a notice, so no pack is made. Run npx pitlamp verify.',
  },
  'journal-damaged': {
    zh: '日志有损坏，不能出证据包：请在服务器上运行 npx pitlamp verify，它会指出在哪里；并告诉纪检。',
    en: 'The journal is damaged, so no pack is made: run npx pitlamp verify, which names where, on the server, and tell discipline inspection.',
  },
} as const

/** A page's pack is made whole in memory: what is larger, the command writes piece by piece, and tells how far it is. */
const tooMany = (option: string) => ({
  zh: `共 {n} 条，网页一次最多打包 {most} 条。请缩小范围，或在服务器上运行 npx pitlamp pack 文件.zip ${option}：没有条数限制，并显示进度。`,
  en: `{n} records; a page packs {most} at most. Choose less, or run npx pitlamp pack FILE.zip ${option} on the server: it has no limit and tells how far it is.`,
})

/** Why no pack could be made. */
export const packRefusals: {
  readonly makeInspectionPack: RefusalWords<'evidence.makeInspectionPack'>
  readonly makePeriodPack: RefusalWords<'evidence.makePeriodPack'>
} = {
  makeInspectionPack: {
    ...common,
    'too-many-records': tooMany('--inspection ID'),
    'no-such-inspection': {
      zh: '没有这次检查，或不在您的范围内。',
      en: 'There is no such inspection, or it is not yours to see.',
    },
    'not-drawn': { zh: '先抽样，再打包。', en: 'Draw the sample first.' },
  },
  makePeriodPack: {
    ...common,
    'too-many-records': tooMany('--unit CODE --period 2026Q3'),
    'no-such-unit': {
      zh: '没有这个组织，或不在您的范围内。',
      en: 'There is no such unit, or it is not yours to see.',
    },
    'no-such-period': {
      zh: '考核期看不懂：请写成 2026Q3、2026H1 或 2026。',
      en: 'The period cannot be read: write 2026Q3, 2026H1 or 2026.',
    },
  },
}
