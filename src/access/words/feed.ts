import type { Words } from '../../kit/web/say.ts'

/** What is said of the address at which one's calendar is read. */
export const words = {
  title: { zh: '订阅到自己的日历', en: 'In your own calendar' },
  lead: {
    zh: '手机或电脑上的日历程序用这个地址读您要参加的会议；书记还能看到快到期的职责。地址里没有议题，也没有别人的名字。',
    en: 'A calendar program on your phone or computer reads your meetings at this address; a secretary also sees duties falling due. It holds no subjects and names nobody else.',
  },
  make: { zh: '生成订阅地址', en: 'Make an address' },
  makeNew: { zh: '换一个地址', en: 'Make another address' },
  end: { zh: '停止订阅', en: 'End it' },
  since: {
    zh: '现在的地址生成于 {at}。忘了就换一个，旧的随即失效。',
    en: 'The present address was made {at}. If it is lost, make another; the old one ends.',
  },
  shownOnce: {
    zh: '只显示这一次。谁有这个地址，谁就能看到您哪天开会，请只放进自己的日历。',
    en: 'Shown this once. Whoever has the address sees when you meet: put it only into your own calendar.',
  },
  address: { zh: '订阅地址', en: 'Address' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  ended: {
    zh: '已停止。日历程序下次更新时就读不到了。',
    en: 'Ended. Calendar programs find nothing there any more.',
  },
} as const satisfies Record<string, Words>
