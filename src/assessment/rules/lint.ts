import { type Refused, refuse } from '../../kit/refuse.ts'
import { parseFactKey } from './fact-keys.ts'

/** A scheme holds at most this many live items (A6). */
export const MOST_ITEMS = 30

/** What no item may score (A6, R9): an economy of clicks instead of work. */
export type Subject =
  | 'logIns'
  | 'screenTime'
  | 'likes'
  | 'views'
  | 'reposts'
  | 'comments'
  | 'onlineVotes'
  | 'phoneCheckIns'
  | 'uploads'
  | 'location'
  | 'installRates'
  | 'personalRank'
  | 'mediaMentions'

/** Words that betray a subject: `zh` is sought in the text without white space, `en` in lower case. */
type Betrayal = { readonly subject: Subject; readonly zh: RegExp; readonly en: RegExp }

const BETRAYALS: readonly Betrayal[] = [
  { subject: 'logIns', zh: /登录|登陆|上线率|在线率/u, en: /\blog[- ]?(?:in|on)s?\b|\blogged in\b/u },
  {
    subject: 'screenTime',
    zh: /(?:学习|阅读|浏览|在线|使用|观看)时长|(?:在线|线上|手机|app|平台|客户端)(?:学习)?时间/u,
    en: /\bscreen time\b|\bstudy(?:ing)? time\b|\b(?:time|minutes|hours) (?:spent )?(?:online|on (?:the |a )?(?:device|phone|app))/u,
  },
  { subject: 'likes', zh: /点赞|获赞|集赞/u, en: /\blikes\b|\bthumbs[- ]up\b/u },
  {
    subject: 'views',
    zh: /(?:阅读|浏览|点击|播放|访问|观看)(?:量|数|率|次数|人次)/u,
    en: /\bviews\b|\bclicks\b|\bclick[- ]through/u,
  },
  {
    subject: 'reposts',
    zh: /转发|分享(?:量|数|率|次数)|转载(?:量|数|率|次数)/u,
    en: /\bre-?posts?\b|\bre-?posted\b|\bshares\b|\bforwards\b/u,
  },
  {
    subject: 'comments',
    zh: /评论(?:量|数|率|次数|条数|区)|(?:参与|发表|网上|网络|在线|线上)评论|跟帖|留言(?:量|数|率|次数|条数)/u,
    en: /\bcomments\b|\bcomment counts?\b/u,
  },
  {
    subject: 'onlineVotes',
    zh: /(?:网络|网上|在线|线上|微信|手机|app)(?:投票|票选)|得票数|投票数/u,
    en: /\bonline (?:votes?|voting|polls?)\b/u,
  },
  {
    subject: 'phoneCheckIns',
    zh: /打卡|扫码签到|(?:手机|线上|在线|网上|定位|微信|钉钉|电子|app)签到/u,
    en: /\bcheck(?:ing)?[- ]?ins?\b|\bclock(?:ing)?[- ]?ins?\b/u,
  },
  {
    subject: 'uploads',
    zh: /上传.{0,6}(?:照片|图片|视频|截图)|(?:照片|图片|视频|截图).{0,4}(?:上传|报送|数量|张数)|拍照|晒图/u,
    en: /\bupload\w*\b.{0,20}\b(?:photo|picture|video|screenshot)s?\b|\b(?:photo|picture|video|screenshot)s? (?:upload|submitt)/u,
  },
  {
    subject: 'location',
    zh: /(?:手机|实时|卫星|北斗|gps)定位|定位(?:签到|打卡|信息|数据|率)|位置(?:信息|共享|上报)|轨迹/u,
    en: /\bgps\b|\bgeo-?location\b|\blocation (?:data|track\w*|shar\w*|history)\b|\bphone location\b/u,
  },
  {
    subject: 'installRates',
    zh: /(?:安装|下载|激活|关注)(?:量|数|率|人数)|活跃(?:度|率|量|数|人数|用户)|日活|月活|(?:app|平台|软件|客户端|小程序|公众号)(?:注册|使用|推广)(?:量|数|率)/u,
    en: /\binstall(?:ation)? rates?\b|\binstalls\b|\bdownloads\b|\bactivity rates?\b|\b(?:daily |monthly )?active users?\b/u,
  },
  {
    subject: 'personalRank',
    zh: /(?:个人|党员|人员|员工|职工|积分|学习).{0,4}(?:排名|排行|名次|位次)|排行榜|积分榜/u,
    en: /\bleader ?boards?\b|\brank\w* (?:of|among|between) (?:people|persons|members|workers|individuals)\b|\b(?:personal|individual|member) rank\w*\b/u,
  },
  {
    subject: 'mediaMentions',
    zh: /(?:媒体|报纸|报刊|电视|网站|公众号).{0,4}(?:报道|刊发|刊登|采用|刊播|发表|用稿|发稿)|(?:新闻|信息|稿件).{0,4}(?:采用|刊发|刊登|录用|见报|报道)|宣传报道|上稿|见报|用稿/u,
    en: /\b(?:media|press|news) (?:mention|coverage|report|appearance)s?\b|\bmentions in the (?:media|press|news)\b/u,
  },
]

/** The forbidden subject a text speaks of, judged by its words; undefined when none (A6). */
export function forbiddenSubject(text: string): Subject | undefined {
  const en = text.normalize('NFKC').toLowerCase()
  const zh = en.replace(/\s+/gu, '')
  return BETRAYALS.find((one) => one.zh.test(zh) || one.en.test(en))?.subject
}

/** A line of a scheme before it is taken: the fact as typed, and the mine's own words for it. */
export type Line = {
  readonly no: string
  readonly heading?: string
  readonly title: string
  readonly fact: string
}

/** What a scheme is refused for (A6). */
export type LintCode = 'too-many-items' | 'unknown-fact' | 'forbidden-subject'

/** Everything a scheme is refused for, each naming its item and clause; empty when it may be taken (A6). */
export function lintScheme(lines: readonly Line[]): Refused<LintCode>[] {
  const tooMany =
    lines.length > MOST_ITEMS
      ? [refuse('too-many-items', 'A6', { items: lines.length, most: MOST_ITEMS })]
      : []
  return [...tooMany, ...lines.flatMap(lintLine)]
}

function lintLine({ no, heading, title, fact }: Line): Refused<LintCode>[] {
  const key = parseFactKey(fact)
  const told = [heading ?? '', title, key ? '' : fact, key && 'id' in key ? key.id : '']
  const subject = forbiddenSubject(told.join('\n'))
  return [
    ...(key ? [] : [refuse('unknown-fact', 'A3', { item: no })]),
    ...(subject ? [refuse('forbidden-subject', 'A6', { item: no, subject })] : []),
  ]
}
