import { type Day, day } from '../../kit/day.ts'

type Words = { readonly zh: string; readonly en: string }
type Section = { readonly title: Words; readonly lines: readonly Words[] }
type Notice = {
  readonly version: string
  readonly effective: Day
  readonly title: Words
  readonly sections: readonly Section[]
}

/** The privacy notice in force (R10.1: what, why, how, how long, who, which rights). A changed text is a new version. */
export const PRIVACY_NOTICE: Notice = {
  version: '2026-11',
  effective: day('2026-11-01'),
  title: { zh: '个人信息告知书', en: 'Privacy notice' },
  sections: [
    {
      title: { zh: '谁在处理', en: 'Who handles it' },
      lines: [
        {
          zh: '您所在煤矿的党委，用于党员教育管理和党支部工作。服务器在矿内，不向境外提供，不用于经营。',
          en: 'The Party committee of your mine, for its branches’ work. The server stands in the mine; nothing goes abroad, nothing is sold.',
        },
      ],
    },
    {
      title: { zh: '记录了什么，为什么', en: 'What is held, and why' },
      lines: [
        {
          zh: '名册信息：编号、姓名、性别、民族、出生日期、公民身份号码、学历、联系电话、入党和转正时间、所在组织、职务、班组、班次，用于确认身份、联系和安排会议。',
          en: 'The register: number, name, sex, ethnicity, birth, ID number, education, telephone, dates of membership, unit, posts, crew and shift, to know you, reach you and plan meetings.',
        },
        {
          zh: '党费：计费基数和交纳记录，用于按规定计算和核对。',
          en: 'Dues: the base and what was paid, to compute and check what the rules ask.',
        },
        {
          zh: '工作记录：会议点名、学时、请假、入党材料的各步日期、您提出的意见和答复。',
          en: 'Work: roll calls, study hours, leave, the dates of an admission case, what you said and the answers.',
        },
        {
          zh: '每一项的用途和可以查看的人，都列在“关于我的信息”里。',
          en: 'Each item, its purpose and its readers are listed on “About me”.',
        },
      ],
    },
    {
      title: { zh: '不记录什么', en: 'What is not held' },
      lines: [
        {
          zh: '没有定位、人脸、打卡、积分、在线时长；您是否看过通知也不记录。',
          en: 'No location, faces, check-ins, points or time online; nor whether you read a notice.',
        },
      ],
    },
    {
      title: { zh: '谁能看到', en: 'Who reads it' },
      lines: [
        {
          zh: '本支部书记、委员，上级党委工作人员和检查人员，在各自范围内。身份证号、电话、计费基数加密保存，平时只显示一部分；要看全须写明理由，记入日志，并告诉您。',
          en: 'Your branch’s secretary and commissioners, the committee’s staff and inspectors, each within their range. ID number, telephone and base of dues lie encrypted and are shown in part; seeing them whole needs a reason, which is sealed, and you are told.',
        },
        {
          zh: '不公开、不对外提供。确需提供的，另行征得您的同意或依法办理。',
          en: 'Nothing is published or passed on. Where it must be, you are asked separately, or the law says so.',
        },
      ],
    },
    {
      title: { zh: '保存多久', en: 'How long' },
      lines: [
        {
          zh: '名册和工作记录在您的组织关系留在本矿期间保存，之后按党员档案和党务档案的保管期限处理。上传的台账文件提交后立即删除，最长保留二十四小时。',
          en: 'Register and records are kept while you belong to this mine, then as the rules for members’ and Party archives say. Uploaded workbooks are gone once committed, after a day at most.',
        },
      ],
    },
    {
      title: { zh: '您的权利', en: 'Your rights' },
      lines: [
        {
          zh: '可以随时查看和复制关于您的信息，可以要求更正、补充、说明，依法要求删除。',
          en: 'You may see and copy what is held about you at any time, have it corrected, completed and explained, and, where the law says so, deleted.',
        },
        {
          zh: '在任何页面都可以提出，十五个工作日内答复。不满意可以直接向党委反映，也可以依法投诉。',
          en: 'You may ask on every page and are answered within fifteen working days. You may turn to the committee directly, and complain as the law provides.',
        },
        {
          zh: '不用手机也一样：口头或书面告诉支部书记即可，不影响任何事。',
          en: 'It works without a phone too: tell your secretary or write. Nothing depends on it.',
        },
      ],
    },
  ],
}
