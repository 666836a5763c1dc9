/** Invented people: common surnames and given names put together by number, so that the same seed gives the same mine. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱严覃武戴莫孔汤'
const GIVEN = [
  '建国 志强 文军 海涛 永胜 国庆 明辉 大勇 立新 宏伟 保山 长河 金龙 卫东 春生 世杰 学文 振华 玉林 成功',
  '晓峰 俊杰 子豪 宇航 浩然 天佑 一鸣 博文 思远 志远 凯 鹏飞 超 磊 强 斌 涛 勇 军 辉',
  '丽华 秀英 桂芳 雪梅 海燕 晓红 静 敏 婷婷 佳怡 雨欣 慧 玲 艳 萍 莉 娟 颖 倩 琳',
].map((row) => row.split(' '))

/** A stream of numbers from a seed: 0 up to but not including 1. The same seed, the same stream (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Roll = () => number

/** One of a list. Throws on an empty one. */
export function pick<T>(roll: Roll, from: readonly T[]): T {
  const found = from[Math.floor(roll() * from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** A whole number from `least` to `most`, both possible. */
export const between = (roll: Roll, least: number, most: number): number =>
  least + Math.floor(roll() * (most - least + 1))

/** A name; women are one in seven, as in a mine. */
export function nameOf(roll: Roll, sex: '男' | '女'): string {
  const given = sex === '女' ? GIVEN[2] : roll() < 0.5 ? GIVEN[0] : GIVEN[1]
  return `${pick(roll, [...SURNAMES])}${pick(roll, given ?? [])}`
}

export const MAJORITY_SEX = 6 / 7
