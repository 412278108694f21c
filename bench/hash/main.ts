/** `npm run bench -- hash`: what hashing is of a frame's apply when a state hash is due, in Chromium. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { launchChromium } from '../../test/support/chromium.ts'
import { measured, medianOf, report } from '../report.ts'
import type { Shares } from './page.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const server = createServer((request, response) => {
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-embedder-policy', 'require-corp')
  const isScript = request.url === '/page.js'
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
  response.end(
    isScript ? readFileSync(`${folder}page.js`) : '<!doctype html><script src="/page.js"></script>',
  )
})
await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
const browser = await launchChromium()
try {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  const wasm = JSON.stringify([...readFileSync(`${folder}applier.wasm`)])
  const all = (await page.evaluate(`measure(${wasm})`)) as Shares[]
  console.log(
    'whole: script of a due frame. hashing: the same frame decoded, hashed, kept and added up without a page, which is more than hashing alone.\n',
  )
  for (const { case: name, whole, hashing } of all) {
    const share = (medianOf(hashing) / medianOf(whole)) * 100
    console.log(`${name}: at most ${share.toFixed(1)} % of a due frame is hashing`)
  }
  console.log()
  report(
    'hash',
    all.flatMap(({ case: name, whole, hashing }) => [
      measured(name, 'whole', 'µs', whole),
      measured(name, 'hashing', 'µs', hashing),
    ]),
    null,
  )
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}
