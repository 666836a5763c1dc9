import type { Words } from '../../kit/web/say.ts'
import type { StepName } from '../rules/proof.ts'
import type { Verdict } from '../rules/verdict.ts'

type Told = { readonly title: Words; readonly good: Words; readonly bad: Words }

/** What each step of the check in the browser means, when it holds and when it does not. */
export const stepWords: Readonly<Record<StepName | 'key', Told>> = {
  record: {
    title: { zh: '取来的就是这条记录', en: 'What was fetched is this record' },
    good: {
      zh: '日志条目共 {bytes} 字节，写明是这条记录的第 {rev} 版。',
      en: 'The journal’s entry, {bytes} bytes, names this record and revision {rev}.',
    },
    bad: {
      zh: '日志条目写的不是这条记录的第 {rev} 版，或字节已不完整。',
      en: 'The journal’s entry does not name revision {rev} of this record, or its bytes are damaged.',
    },
  },
  seal: {
    title: { zh: '指纹重新算过，一致', en: 'The seal, computed anew' },
    good: {
      zh: '用这些字节重新算出的指纹是 {hash}，与页面上显示的一致。',
      en: 'The seal computed from these bytes is {hash}, the one shown on the page.',
    },
    bad: {
      zh: '重新算出的指纹是 {hash}，与页面上显示的不一致：内容或指纹被改动过。',
      en: 'The seal computed from these bytes is {hash}, not the one shown: content or seal was changed.',
    },
  },
  place: {
    title: { zh: '它在日志里', en: 'It stands in the journal' },
    good: {
      zh: '从它出发用 {steps} 个中间值算到树根 {root}：它是 {size} 条里的第 {index} 条。',
      en: 'With {steps} nodes the way from it leads to the root {root}: it is entry {index} of {size}.',
    },
    bad: {
      zh: '从它出发算不到签名的树根：它不是这本日志的第 {index} 条。',
      en: 'The way from it does not lead to the signed root: it is not entry {index} of this journal.',
    },
  },
  signature: {
    title: { zh: '树根有签名', en: 'The root is signed' },
    good: {
      zh: '日志 {log} 的密钥签了这个树根和条数，签名成立（Ed25519）。',
      en: 'The key of the log {log} signed this root and this number of entries; the signature holds (Ed25519).',
    },
    bad: {
      zh: '签名不成立，或不是这本日志签的。',
      en: 'The signature does not hold, or is not of this journal.',
    },
  },
  key: {
    title: { zh: '密钥没有换过', en: 'The key is the same' },
    good: {
      zh: '与这台浏览器第一次见到的日志密钥相同。',
      en: 'It is the key of the log that this browser met first.',
    },
    bad: {
      zh: '与这台浏览器第一次见到的日志密钥不同。请问系统管理员是否换过。',
      en: 'It is not the key this browser met first. Ask the system administrator whether it was replaced.',
    },
  },
}

export const words = {
  verify: { zh: '在本机验证', en: 'Verify on this computer' },
  hideProof: { zh: '收起验证', en: 'Hide the check' },
  stepGood: { zh: '成立', en: 'holds' },
  stepBad: { zh: '不成立', en: 'does not hold' },
  save: { zh: '保存证明文件', en: 'Save the proof as a file' },
  saveAbout: {
    zh: '文件里有这一条、到树根的路和签名（C2SP tlog-proof），别家的工具也能验证。',
    en: 'The file holds the entry, its way to the root and the signatures (C2SP tlog-proof); tools of others check it too.',
  },
  content: { zh: '现在的内容', en: 'What stands there now' },
  asSealed: { zh: '封存的原样', en: 'As it was sealed' },
  contentMissing: {
    zh: '封存过、现在却没有取到的项：{names}。',
    en: 'Sealed, but not there now: {names}.',
  },
  contentWithheld: {
    zh: '敏感内容没有取来，只留承诺：{names}。',
    en: 'Sensitive content was not fetched; its commitments remain: {names}.',
  },
  erasedAt: { zh: '日志第 {n} 条是删除通知。', en: 'Entry {n} of the journal is the notice of erasure.' },
} as const satisfies Record<string, Words>

const KEEP = {
  zh: '请保存本页，告诉纪检或系统管理员',
  en: 'Keep this page and tell discipline inspection or the system administrator',
} as const

/** The one sentence on a record after its seal and its present content were checked; it claims what was checked and no more. */
export const verdictWords = {
  agrees: {
    zh: '验证通过：封存成立，现在的 {n} 项内容都是封存时的内容。全部由这台电脑自己算出，没有采信服务器的结论。',
    en: 'Verified: the seal holds, and all {n} {n|field|fields} now there are as they were sealed. This computer computed everything itself and took no conclusion from the server.',
  },
  agreesInPart: {
    zh: '验证通过：封存成立，取来的 {n} 项内容都是封存时的内容；另有 {m} 项敏感内容没有核对。全部由这台电脑自己算出，没有采信服务器的结论。',
    en: 'Verified: the seal holds, and the {n} {n|field|fields} fetched are as they were sealed; {m} sensitive {m|field was|fields were} not checked. This computer computed everything itself and took no conclusion from the server.',
  },
  earlier: {
    zh: '这一版的封存成立。内容只能拿最新一版来核对：请在最上面的一版验证。',
    en: 'The seal of this revision holds. Only the latest revision’s content can be compared: verify the one at the top.',
  },
  newer: {
    zh: '这一版的封存成立。刚有新的一版，内容没有核对：请刷新后再验证。',
    en: 'The seal of this revision holds. There is a newer one now, so the content was not compared: reload, then verify.',
  },
  closed: {
    zh: '封存成立；内容没有核对：这类记录不在这里打开，或不在您的职务范围内。',
    en: 'The seal holds; the content was not compared: such a record is not opened here, or not to your office.',
  },
  erased: {
    zh: '封存成立；内容已按规定删除，没有现在的内容可以核对。',
    en: 'The seal holds; the content was erased by rule, so nothing stands now to compare.',
  },
  sealBad: {
    zh: `验证没有通过：封存不成立，下面标 ✗ 的一步说明哪里不对。${KEEP.zh}。`,
    en: `Not verified: the seal does not hold; the step marked ✗ says what is wrong. ${KEEP.en}.`,
  },
  contentBad: {
    zh: `验证没有通过：封存成立，但现在有 {bad} 项内容不是封存时的内容（标 ✗）。${KEEP.zh}。`,
    en: `Not verified: the seal holds, but {bad} {bad|field is|fields are} not as sealed (marked ✗). ${KEEP.en}.`,
  },
  gone: {
    zh: `验证没有通过：封存成立，但这条记录已从数据库里消失，也没有删除通知。${KEEP.zh}。`,
    en: `Not verified: the seal holds, but the record has vanished from the database, and no notice of erasure says why. ${KEEP.en}.`,
  },
  broken: {
    zh: `验证没有通过：这一条在数据库里被改动过，内容打不开。${KEEP.zh}。`,
    en: `Not verified: this entry was changed in the database, and its content does not open. ${KEEP.en}.`,
  },
  unnoticed: {
    zh: `验证没有通过：内容打不开了，日志里却没有删除通知。${KEEP.zh}。`,
    en: `Not verified: the content can no longer be opened, yet the journal has no notice of erasure. ${KEEP.en}.`,
  },
} as const satisfies Record<Verdict, Words>

export const notTrue: Words = {
  zh: '封存成立，说明这一版写进日志以后没有改动；不能证明当初写的是真的。',
  en: 'A seal that holds shows that this revision was not changed since it was written to the journal, not that what was written is true.',
}
