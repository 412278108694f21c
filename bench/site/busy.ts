/** How soon the site answers while containers are busy: pages asked for by turns with none and with eight that loop. */
import { bootPage, get } from '../../test/host/support/page.ts'
import { type Measured, measured } from '../report.ts'

const BUSY = 8
const ROUNDS = 4
const ASKED = 30
/** A loop of half a second, a breath, and again: the watchdog of processor time lets it go on. */
const LOOP =
  "setInterval(() => { for (const end = Date.now() + 500; Date.now() < end;); }, 510); console.log('busy')"

export async function busyRows(origin: string): Promise<Measured[]> {
  const calm: number[] = []
  const busy: number[] = []
  await askAll(origin)
  for (let round = 0; round < ROUNDS; round += 1) {
    calm.push(...(await askAll(origin)))
    const pages = await Promise.all(Array.from({ length: BUSY }, () => loop(origin)))
    busy.push(...(await askAll(origin)))
    for (const page of pages) page.close()
    // A container is gone a moment after its page.
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
  return [
    measured('a page of the site', 'no container', 'ms', calm),
    measured('a page of the site', `${BUSY} busy`, 'ms', busy),
  ]
}

async function askAll(origin: string): Promise<number[]> {
  const took: number[] = []
  for (let count = 0; count < ASKED; count += 1) {
    const at = performance.now()
    const { status } = await get(Number(new URL(origin).port), '/learn/counter')
    if (status !== 200) throw new Error(`Expected the page, received status ${status}.`)
    took.push(performance.now() - at)
  }
  return took
}

/** Each is a visitor of its own. */
async function loop(origin: string) {
  const told = JSON.parse((await get(Number(new URL(origin).port), '/telar-config.json')).body)
  const { hostOrigin, token } = told as { hostOrigin: string; token: string }
  const page = await bootPage({ port: Number(new URL(hostOrigin).port), token: () => token })
  await (await page.node('-e', LOOP)).says('busy')
  return page
}
