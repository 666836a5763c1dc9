import type { RefusalWords } from '../../kit/web/words.ts'

const noSuchMaterial = {
  'no-such-material': {
    zh: '没有这份资料，或不在您的范围内。',
    en: 'There is no such material, or it is not yours to read.',
  },
} as const

export const refusals: {
  readonly listMaterials: RefusalWords<'library.listMaterials'>
  readonly findMaterial: RefusalWords<'library.findMaterial'>
  readonly findFile: RefusalWords<'library.findFile'>
  readonly withdrawMaterial: RefusalWords<'library.withdrawMaterial'>
  readonly addMaterial: RefusalWords<'library.addMaterial'>
} = {
  listMaterials: {},
  findMaterial: noSuchMaterial,
  findFile: { ...noSuchMaterial, 'no-file': { zh: '这份资料没有附件。', en: 'This material has no file.' } },
  withdrawMaterial: {
    ...noSuchMaterial,
    'material-withdrawn': { zh: '这份资料已经撤下。', en: 'This material was withdrawn already.' },
  },
  addMaterial: {
    'no-such-unit': {
      zh: '没有这个组织，或不在您的范围内。',
      en: 'There is no such unit, or it is not yours.',
    },
    'nothing-to-read': { zh: '请写正文，或附一个文件。', en: 'Write a text, or add a file.' },
    'empty-file': {
      zh: '文件是空的，里面什么也没有。请另选一个，不超过 {megabytes} MB。',
      en: 'The file is empty. Choose another, of {megabytes} MB at most.',
    },
    'misnamed-file': {
      zh: '文件内容与文件名的后缀不符。请用原来的软件另存一份再传。',
      en: 'The file is not what its name says. Save it anew with the program it comes from.',
    },
    'file-too-large': {
      zh: '文件超过 {megabytes} MB。请压缩或拆开。',
      en: 'The file is larger than {megabytes} MB. Shrink or split it.',
    },
    'wrong-file-kind': {
      zh: '只收 PDF、Word（docx）、Excel（xlsx）、文本和图片（png、jpeg、webp）。请另存后再试。',
      en: 'Only PDF, Word (docx), Excel (xlsx), plain text and pictures (png, jpeg, webp) are taken. Save it as one of these.',
    },
    'damaged-file': {
      zh: '文件损坏或加了密，打不开。请重新导出。',
      en: 'The file is damaged or locked with a password. Export it anew.',
    },
    'file-with-macros': {
      zh: '文件里有宏或会自动运行的内容，不收。请另存为不含宏的文件。',
      en: 'The file holds macros or runs something by itself. Save it without.',
    },
    'classified-mark': {
      zh: '内容带有密级标志。涉密资料不得放在这里。',
      en: 'This bears a mark of secrecy. Classified material must not be kept here.',
    },
  },
}
