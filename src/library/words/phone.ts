import type { Words } from '../../kit/web/say.ts'

export const words = {
  material: { zh: '材料', en: 'Material' },
  from: { zh: '{org}，{at}放上', en: '{org}, added {at}' },
  withdrawn: { zh: '这份材料已撤下，不用再看。', en: 'This was withdrawn and need not be read.' },
  save: { zh: '保存文件：{name}（{size}）', en: 'Save the file: {name} ({size})' },
} as const satisfies Record<string, Words>
