import type { Words } from '../../kit/web/say.ts'

/** How the dues of a month come about, for whoever pays and whoever collects. */
export const howSaid = {
  howRate: { zh: '{base} × {rate} = {due} 元', en: '{base} × {rate} = {due} yuan' },
  howMasked: { zh: '基数 × {rate} = {due} 元', en: 'base × {rate} = {due} yuan' },
  howFlat: { zh: '定额 {due} 元', en: 'A flat {due} yuan' },
  base: { zh: '月计费基数 {base} 元', en: 'Monthly base {base} yuan' },
  between: { zh: '{over} 元以上、{upTo} 元以下（含）的一档', en: 'bracket above {over} up to {upTo} yuan' },
  above: { zh: '{over} 元以上的一档', en: 'bracket above {over} yuan' },
  below: { zh: '{upTo} 元以下（含）的一档', en: 'bracket up to {upTo} yuan' },
  rounded: { zh: '四舍五入到角。', en: 'Rounded to a tenth of a yuan.' },
  rests: { zh: '依据：{source}（{clause}）', en: 'By: {source} ({clause})' },
} as const satisfies Record<string, Words>
