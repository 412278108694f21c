/** The script in a preview, in Chromium, with a real page in the frame and the page's end of the link around it. */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Frame, Page } from 'playwright-core'
import { each, html, LiveComponent } from 'telar'
import { expect, test } from 'vitest'
import { page as pageOf } from '../../../engine/index.ts'
import { serve, silentLogger } from '../../../engine/server/index.ts'
import { bundlePreviewScript } from '../../../playground/container/run/bundle.mjs'
import type { PreviewLink } from '../../../playground/preview/link.ts'
import type { Ask, Settings, Told } from '../../../playground/preview/messages.ts'
import { useBrowser } from '../../browser/support/live-page.ts'

class Counter extends LiveComponent {
  count = 0
  name = ''
  rows = [1, 2]
  add() {
    this.count += 1
  }
  write(event: { value: string }) {
    this.name = event.value
  }
  grow() {
    this.rows = [...this.rows, this.rows.length + 1]
  }
  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>
      <button lv-click=${this.grow}>Grow</button>
      <label>Your name <input lv-input=${this.write}></label>
      <p id="hello">Hello, ${this.name}</p>
      <ul>${each(
        this.rows,
        (row) => row,
        (row) => html`<li>Row ${row}</li>`,
      )}</ul>`
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const { browser } = useBrowser()

declare global {
  interface Window {
    link: PreviewLink
    told: Told[]
    createPreviewLink: () => PreviewLink
  }
}

interface Framed {
  tab: Page
  frame: Frame
  ask(ask: Ask): Promise<unknown>
  set(settings: Partial<Settings>): Promise<void>
  told(): Promise<Told[]>
  close(): Promise<void>
}

async function framed(): Promise<Framed> {
  const [{ '.telar/preview.js': script }, link] = await Promise.all([
    bundlePreviewScript(),
    build({
      stdin: {
        contents:
          "import { createPreviewLink } from './playground/preview/link.ts'; window.createPreviewLink = createPreviewLink",
        resolveDir: root,
      },
      bundle: true,
      write: false,
      format: 'iife',
    }),
  ])
  const server = await serve({
    pages: [
      pageOf('/', Counter, {
        debug: true,
        frameAncestors: '*',
        head: '<script src="/_telar-preview.js"></script>',
      }),
    ],
    port: 0,
    logger: silentLogger,
  })
  const tab = await browser().newPage()
  await tab.route('**/_telar-preview.js', (route) =>
    route.fulfill({ body: script!, contentType: 'text/javascript' }),
  )
  const around = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><title>Around</title><script>${link.outputFiles[0]!.text}</script>
      <iframe src="${server.address}" width="600" height="500"></iframe>
      <script>
        window.told = []
        window.link = createPreviewLink()
        const frame = document.querySelector('iframe')
        addEventListener('message', (event) => { if (event.source === frame.contentWindow) link.accept(event.data) })
        link.hear((told) => window.told.push(told))
        link.attach(frame.contentWindow)
      </script>`)
  })
  await new Promise<void>((resolve) => around.listen(0, '127.0.0.1', resolve))
  await tab.goto(`http://127.0.0.1:${(around.address() as AddressInfo).port}/`)
  const element = await tab.locator('iframe').elementHandle()
  const frame = (await element!.contentFrame())!
  await frame.locator('html[data-telar="connected"]').waitFor({ state: 'attached' })
  return {
    tab,
    frame,
    ask: (ask) => tab.evaluate((ask) => window.link.ask(ask), ask),
    // What is asked after it is answered after it: the page has the settings.
    set: (settings) =>
      tab.evaluate(async (settings) => {
        window.link.set({ latency: 0, watched: [], ...settings })
        await window.link.ask({ do: 'read', selector: 'output' })
      }, settings),
    told: () => tab.evaluate(() => window.told),
    async close() {
      await tab.close()
      await server.close()
      around.close()
    },
  }
}

const output = (frame: Frame) => frame.locator('output')

/** What a page says comes a moment after the press that it speaks of. */
const heard = (told: Framed['told'], type: Told['type']) =>
  expect.poll(async () => (await told()).filter((one) => one.type === type))

test('presses, types, looks and reads by the names that a visitor sees', async () => {
  const { frame, ask, close } = await framed()
  await ask({ do: 'press', name: 'Add one' })
  await expect.poll(() => output(frame).textContent()).toBe('1')
  await ask({ do: 'type', text: 'Ana', into: 'Your name' })
  await expect.poll(() => ask({ do: 'read', selector: '#hello' })).toBe('Hello, Ana')
  await ask({ do: 'look', at: 'Row 2' })
  expect(await frame.locator('telar-outlines').count()).toBe(1)
  await expect(ask({ do: 'press', name: 'Subtract' })).rejects.toThrow(
    'Nothing here is called “Subtract”.',
  )
  await close()
})

test('presses by name also while the preview is hidden, as beside the text on a phone', async () => {
  const { tab, frame, ask, close } = await framed()
  await tab.locator('iframe').evaluate((element) => {
    element.style.display = 'none'
  })
  await ask({ do: 'press', name: 'Add one' })
  await expect.poll(() => output(frame).textContent()).toBe('1')
  await close()
})

test('a held press does not reach the page, and says where it was; what a script presses passes', async () => {
  const { frame, ask, set, told, close } = await framed()
  const action = { press: 'Add one' }
  await set({ watched: [{ action, held: true }] })
  await frame.getByRole('button', { name: 'Add one' }).click()
  const held = { type: 'held', action, box: { height: expect.any(Number) } }
  await heard(told, 'held').toMatchObject([held])
  await frame.getByRole('button', { name: 'Add one' }).press('Enter')
  await heard(told, 'held').toMatchObject([held, held])
  await frame.getByRole('button', { name: 'Grow' }).click()
  await frame.getByText('Row 3').waitFor()
  expect(await output(frame).textContent()).toBe('0')
  await ask({ do: 'press', name: 'Add one' })
  await expect.poll(() => output(frame).textContent()).toBe('1')
  await close()
})

test('a watched press is reported as it happens, with the elements that change after it', async () => {
  const { frame, ask, set, told, close } = await framed()
  await set({ watched: [{ action: { press: 'Grow' }, held: false }] })
  await frame.getByRole('button', { name: 'Grow' }).click()
  await frame.getByText('Row 3').waitFor()
  await heard(told, 'done').toMatchObject([{ action: { press: 'Grow' } }])
  expect(await ask({ do: 'recorded' })).toBe('li')
  await ask({ do: 'record' })
  await ask({ do: 'press', name: 'Add one' })
  await expect.poll(() => output(frame).textContent()).toBe('1')
  expect(await ask({ do: 'recorded' })).toBe('output')
  await close()
})

test('typing can be held until it is predicted', async () => {
  const { frame, set, told, close } = await framed()
  const action = { type: 'Ana', into: 'Your name' }
  await set({ watched: [{ action, held: true }] })
  await frame.getByLabel('Your name').pressSequentially('A')
  expect(await frame.getByLabel('Your name').inputValue()).toBe('')
  await heard(told, 'held').toMatchObject([{ action }])
  await set({})
  await frame.getByLabel('Your name').pressSequentially('Ana')
  await frame.getByText('Hello, Ana').waitFor()
  await close()
})

test('elements are marked by a press in the page, or from the list, and the page hears none of it', async () => {
  const { frame, ask, set, told, close } = await framed()
  await set({ marks: [] })
  await frame.locator('output').click()
  const list = (await ask({ do: 'list' })) as { id: number; tag: string; says: string }[]
  const found = list.find(({ tag }) => tag === 'output')
  expect(found).toMatchObject({ says: '0' })
  await heard(told, 'marked').toEqual([{ type: 'marked', marks: [found!.id] }])
  await frame.getByRole('button', { name: 'Add one' }).click()
  expect(await output(frame).textContent()).toBe('0')
  await set({ marks: undefined })
  await frame.getByRole('button', { name: 'Add one' }).click()
  await expect.poll(() => output(frame).textContent()).toBe('1')
  await close()
})

test('a slow connection is slow both ways and keeps the order', async () => {
  const { frame, ask, set, close } = await framed()
  await set({ latency: 600 })
  const began = Date.now()
  for (let press = 0; press < 3; press += 1) await ask({ do: 'press', name: 'Add one' })
  await frame.locator('output', { hasText: '3' }).waitFor()
  expect(Date.now() - began).toBeGreaterThanOrEqual(600)
  await set({ latency: 0 })
  await ask({ do: 'press', name: 'Add one' })
  await frame.locator('output', { hasText: '4' }).waitFor()
  await close()
})

test('a cut connection is gone for its time, and the page joins again with its state', async () => {
  const { frame, ask, close } = await framed()
  await ask({ do: 'press', name: 'Add one' })
  await frame.locator('output', { hasText: '1' }).waitFor()
  await ask({ do: 'cut', ms: 1200 })
  const began = Date.now()
  await frame.locator('html:not([data-telar="connected"])').waitFor({ state: 'attached' })
  await ask({ do: 'press', name: 'Add one' })
  await frame.locator('output', { hasText: '2' }).waitFor()
  expect(Date.now() - began).toBeGreaterThanOrEqual(1000)
  await close()
})

test('a new document is told what holds', async () => {
  const { tab, frame, set, told, close } = await framed()
  await set({ watched: [{ action: { press: 'Add one' }, held: true }] })
  await frame.evaluate(() => location.reload())
  await tab.waitForFunction(() => window.told.filter(({ type }) => type === 'here').length === 2)
  await frame.locator('html[data-telar="connected"]').waitFor({ state: 'attached' })
  await frame.getByRole('button', { name: 'Add one' }).click()
  await heard(told, 'held').toHaveLength(1)
  await close()
})
