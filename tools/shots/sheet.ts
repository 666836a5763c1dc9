import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { fileOf, type Picture } from './pictures.ts'

const WIDTH = 1600
const QUALITY = 60

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

function cellOf(folder: string, picture: Picture): string {
  const { page, state, width, language } = picture
  const data = readFileSync(join(folder, fileOf(picture))).toString('base64')
  const said = escaped(`${page.face} ${page.name} · ${state} · ${width} · ${language}`)
  return `<figure><img src="data:image/webp;base64,${data}" alt=""><figcaption>${said}</figcaption></figure>`
}

/** All pictures of one look on one sheet, small, to see at a glance what does not belong. */
export async function drawSheet(
  browser: Browser,
  folder: string,
  pictures: readonly Picture[],
): Promise<Buffer> {
  const tab = await browser.newPage({ viewport: { width: WIDTH, height: 900 } })
  const style = `body{margin:12px;font:12px sans-serif;display:grid;grid-template-columns:repeat(8,1fr);gap:10px;align-items:start;align-content:start;background:#888}
    figure{margin:0;background:#fff}img{width:100%;height:240px;object-fit:contain;object-position:top left;background:#ccc;display:block}figcaption{padding:3px}`
  await tab.setContent(`<style>${style}</style>${pictures.map((one) => cellOf(folder, one)).join('')}`)
  const height = await tab.evaluate(() => document.documentElement.scrollHeight)
  await tab.setViewportSize({ width: WIDTH, height })
  const session = await tab.context().newCDPSession(tab)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  await tab.close()
  return Buffer.from(data, 'base64')
}
