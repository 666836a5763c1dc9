import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

export const refusals: {
  readonly findHistory: RefusalWords<'journal.findHistory'>
  readonly listEntries: RefusalWords<'journal.listEntries'>
  readonly findProof: RefusalWords<'journal.findProof'>
  readonly findOpening: RefusalWords<'journal.findOpening'>
  readonly findWhen: RefusalWords<'journal.findWhen'>
  readonly listWitnesses: RefusalWords<'journal.listWitnesses'>
  readonly addWitness: RefusalWords<'journal.addWitness'>
  readonly endWitness: RefusalWords<'journal.endWitness'>
  readonly setQuorum: RefusalWords<'journal.setQuorum'>
  readonly addReason: RefusalWords<'evidence.addReason'>
  readonly findConsistency: RefusalWords<'journal.findConsistency'>
} = {
  listEntries: {
    'no-such-unit': {
      zh: '没有这个组织，或不在您的范围内。',
      en: 'There is no such unit, or it is not yours to see.',
    },
  },
  findProof: {
    'no-such-record': { zh: '日志里没有这一条。', en: 'The journal has no such entry.' },
    'not-sealed-yet': {
      zh: '这一条刚刚写入，还没有签名的检查点覆盖它。过几秒再验证。',
      en: 'This entry was just written; no signed checkpoint covers it yet. Verify in a few seconds.',
    },
    'ended-log': {
      zh: '这一条在已结束的旧日志里；旧日志由管理员用 pitlamp verify 整体核对。',
      en: 'This entry stands in a log that ended; pitlamp verify checks that log as a whole.',
    },
  },
  listWitnesses: {},
  addWitness: {
    'bad-verifier-key': {
      zh: '这不是见证的验证公钥。请原样粘贴见证程序启动时显示的那一行。',
      en: 'This is no key of a witness. Paste the line the witness shows when it starts, as it is.',
    },
    'bad-address': {
      zh: '地址须以 http:// 或 https:// 开头，不带账号和参数。',
      en: 'The address begins with http:// or https:// and carries no account and no query.',
    },
    'witness-known': {
      zh: '已经登记过这个见证（公钥或名称相同）。',
      en: 'This witness is entered already, by its key or by its name.',
    },
  },
  endWitness: {
    'no-such-witness': { zh: '没有这个见证，或已停用。', en: 'There is no such witness, or it has ended.' },
    'quorum-needs-it': {
      zh: '停用后见证数不够规定的数目。请先改“需要几个见证”。',
      en: 'Without it fewer would be left than are needed. Change how many are needed first.',
    },
  },
  setQuorum: {
    'too-few-witnesses': {
      zh: '登记的见证没有这么多。',
      en: 'There are not so many witnesses.',
    },
  },
  findConsistency: {
    'not-sealed-yet': {
      zh: '日志还没有签名的检查点。',
      en: 'The journal has no signed checkpoint yet.',
    },
  },
  findOpening: {
    'no-such-record': { zh: '日志里没有这条记录。', en: 'The journal has no such record.' },
    'record-gone': {
      zh: '这条记录已从数据库里消失，也没有删除通知。请保存本页，告诉纪检或系统管理员。',
      en: 'This record has vanished from the database, and no notice of erasure says why. Keep this page and tell discipline inspection or the system administrator.',
    },
    'not-opened': {
      zh: '这类记录的内容不在这里逐项打开：其中有个人敏感信息或文件。',
      en: 'The content of such a record is not opened here: it holds sensitive data or files.',
    },
    erased: {
      zh: '内容已按规定删除，钥匙也已销毁；封存只证明曾有这一条。',
      en: 'The content was erased by rule and its key destroyed; the seal still says that it was there.',
    },
    'erased-without-notice': {
      zh: '这条记录的内容打不开了，日志里却没有删除通知。请保存本页，告诉纪检或系统管理员。',
      en: 'The content of this record can no longer be opened, yet the journal has no notice of erasure. Keep this page and tell discipline inspection or the system administrator.',
    },
    'seal-broken': {
      zh: '这一条在数据库里被改动过，打不开。请保存本页，告诉纪检或系统管理员。',
      en: 'This entry was changed in the database and does not open. Keep this page and tell discipline inspection or the system administrator.',
    },
  },
  addReason: {
    'no-such-record': { zh: '日志里没有这条记录。', en: 'The journal has no such record.' },
    'not-late': {
      zh: '这条记录不晚，不需要说明。',
      en: 'This record is not late; it needs no reason.',
    },
  },
  findWhen: {
    'no-such-record': { zh: '日志里没有这条记录。', en: 'The journal has no such record.' },
  },
  findHistory: {
    'no-such-record': { zh: '这条记录还没有封存历史。', en: 'This record has no sealed history yet.' },
  },
}

/** What an entry of the journal says was done, by its kind. */
export const entryWords: Readonly<Record<string, Words>> = {
  'journal.restore': { zh: '恢复备份后重新封存', en: 'Sealed anew after a restore' },
  'ledger.commit': { zh: '从台账导入', en: 'Imported from a ledger' },
  'ledger.loadDemo': { zh: '演示数据', en: 'Demo data' },
  'access.makeMine': { zh: '新建日志', en: 'Began the journal' },
  'access.setUp': { zh: '启用', en: 'Set up' },
  'access.takeOffice': { zh: '接任', en: 'Took office' },
  'access.changePassword': { zh: '修改密码', en: 'Password changed' },
  'access.confirmTotp': { zh: '启用动态口令', en: 'Authenticator confirmed' },
  'access.makeAccounts': { zh: '开通账号', en: 'Account made' },
  'access.makeStaffAccount': { zh: '开通机关账号', en: 'Staff account made' },
  'access.resetAccount': { zh: '重置账号', en: 'Account reset' },
  'access.giveOffice': { zh: '授予职务', en: 'Office given' },
  'access.endOffice': { zh: '结束职务', en: 'Office ended' },
  'access.disableAccount': { zh: '停用账号', en: 'Account disabled' },
  'access.enableAccount': { zh: '启用账号', en: 'Account enabled' },
  'access.makeFeed': { zh: '开通日历订阅', en: 'Calendar address made' },
  'access.endFeed': { zh: '停止日历订阅', en: 'Calendar address ended' },
  'access.acceptPrivacyNotice': { zh: '阅知告知书', en: 'Privacy notice read' },
  'library.addMaterial': { zh: '加入学习材料', en: 'Material added' },
  'library.withdrawMaterial': { zh: '撤下学习材料', en: 'Material withdrawn' },
  'meetings.planMeeting': { zh: '安排会议', en: 'Meeting planned' },
  'meetings.changePlanned': { zh: '改动安排', en: 'Plan changed' },
  'meetings.cancelPlanned': { zh: '取消安排', en: 'Plan cancelled' },
  'meetings.askLeave': { zh: '请假', en: 'Leave asked for' },
  'meetings.withdrawLeave': { zh: '撤回请假', en: 'Leave withdrawn' },
  'meetings.answerLeave': { zh: '答复请假', en: 'Leave answered' },
  'meetings.changeBlock': { zh: '更正一部分', en: 'A part corrected' },
  'meetings.openMeeting': { zh: '会议开始', en: 'Meeting opened' },
  'meetings.takeRoll': { zh: '点名', en: 'Roll called' },
  'meetings.addAgendaItem': { zh: '临时加议题', en: 'Item added' },
  'meetings.recordVote': { zh: '表决', en: 'Voted' },
  'meetings.saveMinute': { zh: '写会议记录', en: 'Minutes written' },
  'meetings.closeMeeting': { zh: '会议结束', en: 'Meeting closed' },
  'meetings.reopenMeeting': { zh: '重新打开', en: 'Opened again' },
  'meetings.discardMeeting': { zh: '放弃会议室', en: 'Room given up' },
  'meetings.signMeeting': { zh: '签字', en: 'Signed' },
  'meetings.addAddendum': { zh: '补充说明', en: 'Addendum' },
  'meetings.decideItem': { zh: '形成决定', en: 'Decided' },
  'meetings.finishDecision': { zh: '办结', en: 'Promise kept' },
  'meetings.dropDecision': { zh: '不再办理', en: 'Promise dropped' },
  'meetings.addPhoto': { zh: '加照片', en: 'Picture added' },
  'meetings.removePhoto': { zh: '移除照片', en: 'Picture taken away' },
  'meetings.recordMakeUp': { zh: '补课', en: 'Made up' },
  'meetings.excludeFromExpected': { zh: '不计入应到', en: 'Not counted as expected' },
  'meetings.endExclusion': { zh: '恢复计入应到', en: 'Counted as expected again' },
  'voice.send': { zh: '提出意见', en: 'Voice sent' },
  'voice.answer': { zh: '答复意见', en: 'Voice answered' },
  'ledger.exportUnmasked': { zh: '含身份号码导出', en: 'Exported with ID numbers' },
  'meetings.enterMeeting': { zh: '记录', en: 'Recorded' },
  'meetings.changeMeeting': { zh: '更正', en: 'Corrected' },
  'people.addPerson': { zh: '加入名册', en: 'Added to the roster' },
  'people.changePerson': { zh: '更正', en: 'Corrected' },
  'people.changeStanding': { zh: '身份或组织变动', en: 'Standing changed' },
  'people.amendPerson': { zh: '在名册里改动', en: 'Changed in the roster' },
  'people.changeStandings': { zh: '批量变动', en: 'Changed with others' },
  'people.erase': { zh: '依规删除', en: 'Erased by rule' },
  'people.endStanding': { zh: '离开名册', en: 'Left the roster' },
  'people.setShiftSystem': { zh: '设定班制', en: 'Shifts set' },
  'people.setRota': { zh: '排轮班', en: 'Rota set' },
  'people.assignShift': { zh: '调班', en: 'Shift assigned' },
  'people.importShiftRoster': { zh: '导入班次表', en: 'Shift roster imported' },
  'people.unmask': { zh: '查看了敏感信息', en: 'A masked value was shown' },
  'dues.recordPayment': { zh: '登记党费', en: 'Dues recorded' },
  'dues.recordPayments': { zh: '登记党费（多人）', en: 'Dues recorded with others' },
  'dues.correctPayment': { zh: '更正党费', en: 'Dues corrected' },
  'study.addPlanRow': { zh: '列入学习计划', en: 'Planned' },
  'study.changePlanRow': { zh: '更改', en: 'Changed' },
  'study.cancelPlanRow': { zh: '取消', en: 'Cancelled' },
  'joining.openCase': { zh: '递交入党申请书', en: 'Application recorded' },
  'joining.recordStep': { zh: '登记一步', en: 'Step recorded' },
  'joining.correctStep': { zh: '更正一步', en: 'Step corrected' },
  'assessment.addTarget': { zh: '下达任务', en: 'Target set' },
  'assessment.changeTarget': { zh: '更改任务', en: 'Target changed' },
  'assessment.openPeriod': { zh: '考核期开始', en: 'Period opened' },
  'assessment.closePeriod': { zh: '考核期封存', en: 'Period closed' },
  'assessment.enterManual': { zh: '人工评分', en: 'Score entered by hand' },
  'journal.addWitness': { zh: '登记见证', en: 'Witness added' },
  'journal.endWitness': { zh: '停用见证', en: 'Witness ended' },
  'journal.setQuorum': { zh: '规定见证数', en: 'Witnesses needed' },
  'evidence.makeInspection': { zh: '开始检查', en: 'Inspection begun' },
  'evidence.drawSample': { zh: '抽样', en: 'Drawn' },
  'evidence.markInOrder': { zh: '看过，无问题', en: 'Looked at, in order' },
  'evidence.addFinding': { zh: '检查发现', en: 'Found' },
  'evidence.withdrawFinding': { zh: '撤回', en: 'Taken back' },
  'evidence.contestFinding': { zh: '提出异议', en: 'Contested' },
  'evidence.assignRectification': { zh: '确定整改责任人', en: 'Given to somebody' },
  'evidence.rectify': { zh: '报整改', en: 'Put right' },
  'evidence.recheck': { zh: '复查', en: 'Looked at again' },
  'evidence.closeInspection': { zh: '检查结束', en: 'Inspection closed' },
  'evidence.addReason': { zh: '说明补录原因', en: 'Said why it was late' },
  'org.addUnit': { zh: '新增组织', en: 'Unit added' },
  'org.changeUnit': { zh: '更正', en: 'Corrected' },
}

export const words = {
  history: { zh: '历史与封存', en: 'History and seal' },
  revision: { zh: '第 {n} 版', en: 'Revision {n}' },
  by: { zh: '{name} 办理', en: 'By {name}' },
  received: { zh: '系统收到', en: 'Received' },
  occurred: { zh: '登记发生于', en: 'Said to have happened' },
  place: { zh: '日志第 {n} 条', en: 'Entry {n} of the journal' },
  placeEnded: { zh: '旧日志 {log} 第 {n} 条', en: 'Entry {n} of the ended journal {log}' },
  waiting: { zh: '正在排入日志', en: 'Waiting for its place in the journal' },
  seal: { zh: '封存指纹', en: 'Seal' },
  sealed: { zh: '已封入 {n} 条的检查点', en: 'Sealed in the checkpoint of {n} entries' },
  unsealed: { zh: '等待下一个检查点封存', en: 'The next checkpoint will seal it' },
  note: {
    zh: '每一版都留着。更正只会添一版，不会改掉前一版。',
    en: 'Every revision stays. A correction adds one and alters none.',
  },
} as const satisfies Record<string, Words>
