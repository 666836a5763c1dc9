import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { noSuchMeeting } from './missing.ts'
import { meetingSigned } from './room.ts'

const noSuchPhoto: Words = {
  zh: '没有这张照片，或已经移除。',
  en: 'There is no such picture, or it was taken away.',
}

/** Every refusal of the pictures of a meeting. */
export const photoRefusals: {
  readonly addPhoto: RefusalWords<'meetings.addPhoto'>
  readonly removePhoto: RefusalWords<'meetings.removePhoto'>
  readonly listPhotos: RefusalWords<'meetings.listPhotos'>
  readonly findPhoto: RefusalWords<'meetings.findPhoto'>
} = {
  addPhoto: {
    'no-such-meeting': noSuchMeeting,
    'meeting-signed': meetingSigned,
    'photo-too-large': {
      zh: '照片超过 {megabytes} MB。请压缩后再加。',
      en: 'The picture is larger than {megabytes} MB. Shrink it and add it again.',
    },
    'not-a-picture': {
      zh: '这不是照片。只收 JPEG 和 PNG，请另存后再加。',
      en: 'This is no picture we take. Save it as JPEG or PNG and add it again.',
    },
    'damaged-file': {
      zh: '照片损坏，打不开。请重新导出。',
      en: 'The picture is damaged. Export it anew.',
    },
    'photos-full': {
      zh: '最多 {most} 张。请先移除几张。',
      en: '{most} at most. Take some away first.',
    },
  },
  removePhoto: {
    'no-such-photo': noSuchPhoto,
    'no-such-meeting': noSuchMeeting,
    'meeting-signed': meetingSigned,
  },
  listPhotos: { 'no-such-meeting': noSuchMeeting },
  findPhoto: { 'no-such-photo': noSuchPhoto },
}

/** The pictures of a meeting at the desk. */
export const words = {
  title: { zh: '照片', en: 'Pictures' },
  lead: {
    zh: '可以不放。照片里的时间、地点等拍摄信息不保存。',
    en: 'Not asked for. Time and place that a camera writes into a picture are not kept.',
  },
  add: { zh: '加照片', en: 'Add a picture' },
  caption: { zh: '说明（可不填）', en: 'Caption (may stay empty)' },
  choose: { zh: '选择 JPEG 或 PNG', en: 'Choose a JPEG or PNG' },
  unreadable: { zh: '文件读不出来。请重新选择。', en: 'The file cannot be read. Choose it again.' },
  unchosen: { zh: '请先选择照片。', en: 'Choose a picture first.' },
  plain: { zh: '会议照片 {no}', en: 'Picture {no} of the meeting' },
  by: { zh: '{by} {at} 添加', en: 'added by {by}, {at}' },
  remove: { zh: '移除', en: 'Take away' },
  removeNamed: { zh: '移除“{name}”', en: 'Take “{name}” away' },
  removeLead: {
    zh: '移除后不再显示，日志里留有添加和移除。',
    en: 'It is shown nowhere any more; the journal keeps that it was added and taken away.',
  },
} as const satisfies Record<string, Words>
