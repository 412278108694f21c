/** The known defects that no other test shows to be absent, and that the table of all of them is true. */
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, page } from '../../engine/index.ts'
import { type LiveServer, serve, silentLogger } from '../../engine/server/index.ts'
import { taggedTests } from '../../scripts/tagged.mjs'
import { ensureClient } from '../server/support/client-built.ts'
import { counterPage } from '../server/support/pages.ts'
import { Visitor } from '../server/support/visitor.ts'
import { DEFECTS } from './table.ts'

class Asking extends LiveComponent {
  heard = 'nothing'
  async ask() {
    this.heard = await this.driver.getDriverById('far').getText()
  }
  getTemplate() {
    return html`<button lv-click=${this.ask}>${this.heard}</button>`
  }
}

let server: LiveServer

beforeAll(async () => {
  await ensureClient()
  const pages = [counterPage, page('/asking', Asking)]
  server = await serve({ pages, port: 0, logger: silentLogger })
})
afterAll(() => server.close())

test('a session that waits for its tab stops no other', { tags: ['lock-held'] }, async () => {
  const waiting = await Visitor.open(server.address, '/asking')
  await waiting.join()
  waiting.clickOn()
  const isQuestion = ({ operations }: { operations: { type: string }[] }) =>
    operations.some(({ type }) => type === 'read')
  const { operations } = await waiting.line!.until(isQuestion)
  const other = await Visitor.open(server.address)
  await other.join()
  for (let i = 0; i < 3; i++) await other.clicked()
  expect(other.line!.heard.at(-1)!.operations).toMatchObject([{ type: 'setText', value: '3' }])
  const { id } = operations.find(({ type }) => type === 'read')!
  waiting.line!.send({ type: 'reply', id, data: { value: 'here' } })
  await waiting.line!.until(({ acknowledged }) => acknowledged === 1)
  expect(waiting.line!.heard.at(-1)!.operations).toMatchObject([{ type: 'setText', value: 'here' }])
  await waiting.line!.close()
  await other.line!.close()
})

test('what happens in one tab is in no other', { tags: ['shared-registry'] }, async () => {
  const [first, second] = [await Visitor.open(server.address), await Visitor.open(server.address)]
  await first.join()
  await second.join()
  for (let i = 0; i < 4; i++) await first.clicked()
  await second.clicked()
  expect(first.line!.heard.at(-1)!.operations).toMatchObject([{ value: '4' }])
  expect(second.line!.heard.at(-1)!.operations).toMatchObject([{ value: '1' }])
  const changes = second.line!.heard.filter(({ acknowledged }) => acknowledged)
  expect(changes).toHaveLength(1)
  await first.line!.close()
  await second.line!.close()
})

test('what was meant for a tab that left reaches it when it is back, and nobody else', {
  tags: ['stranger-output'],
}, async () => {
  const asking = await Visitor.open(server.address, '/asking')
  await asking.join()
  asking.clickOn()
  await asking.line!.until(({ operations }) => operations.some(({ type }) => type === 'read'))
  await asking.line!.close()
  const stranger = await Visitor.open(server.address, '/asking')
  await stranger.join()
  expect(await asking.join()).toMatchObject({ resumed: false })
  await stranger.line!.close()
  expect(stranger.line!.heard.map(({ operations }) => operations.map(({ type }) => type))).toEqual([
    ['signal'],
  ])
  await asking.line!.close()
})

test('every known defect has tests that show it to be absent', () => {
  const tags = new Set(
    taggedTests(fileURLToPath(new URL('..', import.meta.url))).flatMap((it) => it.tags),
  )
  const defects = Object.keys(DEFECTS)
  expect(defects.filter((tag) => !tags.has(tag))).toEqual([])
  expect(defects).toHaveLength(14)
})
