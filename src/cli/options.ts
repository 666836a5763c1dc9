import type { Sentence } from './words.ts'

/** What each option of a verb means, for `pitlamp help VERB`. */
export const optionWords: Readonly<Record<string, Sentence>> = {
  data: {
    zh: '数据文件夹（默认 ./data，见证方 ./witness-data；设了 DATABASE_URL 时用那个数据库）',
    en: 'the data folder (./data, a witness’s ./witness-data; DATABASE_URL names a database instead)',
  },
  json: { zh: '结果用 JSON 输出，供程序读取', en: 'the answer as JSON, for programs' },
  port: { zh: '端口（默认 7150）', en: 'the port to listen on (7150)' },
  host: {
    zh: '监听的地址（默认 127.0.0.1，只有本机能打开）',
    en: 'the address to listen on (127.0.0.1: this machine alone)',
  },
  cert: {
    zh: 'HTTPS 证书（PEM），与 --key 一起给',
    en: 'the certificate for HTTPS (PEM), together with --key',
  },
  key: { zh: 'HTTPS 私钥（PEM）', en: 'its private key (PEM)' },
  commit: { zh: '写入；不加只预览', en: 'writes; without it nothing but a preview' },
  refused: { zh: '把退回的行写成这个工作簿', en: 'writes the refused rows into this workbook' },
  period: { zh: '考核期：2026Q3、2026H1 或 2026', en: 'the period: 2026Q3, 2026H1 or 2026' },
  out: { zh: '把逐项说明写成这个工作簿', en: 'writes the explained result into this workbook' },
  pack: { zh: '核验这个证据包（.zip 或 pack.json）', en: 'checks this evidence pack (.zip or pack.json)' },
  tiles: { zh: '只凭这个日志文件夹核验', en: 'checks a log from its folder of tiles alone' },
  vkey: {
    zh: '日志的公钥，由您自己保管的那一份',
    en: 'the log’s key, as you kept it yourself',
  },
  policy: {
    zh: '您自己保管的见证规则（文件），与证据包里的逐字核对',
    en: 'a file with the policy as you know it, compared with the pack’s letter by letter',
  },
  checkpoints: {
    zh: '您自己留存的检查点，一个接一个放在这个文件里',
    en: 'the checkpoints you kept, one after the other in this file',
  },
  inspection: { zh: '检查的编号（在检查页的网址里）', en: 'the inspection’s id (in its page’s address)' },
  unit: { zh: '单位的编码', en: 'the unit’s code' },
  checkpoint: {
    zh: '留在外面的最后一个检查点（见证方、打印页或邮件里的）',
    en: 'the last checkpoint kept elsewhere: by a witness, on a printed page, in a mail',
  },
  leaves: { zh: '日志副本所在的文件夹', en: 'a folder with a copy of the log' },
  'new-log': {
    zh: '接不上时另开一本新日志的原因，写进新日志第一条',
    en: 'when the log cannot go on: why a new one begins, sealed as its first entry',
  },
  offline: { zh: '恢复时不问见证方', en: 'does not ask the witnesses' },
  log: {
    zh: '要见证的日志的公钥（可以给几次）',
    en: 'the key of a log to witness (may be given several times)',
  },
  peer: {
    zh: '另一个见证方的地址，每小时互相核对（可以给几次）',
    en: 'the address of another witness, asked every hour (may be given several times)',
  },
  listen: { zh: '监听的地址和端口（默认 127.0.0.1:7160）', en: 'where to listen (127.0.0.1:7160)' },
  name: {
    zh: '见证方的名字，像网址，例如 witness.jiwei.example',
    en: 'the witness’s name, like a domain: witness.office.example',
  },
}
