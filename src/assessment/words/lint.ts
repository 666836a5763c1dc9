import type { LintCode, Subject } from '../rules/lint.ts'
import type { Sentence } from './nouns.ts'

/** What no item may score, by name (A6, R9). */
export const subjectWords: Readonly<Record<Subject, Sentence>> = {
  logIns: { zh: '登录次数', en: 'log-ins' },
  screenTime: { zh: '在设备上的学习或使用时长', en: 'screen or study time on a device' },
  likes: { zh: '点赞', en: 'likes' },
  views: { zh: '阅读量、点击量', en: 'views' },
  reposts: { zh: '转发', en: 'reposts' },
  comments: { zh: '评论', en: 'comments' },
  onlineVotes: { zh: '网络投票', en: 'online votes' },
  phoneCheckIns: { zh: '打卡、手机签到', en: 'check-ins by phone' },
  uploads: { zh: '上传照片、视频', en: 'uploaded photos or videos' },
  location: { zh: '定位、轨迹', en: 'location' },
  installRates: { zh: '安装率、活跃度', en: 'install or activity rates' },
  personalRank: { zh: '个人排名', en: 'rank among people' },
  mediaMentions: { zh: '媒体报道', en: 'media mentions' },
}

/** Why a scheme is refused; blanks `{item}`, `{items}`, `{most}` and `{subject}` (a name from `subjectWords`) are filled from the refusal. */
export const lintWords: Readonly<Record<LintCode, Sentence>> = {
  'too-many-items': {
    zh: '考核细则有 {items} 项，最多 {most} 项；请合并或删减。',
    en: 'The scheme has {items} items, {most} at most; please merge or drop some.',
  },
  'unknown-fact': {
    zh: '第 {item} 项的数据项不在数据项表中；请改用表中的数据项，或人工评分。',
    en: 'Item {item} names a fact that does not exist; please use one from the table, or a number entered by the assessors.',
  },
  'forbidden-subject': {
    zh: '第 {item} 项考核“{subject}”，按规定不得作为考核依据；请改为考核工作本身。',
    en: 'Item {item} scores {subject}, which may not be scored; please score the work itself.',
  },
}
