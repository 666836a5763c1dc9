import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { refusalWords } from './refusals.ts'

export const refusals: {
  readonly listMonths: RefusalWords<'dues.listMonths'>
  readonly findMine: RefusalWords<'dues.findMine'>
  readonly listOfPerson: RefusalWords<'dues.listOfPerson'>
  readonly recordPayment: RefusalWords<'dues.recordPayment'>
  readonly recordPayments: RefusalWords<'dues.recordPayments'>
  readonly correctPayment: RefusalWords<'dues.correctPayment'>
} = {
  listMonths: refusalWords,
  findMine: {},
  listOfPerson: refusalWords,
  recordPayment: refusalWords,
  recordPayments: refusalWords,
  correctPayment: refusalWords,
}

/** How a month of dues stands, or why nothing is due. */
export const howWords = {
  'no-base': {
    zh: '缺月计费基数，算不出应交。补登基数后自动算出。',
    en: 'There is no monthly base, so the amount cannot be computed. Record the base and it will be.',
  },
  'not-owed': {
    zh: '这个月不用交党费：不是党员，或还没到入党的月份。',
    en: 'No dues for this month: not a member, or not yet.',
  },
  elsewhere: { zh: '这个月在别的支部交。', en: 'Paid in another branch this month.' },
  done: { zh: '按时交清', en: 'Paid in time' },
  late: { zh: '交清，但在当月以后', en: 'Paid in full after the month' },
  missed: { zh: '没有交清', en: 'Not paid in full' },
  due: { zh: '当月还没交清', en: 'Still to be paid this month' },
  notApplicable: { zh: '不用交', en: 'Nothing due' },
} as const satisfies Record<string, Words>

export const words = {
  title: { zh: '党费', en: 'Dues' },
  person: { zh: '姓名', en: 'Name' },
  wholeYear: { zh: '全年', en: 'Year' },
  yearPaid: { zh: '全年实交', en: 'Paid in the year' },
  yearDue: { zh: '全年应交', en: 'Due in the year' },
  ofYear: { zh: '全年实交 {paid} 元，应交 {due} 元', en: '{paid} yuan paid of {due} due in the year' },
  sumDue: { zh: '应交合计', en: 'Due in all' },
  sumPaid: { zh: '实交合计', en: 'Paid in all' },
  sumSettled: { zh: '交清人数', en: 'Settled' },
  missing: { zh: '差 {yuan}', en: '{yuan} short' },
  more: { zh: '多 {yuan}', en: '{yuan} over' },
  recordedLate: { zh: '补录', en: 'recorded late' },
  noBase: { zh: '缺基数', en: 'no base' },
  whyOf: { zh: '{name} {month}：{state}', en: '{name}, {month}: {state}' },
  monthOf: { zh: '{name} · {month}', en: '{name} · {month}' },
  collect: { zh: '收党费', en: 'Collect dues' },
  month: { zh: '月份', en: 'Month' },
  open: { zh: '{month}还差 {n} 人，共 {yuan} 元。', en: '{n} still {n|owes|owe} {yuan} yuan for {month}.' },
  allPaid: { zh: '{month}已全部交清。', en: 'Everybody has paid for {month}.' },
  chooseAll: { zh: '选中这 {n} 人', en: 'Choose these {n}' },
  chooseNone: { zh: '全不选', en: 'Choose nobody' },
  choose: { zh: '选中 {name}', en: 'Choose {name}' },
  paidOn: { zh: '交纳日期', en: 'Paid on' },
  collectGo: { zh: '登记 {n} 人交清，共 {yuan} 元', en: 'Record {n} as paid, {yuan} yuan' },
  collected: { zh: '已登记 {n} 人，共 {yuan} 元。', en: '{n} recorded, {yuan} yuan.' },
  collectRule: {
    zh: '只登记本人已交到手的；不代扣、不垫交（党费规定）。',
    en: 'Record only what each has handed in; dues are neither deducted nor advanced (dues rules).',
  },
  payments: { zh: '交纳记录', en: 'Payments' },
  noPayments: { zh: '还没有交纳记录。', en: 'No payment yet.' },
  yuan: { zh: '{n} 元', en: '{n} yuan' },
  correct: { zh: '更正', en: 'Correct' },
  correctTitle: { zh: '更正这笔 {yuan} 元', en: 'Correct this payment of {yuan} yuan' },
  correctLead: {
    zh: '原来的金额会保留在下面，谁都能看到。登错了人或月份，更正为 0，再到对的地方登记。',
    en: 'The earlier amount stays to be seen. Wrong person or month: correct it to 0, then record it where it belongs.',
  },
  corrected: {
    zh: '{day} 更正：{from} → {to} 元，{reason}',
    en: 'Corrected {day}: {from} → {to} yuan, {reason}',
  },
  reason: { zh: '更正原因', en: 'Why' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  notYuan: { zh: '请填金额，如 40 或 40.50。', en: 'Give an amount such as 40 or 40.50.' },
  record: { zh: '登记一笔', en: 'Record a payment' },
  recorded: { zh: '已登记。', en: 'Recorded.' },
  baseMasked: {
    zh: '基数是敏感信息，这里不显示；需要时在本人页面说明理由查看。',
    en: 'The base is masked here; it can be seen on the person’s page for a reason.',
  },
  toPerson: { zh: '打开本人页面', en: 'Open the person’s page' },
  emptyTitle: { zh: '这一年这个支部没有党员', en: 'This branch has no members this year' },
  empty: {
    zh: '名册里有了党员，这里就按每人的基数算出每月应交，旁边记实交。',
    en: 'Once the roster has members, what each owes a month is computed here from the base, beside what was paid.',
  },
  caption: { zh: '{branch} {year}年党费', en: 'Dues of {branch}, {year}' },
} as const satisfies Record<string, Words>
