import type { Words } from '../../kit/web/say.ts'
import type { StepName } from '../rules/proof.ts'

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
  verified: {
    zh: '验证通过：五步都由这台电脑自己算出，没有采信服务器的结论。',
    en: 'Verified: this computer computed all five steps itself and took no conclusion from the server.',
  },
  notVerified: {
    zh: '验证没有通过。请保存本页，告诉纪检或系统管理员；下面标 ✗ 的一步说明哪里不对。',
    en: 'Not verified. Keep this page and tell discipline inspection or the system administrator; the step marked ✗ says what is wrong.',
  },
  save: { zh: '保存证明文件', en: 'Save the proof as a file' },
  saveAbout: {
    zh: '文件里有这一条、到树根的路和签名（C2SP tlog-proof），别家的工具也能验证。',
    en: 'The file holds the entry, its way to the root and the signatures (C2SP tlog-proof); tools of others check it too.',
  },
  openContent: { zh: '逐项核对内容', en: 'Check the content' },
  contentGood: {
    zh: '内容核对一致：{n} 项由这台电脑逐项重算，都是封存时的内容。',
    en: 'The content agrees: this computer recomputed {n} {n|field|fields}, all as they were sealed.',
  },
  contentBad: {
    zh: '内容核对不一致：{n} 项不是封存时的内容（标 ✗）。请保存本页，告诉纪检或系统管理员。',
    en: 'The content does not agree: {n} {n|field is|fields are} not as sealed (marked ✗). Keep this page and tell discipline inspection or the system administrator.',
  },
  contentWithheld: {
    zh: '敏感内容没有取来，只留承诺：{names}。',
    en: 'Sensitive content was not fetched; its commitments remain: {names}.',
  },
  contentNewer: {
    zh: '刚有新的一版，这一版的内容已不是现在的内容。请刷新后核对。',
    en: 'There is a newer revision now. Reload, then check.',
  },
  field: { zh: '字段', en: 'Field' },
  value: { zh: '现在的内容', en: 'As it stands' },
  whatItProves: {
    zh: '它证明这一版封存之后没有被改动、没有被抽走；不能证明当初写的是真的。',
    en: 'It proves that this revision was neither changed nor removed since it was sealed, not that what was written is true.',
  },
} as const satisfies Record<string, Words>
