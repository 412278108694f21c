/** The conformance table in Chromium: which DOM calls a frame makes, and what then stands in the page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { builtClient } from '../wasm/built.ts'
import { bytesOf } from './decoders.ts'
import { PAGE } from './page.ts'
import { TABLE } from './table.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let browser: Browser
let page: Page
let wasm: number[]

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  wasm = [...readFileSync(join(await builtClient(), 'applier.wasm'))]
  const harness = fileURLToPath(new URL('harness.ts', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [harness],
    bundle: true,
    format: 'iife',
    write: false,
  })
  await page.setContent('<!doctype html><title>conformance</title>')
  await page.addScriptTag({ content: outputFiles[0]!.text })
})
afterAll(() => browser?.close())

const apply = (hex: string, core?: number[]) =>
  page.evaluate(({ markup, frame, binary }) => window.applyFrames(markup, [frame], binary), {
    markup: PAGE,
    frame: [...bytesOf(hex)],
    binary: core,
  })

for (const { title, tags, hex, dom, after, told } of TABLE) {
  test(`${title}: in Chromium by WASM`, { tags }, async () => {
    expect(await apply(hex, wasm)).toEqual({ dom, after, told: told ?? [] })
  })

  test(`${title}: in Chromium by JavaScript`, { tags }, async () => {
    expect(await apply(hex)).toEqual({ dom, after, told: told ?? [] })
  })
}
