/** What a row error means, in a sentence behind the column's name. */
export const errorWords = {
  required: { zh: '必填，不能为空', en: 'must be filled in' },
  unreadable: { zh: '看不懂，不是这一列该填的内容', en: 'cannot be read as what this column holds' },
  'out-of-range': {
    zh: '不可能的值，如不存在的日期、负数、人数不是整数',
    en: 'is impossible: no such date, below zero, or people in fractions',
  },
  'bad-id-number': {
    zh: '应为18位，校验码要对，并与出生日期一致',
    en: 'is no valid ID number: 18 characters, right check digit, same birth date',
  },
  duplicate: { zh: '与前面的行重复', en: 'repeats an earlier row' },
  cycle: { zh: '上级组织绕回了自己', en: 'leads back to the organisation itself' },
  'unknown-ref': {
    zh: '找不到对应的组织、人员或会议，或对应的行有错误',
    en: 'names an organisation, person or meeting that is missing or was refused',
  },
} as const

/** A code that a row error may have. */
export type RowErrorCode = keyof typeof errorWords

/** Headings of the two columns that refused rows come back with. */
export const refusedWords = {
  row: { zh: '原行号', en: 'Row in the file' },
  reason: { zh: '未导入原因', en: 'Why it was not imported' },
} as const
