/** `npm run bench -- apply`: one frame's cost in Chromium, script alone and script with layout. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { launchChromium } from '../../test/support/chromium.ts'
import { choiceOf, stepsOf } from '../fixture/steps.ts'
import { apart, type Measured, measured, medianOf, report } from '../report.ts'
import { type Recording, record } from '../telar/record.ts'
import type { Times } from './run.ts'

const folder = new URL('.', import.meta.url).pathname
const choice = choiceOf(process.argv.slice(2))
const recording = await record(stepsOf(choice))
const server = await servePages(recording)
const browser = await launchChromium()
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(0)
  page.on('pageerror', (error) => console.error(`in the page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`in the page: ${message.text()}`)
  })
  await page.exposeFunction('tell', (sentence: string) => console.error(`  ${sentence}`))
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  console.log(
    `Chromium ${browser.version()}, times in steps of 5 µs; 3 rounds of a case (1 of 10,000 rows) before the clock counts. In each round all scripts run in an order by chance, then all layouts; "first" are the rounds in which a variant came right behind the layouts of all pages. What a browser takes to bring a message is left out for all. phoenix* frames are constructed from its documented format; its client is the real one.\n`,
  )
  const times = (await page.evaluate(`runBench(${JSON.stringify(choice)}, tell)`)) as Times[]
  const rows = times.flatMap(rowsOf)
  report('apply', rows, noiseOf(times))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}

function rowsOf({ case: name, variant, script, cold, layout }: Times): Measured[] {
  return [
    measured(name, variant, 'µs', script),
    ...(cold.length > 0 ? [measured(`${name}, first`, variant, 'µs', cold)] : []),
    measured(`${name} + layout`, variant, 'µs', layout),
  ]
}

/** How far the medians of the two vanillas lie apart, in the middle case. */
function noiseOf(times: readonly Times[]): number {
  const of = (variant: string) => times.filter((one) => one.variant === variant)
  const again = of('vanilla-again')
  return medianOf(of('vanilla').map(({ script }, i) => apart(script, again[i]!.script)))
}

/** The pages of all frames; isolated, so that the clock of the page is as fine as it gets. */
async function servePages(recorded: Recording) {
  const script = readFileSync(join(folder, 'page.js'))
  const plain =
    '<!doctype html><html><body><div id="bench"></div><script src="/page.js"></script></body></html>'
  const live = recorded.document.replace('<head>', '<head><script src="/page.js"></script>')
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const send = (type: string, body: string | Buffer) => {
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      })
      response.end(body)
    }
    if (path === '/page.js') return send('text/javascript', script)
    if (path === '/recording.json') return send('application/json', JSON.stringify(recorded))
    if (path.startsWith('/_telar/')) {
      return send('text/javascript', readFileSync(join(folder, path.split('/').at(-1)!)))
    }
    send('text/html', path.startsWith('/variant/telar') ? live : plain)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return server
}
