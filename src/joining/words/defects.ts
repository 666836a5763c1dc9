import type { DefectClause } from '../rules.ts'

type Said = { readonly zh: string; readonly en: string }

const DEFECTS = {
  J1: { zh: '步骤次序颠倒', en: 'a step dated before an earlier one' },
  J2: { zh: '申请后一个月内没有谈话', en: 'no talk within a month of the application' },
  J3: { zh: '确定积极分子不满一年就确定发展对象', en: 'candidate less than a year after activist' },
  J4: { zh: '培养联系人应为 1 至 2 人', en: 'mentors must be one or two' },
  J5: { zh: '入党介绍人应为 2 人', en: 'sponsors must be two' },
  J6: { zh: '集中培训不足 24 学时', en: 'training of fewer than 24 hours' },
  J7: { zh: '接收大会到会没有超过半数', en: 'acceptance meeting without more than half present' },
  J8: { zh: '接收大会赞成没有超过半数', en: 'acceptance without more than half in favour' },
  J9: { zh: '接收后三个月内没有审批', en: 'no approval within three months of acceptance' },
  J10: { zh: '接收后不满一年就转正', en: 'conversion less than a year after acceptance' },
  J11: { zh: '申请时不满 18 岁', en: 'applied before the age of 18' },
  J12: {
    zh: '转正大会到会或赞成没有超过半数',
    en: 'conversion without more than half present or in favour',
  },
  J13: { zh: '转正大会后三个月内没有审批', en: 'no approval within three months of conversion' },
} satisfies Record<DefectClause, Said>

/** What each defect of an admission is, by its clause (J1–J13). */
export const defectWords: Readonly<Record<string, Said>> = DEFECTS
