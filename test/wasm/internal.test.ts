/** A build may shorten the client's own names, and no other. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DRIVE_KINDS, FIXED_NAMES, READ_KINDS } from '../../engine/protocol/names.ts'
import { NAMES } from '../../wasm/internal.mjs'
import { launchChromium } from '../support/chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
}, 60_000)
afterAll(() => browser?.close())

test('no name that a build shortens is one of the DOM’s', { tags: ['A8'] }, async () => {
  const page = await browser.newPage()
  const known = await page.evaluate(() => {
    const names = new Set<string>()
    for (const key of Object.getOwnPropertyNames(window)) {
      const value = Object.getOwnPropertyDescriptor(window, key)!.value
      if (typeof value !== 'function') continue
      for (const owner of [value, value.prototype]) {
        for (const name of owner ? Object.getOwnPropertyNames(owner) : []) names.add(name)
      }
    }
    // What has no constructor has functions of its own.
    for (const space of [WebAssembly, Math, JSON, Reflect, CSS, Object, Promise]) {
      for (const name of Object.getOwnPropertyNames(space)) names.add(name)
    }
    return [...names]
  })
  expect(known).toContain('textContent')
  expect(NAMES.filter((name) => known.includes(name))).toEqual([])
})

test('no name that a build shortens is one of the wire’s', { tags: ['A8'] }, () => {
  const wire = [...FIXED_NAMES, ...DRIVE_KINDS, ...READ_KINDS, ...MESSAGE, ...CONFIG]
  expect(NAMES.filter((name) => wire.includes(name))).toEqual([])
})

// What hello, events, replies, signals and the page's config spell out.
const MESSAGE =
  'type token epoch frame seq path component event slot data value error code message owner fatal reload applied resumed checked key form x y dataset detail alt ctrl meta shift repeat'.split(
    ' ',
  )
const CONFIG = ['ws', 'debug', 'scripts']
