import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { WARNINGS } from '../rules/warnings.ts'
import type { Ledger } from '../rules.ts'

const noSuchImport: Words = {
  zh: '这次导入已不在（提交、取消或满 24 小时后即删除）。请重新选文件。',
  en: 'This import is gone: it is deleted after commit, cancel or 24 hours. Choose the file again.',
}
const ended: Words = {
  zh: '这次导入已经结束。请重新选文件。',
  en: 'This import has ended. Choose the file again.',
}

export const refusals: {
  readonly preview: RefusalWords<'ledger.preview'>
  readonly findPreview: RefusalWords<'ledger.findPreview'>
  readonly findRows: RefusalWords<'ledger.findRows'>
  readonly listImports: RefusalWords<'ledger.listImports'>
  readonly findProgress: RefusalWords<'ledger.findProgress'>
  readonly commit: RefusalWords<'ledger.commit'>
  readonly cancel: RefusalWords<'ledger.cancel'>
  readonly findRefused: RefusalWords<'ledger.findRefused'>
  readonly export: RefusalWords<'ledger.export'>
  readonly exportUnmasked: RefusalWords<'ledger.exportUnmasked'>
  readonly loadDemo: RefusalWords<'ledger.loadDemo'>
} = {
  listImports: {},
  preview: {
    'not-a-workbook': {
      zh: '这不是 Excel 工作簿。请选 .xlsx 文件。',
      en: 'This is no Excel workbook. Choose an .xlsx file.',
    },
    'old-workbook': {
      zh: '这是旧格式（.xls）。请在 Excel 或 WPS 中另存为 .xlsx。',
      en: 'This is the old format (.xls). Save it as .xlsx in Excel or WPS.',
    },
    'macro-workbook': {
      zh: '文件带宏。请另存为不带宏的 .xlsx。',
      en: 'The file holds macros. Save it as .xlsx without them.',
    },
    'encrypted-workbook': {
      zh: '文件设了密码。请去掉密码另存一份。',
      en: 'The file is locked with a password. Save a copy without it.',
    },
    'too-large-packed': {
      zh: '文件超过 20 MB。请拆成几份。',
      en: 'The file is larger than 20 MB. Split it.',
    },
    'too-large-unpacked': {
      zh: '内容展开后超过 200 MB。请删去图片和多余的表，或拆成几份。',
      en: 'Unpacked it is larger than 200 MB. Remove pictures and spare sheets, or split it.',
    },
    'zip-ratio': {
      zh: '文件压缩得异常（超过 100 倍）。请在 Excel 中重新另存。',
      en: 'The file is packed abnormally (over 100 times). Save it anew in Excel.',
    },
    'too-many-rows': {
      zh: '有的表超过 20 万行。请拆开。',
      en: 'A sheet has more than 200,000 rows. Split it.',
    },
    'too-many-parts': {
      zh: '工作簿的部件太多。请只留台账。',
      en: 'The workbook has too many parts. Keep the ledgers only.',
    },
    'too-much-memory': {
      zh: '工作簿太大，读取所需内存超过 256 MB。请拆成几份。',
      en: 'The workbook needs over 256 MB of memory to read. Split it.',
    },
    'damaged-workbook': {
      zh: '文件已损坏，读不出来。请用 Excel 打开后另存一份。',
      en: 'The file is damaged and cannot be read. Open it in Excel and save a copy.',
    },
    'too-slow': {
      zh: '文件太复杂，10 秒内读不完。请拆成几份。',
      en: 'The file is too complex to read within 10 seconds. Split it.',
    },
    'no-ledger-sheets': {
      zh: '没有认出台账。表名或表头要与九本台账之一相同。',
      en: 'No ledger was recognised. A sheet’s name or header must be that of one of the nine ledgers.',
    },
  },
  findPreview: { 'no-such-import': noSuchImport },
  findRows: { 'no-such-import': noSuchImport, 'import-ended': ended },
  findProgress: { 'no-such-import': noSuchImport },
  commit: {
    'no-such-import': noSuchImport,
    'import-ended': ended,
    'cancelled-meanwhile': { zh: '已停止，什么都没有导入。', en: 'Stopped; nothing was brought in.' },
    'warning-not-accepted': {
      zh: '预览之后记录有了变化，这次导入多了要看清的事，什么都没有导入。请换一个文件，再选一次。',
      en: 'Records have changed since the preview and there is more to look at; nothing was brought in. Choose the file again.',
    },
  },
  cancel: { 'no-such-import': noSuchImport, 'import-ended': ended },
  findRefused: {
    'no-such-import': noSuchImport,
    'import-ended': ended,
    'nothing-refused': { zh: '没有被退回的行。', en: 'No row was refused.' },
  },
  export: {},
  exportUnmasked: {
    'unmasking-off': {
      zh: '安全管理员和审计管理员到位之前，不能导出身份号码。',
      en: 'ID numbers stay masked until the security and the audit administrator have taken office.',
    },
  },
  loadDemo: {
    'mine-has-records': {
      zh: '本矿已有记录，不能再载入演示数据。',
      en: 'This mine has records; the demo can only fill an empty one.',
    },
  },
}

/** The nine ledgers in both languages, by their Chinese names. */
export const ledgerWords: Readonly<Record<string, Words>> = {
  组织机构: { zh: '组织机构', en: 'Organisation 组织机构' },
  党员名册: { zh: '党员名册', en: 'Roster 党员名册' },
  会议记录: { zh: '会议记录', en: 'Meetings 会议记录' },
  党费台账: { zh: '党费台账', en: 'Dues 党费台账' },
  发展党员: { zh: '发展党员', en: 'Admissions 发展党员' },
  年度任务: { zh: '年度任务', en: 'Targets 年度任务' },
  学习计划: { zh: '学习计划', en: 'Study plan 学习计划' },
  考核细则: { zh: '考核细则', en: 'Scheme 考核细则' },
  考核等次: { zh: '考核等次', en: 'Grades 考核等次' },
}

/** What a running commit is at. */
export const phaseWords: Readonly<Record<Ledger | 'reading', Words>> = {
  reading: { zh: '正在读取', en: 'Reading' },
  org: { zh: '组织机构', en: 'Organisation' },
  roster: { zh: '党员名册', en: 'Roster' },
  meetings: { zh: '会议记录', en: 'Meetings' },
  dues: { zh: '党费台账', en: 'Dues' },
  joining: { zh: '发展党员', en: 'Admissions' },
  targets: { zh: '年度任务', en: 'Targets' },
  study: { zh: '学习计划', en: 'Study plan' },
  scheme: { zh: '考核细则', en: 'Scheme' },
  grades: { zh: '考核等次', en: 'Grades' },
}

/** Why a row was passed over. */
export const skipWords: Readonly<Record<string, Words>> = {
  blank: { zh: '空行', en: 'blank' },
  sum: { zh: '合计行', en: 'a sum' },
  note: { zh: '说明行', en: 'a note' },
}

/** Why a scheme is refused (A6). */
export const lintWords: Readonly<Record<string, Words>> = {
  'too-many-items': { zh: '考核项超过 30 项', en: 'more than 30 items' },
  'unknown-fact': { zh: '没有这个数据项', en: 'there is no such fact' },
  'forbidden-subject': {
    zh: '考核了不许考核的内容（登录、时长、点赞、打卡、拍照、定位、个人排名等）',
    en: 'judges what must not be judged (log-ins, screen time, likes, check-ins, photos, location, ranks of people …)',
  },
}

/** What an import would do that is rarely meant. */
export const warningWords: Readonly<Record<(typeof WARNINGS)[number], Words>> = {
  'second-root': {
    zh: '会多出 {n} 个没有上级的组织：{names}。最高组织不止一个时，只管其中一个的工作人员看不到另一个，也不能再导入导出。',
    en: '{n} {n|unit|units} would stand at the top beside others: {names}. With more than one top unit, staff of one cannot see the other, and can no longer import or export.',
  },
  'out-of-reach': {
    zh: '{n} 个组织会移出您的管辖：{names}。导入后您看不到它们，也改不回来。',
    en: '{n} {n|unit|units} would leave your reach: {names}. After the import you cannot see them, nor change them back.',
  },
  renamed: {
    zh: '{n} 人的姓名会变。编号相同、姓名不同的，可能是另一个人；请在“更改的内容”中逐个核对。',
    en: '{n} {n|person|people} would get another name. The same number under another name may be another person; check each under “What would change”.',
  },
}

export const words = {
  title: { zh: '导入与导出', en: 'Import and export' },
  lead: {
    zh: '把一年的 Excel 台账搬进来。先看清会新增、更改、退回什么，再提交。',
    en: 'Bring in the year’s Excel ledgers. See first what would be added, changed and refused; then commit.',
  },
  choose: { zh: '选择台账文件', en: 'Choose the ledger file' },
  chooseHint: {
    zh: '一个 .xlsx 文件，20 MB 以内；也可以拖到这里。',
    en: 'One .xlsx file up to 20 MB; or drop it here.',
  },
  reading: { zh: '正在读取 {name}', en: 'Reading {name}' },
  unreadable: {
    zh: '读不到这个文件。请确认没有被移走，再选一次。',
    en: 'The file cannot be read. See that it was not moved, and choose it again.',
  },
  tooLarge: { zh: '文件超过 20 MB。请拆成几份。', en: 'The file is larger than 20 MB. Split it.' },
  previewOf: { zh: '{name} 的预览', en: 'Preview of {name}' },
  previewLead: { zh: '还没有改动任何数据。', en: 'Nothing has been changed yet.' },
  ledger: { zh: '台账', en: 'Ledger' },
  sheet: { zh: '工作表', en: 'Sheet' },
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '更改', en: 'Changed' },
  same: { zh: '不变', en: 'Same' },
  refused: { zh: '退回', en: 'Refused' },
  conflicts: { zh: '冲突', en: 'Conflicts' },
  sum: { zh: '合计', en: 'Sum' },
  noSheet: { zh: '没有这张表', en: 'no such sheet' },
  errorsTitle: { zh: '退回的行', en: 'Refused rows' },
  errorsLead: {
    zh: '这些行有错，不会导入；其余的行照常导入。改好后再导一次即可，已导入的不会重复。',
    en: 'These rows have errors and stay out; the others come in. Mend them and import again: nothing is doubled.',
  },
  errorsCount: { zh: '{rows} 行，{n} 处错误', en: '{rows} {rows|row|rows}, {n} {n|error|errors}' },
  errorsShown: { zh: '先列 {n} 处，共 {all} 处。', en: 'The first {n} of {all} are shown.' },
  download: { zh: '下载退回的行', en: 'Download the refused rows' },
  downloadHint: {
    zh: '一个工作簿，每行附原因。提交后即删除，请先下载。',
    en: 'A workbook with the reason beside each row. It is deleted on commit; download it first.',
  },
  warningsTitle: { zh: '导入前请先看清', en: 'Look at this before importing' },
  andMore: { zh: '等', en: ', …' },
  accept: { zh: '已核对，照此导入', en: 'Checked; import it so' },
  acceptFirst: { zh: '先勾选上面各项，才能导入。', en: 'Tick the points above before importing.' },
  changesTitle: { zh: '更改的内容', en: 'What would change' },
  changesLead: {
    zh: '左边是系统里现在的内容，右边是导入后的内容。身份号码、电话和计费基数不显示全。',
    en: 'What stands here now, and what would stand here after the import. ID and phone numbers and dues bases are masked.',
  },
  changesOf: { zh: '{sheet} · {n} 行', en: '{sheet} · {n} {n|row|rows}' },
  changesShown: { zh: '先列 {n} 行，共 {all} 行。', en: 'The first {n} of {all} rows are shown.' },
  before: { zh: '现在', en: 'Now' },
  after: { zh: '导入后', en: 'After the import' },
  nothingThere: { zh: '空', en: 'empty' },
  who: { zh: '名称', en: 'Name' },
  value: { zh: '内容', en: 'Content' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  says: { zh: '原因', en: 'Why' },
  conflictsTitle: { zh: '冲突的行', en: 'Conflicts' },
  conflictsLead: {
    zh: '这些记录导入后在系统里改过或签过，以系统为准，不会被覆盖。',
    en: 'These records were changed or signed here since; they stay as they are here.',
  },
  key: { zh: '编号', en: 'Key' },
  lintTitle: { zh: '考核细则不能采用', en: 'The scheme cannot be taken' },
  lintItem: { zh: '第 {no} 项：{why}', en: 'Item {no}: {why}' },
  passedTitle: { zh: '跳过的行、列、表', en: 'Rows, columns and sheets passed over' },
  passedSheets: { zh: '不是台账的表：{list}', en: 'Sheets that are no ledger: {list}' },
  passedColumns: { zh: '不认识的列：{list}', en: 'Unknown columns: {list}' },
  passedRows: { zh: '跳过的行：{list}', en: 'Rows passed over: {list}' },
  commit: { zh: '导入 {n} 行', en: 'Import {n} {n|row|rows}' },
  nothing: { zh: '没有要导入的行', en: 'Nothing to import' },
  another: { zh: '换一个文件', en: 'Another file' },
  committing: { zh: '正在导入', en: 'Importing' },
  progress: { zh: '{phase} {done}/{total}', en: '{phase} {done} of {total}' },
  stop: { zh: '停止', en: 'Stop' },
  stopping: { zh: '正在停止', en: 'Stopping' },
  done: {
    zh: '已导入：新增 {added} 行，更改 {changed} 行。',
    en: 'Imported: {added} added, {changed} changed.',
  },
  toOverview: { zh: '看总览', en: 'See the overview' },
  toScores: { zh: '看考核', en: 'See the scores' },
  export: { zh: '导出台账', en: 'Export the ledgers' },
  exportLead: {
    zh: '与导入同样的九张表，可再导入；不含身份号码。',
    en: 'The same nine sheets, ready to be imported again; without ID numbers.',
  },
  exportUnmasked: { zh: '含身份号码导出', en: 'Export with ID numbers' },
  exportReason: { zh: '导出原因', en: 'Reason' },
  exportReasonHint: {
    zh: '谁在何时为何导出，会封存在日志里。',
    en: 'Who exported, when and why is sealed in the journal.',
  },
  startTitle: { zh: '从哪里开始', en: 'How to start' },
  startLead: {
    zh: '台账进来之后，就有总览、年度条和分数。',
    en: 'Once ledgers are in, there are an overview, year strips and scores.',
  },
  startImport: { zh: '导入我的台账', en: 'Import my ledgers' },
  startImportLead: {
    zh: '把今年的 Excel 台账搬进来，几秒钟。先预览，有错的行退回，其余不误。',
    en: 'Bring in this year’s Excel ledgers in seconds. Preview first; faulty rows come back, the rest goes in.',
  },
  startDemo: { zh: '载入演示矿', en: 'Load the demo mine' },
  startDemoLead: {
    zh: '30 个支部、约 1000 人、九个月的记录，都是虚构的；每页标明“演示”。',
    en: '30 branches, about 1,000 people, nine months of records, all invented; every page says so.',
  },
  loadingDemo: { zh: '正在建立演示矿，约需 20 秒', en: 'Building the demo mine; about 20 seconds' },
  signIns: { zh: '演示用的登录名和密码', en: 'Sign-ins of the demo' },
  signInsLead: {
    zh: '只显示这一次，请打印或抄下。',
    en: 'Shown only this once: print them or copy them down.',
  },
  role: { zh: '职务', en: 'Office' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '组织', en: 'Unit' },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
} as const satisfies Record<string, Words>
