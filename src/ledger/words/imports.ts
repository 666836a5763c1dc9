import type { Words } from '../../kit/web/say.ts'

export const stateWords: Readonly<Record<'previewed' | 'committed' | 'cancelled' | 'expired', Words>> = {
  previewed: { zh: '已预览，未导入', en: 'Previewed, not imported' },
  committed: { zh: '已导入', en: 'Imported' },
  cancelled: { zh: '已放弃', en: 'Given up' },
  expired: { zh: '超过一天，已清除', en: 'Cleared after a day' },
}

export const words = {
  past: { zh: '以往的导入', en: 'Past imports' },
  none: {
    zh: '还没有导入过。选一个台账工作簿，先看预览，再决定导入；每次导入都会列在这里。',
    en: 'Nothing was imported yet. Choose a ledger workbook, look at the preview, then decide; every import will be listed here.',
  },
  file: { zh: '文件', en: 'File' },
  at: { zh: '时间', en: 'Time' },
  by: { zh: '经手人', en: 'By' },
  state: { zh: '状态', en: 'State' },
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '更改', en: 'Changed' },
  refused: { zh: '退回', en: 'Refused' },
  goOn: { zh: '继续', en: 'Go on' },
} as const satisfies Record<string, Words>
