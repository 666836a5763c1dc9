import { expect, test } from 'vitest'
import { forbiddenSubject, type Line, lintScheme } from './lint.ts'

test.each([
  ['每月登录次数', 'logIns'],
  ['App log-ins per month', 'logIns'],
  ['学习强国学习时长', 'screenTime'],
  ['在线 学习 时间', 'screenTime'],
  ['Screen time on the study app', 'screenTime'],
  ['minutes spent online', 'screenTime'],
  ['点赞数', 'likes'],
  ['Number of likes', 'likes'],
  ['公众号文章阅读量', 'views'],
  ['Page views', 'views'],
  ['朋友圈转发', 'reposts'],
  ['Reposts of the feed', 'reposts'],
  ['发表评论', 'comments'],
  ['Comments written', 'comments'],
  ['网络 投票', 'onlineVotes'],
  ['Online voting', 'onlineVotes'],
  ['每日打卡', 'phoneCheckIns'],
  ['手机签到率', 'phoneCheckIns'],
  ['Daily check-ins by phone', 'phoneCheckIns'],
  ['上传活动照片', 'uploads'],
  ['视频上传', 'uploads'],
  ['Uploaded photos', 'uploads'],
  ['ＧＰＳ定位', 'location'],
  ['人员轨迹', 'location'],
  ['Location sharing', 'location'],
  ['APP安装率', 'installRates'],
  ['支部活跃度', 'installRates'],
  ['Activity rate', 'installRates'],
  ['党员积分排名', 'personalRank'],
  ['Ranking of members', 'personalRank'],
  ['在省级媒体上报道', 'mediaMentions'],
  ['信息稿件被采用', 'mediaMentions'],
  ['Media mentions', 'mediaMentions'],
])('%s is forbidden: %s', (title, subject) => expect(forbiddenSubject(title)).toBe(subject))

test.each([
  '会议及时登记',
  '会议签到表齐全',
  '无记名投票程序规范',
  '党员活动阵地定位准确',
  '集中学习学时',
  '设备使用率',
  '青年安全生产责任区',
  '民主评议党员',
  '志愿者注册率',
  '安全生产在全矿排名',
  '职工群众满意',
  '宣传委员配备',
  'Meetings recorded in time',
  'Installation of equipment',
  'Like-minded study groups',
  'Sign-in sheets on paper',
])('%s is honest work', (title) => expect(forbiddenSubject(title)).toBeUndefined())

const line = (no: string, more: Partial<Line> = {}): Line => ({
  no,
  title: '党课',
  fact: 'meeting.invalid',
  ...more,
})
const told = (lines: Line[]): unknown[] =>
  lintScheme(lines).map(({ refused, clause, facts: { item, items } = {} }) => [
    refused,
    clause,
    item ?? items,
  ])

test.each<[string, Line[], unknown[]]>([
  ['thirty items are taken', Array.from({ length: 30 }, (_, at) => line(`${at}`)), []],
  [
    'thirty-one are not',
    Array.from({ length: 31 }, (_, at) => line(`${at}`)),
    [['too-many-items', 'A6', 31]],
  ],
  [
    'an unknown fact names its item',
    [line('1'), line('2', { fact: 'app.usage' })],
    [['unknown-fact', 'A3', '2']],
  ],
  ['a forbidden subject in the title', [line('7', { title: '点赞' })], [['forbidden-subject', 'A6', '7']]],
  [
    'a forbidden subject in the heading',
    [line('7', { heading: '打卡' })],
    [['forbidden-subject', 'A6', '7']],
  ],
  [
    'a forbidden subject as a manual fact',
    [line('7', { fact: 'manual(likes)' })],
    [['forbidden-subject', 'A6', '7']],
  ],
  [
    'a forbidden subject as an invented fact',
    [line('7', { fact: '登录次数' })],
    [
      ['unknown-fact', 'A3', '7'],
      ['forbidden-subject', 'A6', '7'],
    ],
  ],
])('%s', (_, lines, expected) => expect(told(lines)).toEqual(expected))
