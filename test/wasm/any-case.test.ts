/** Words that HTML defines as attribute values mean the same in capitals: to the client in Chromium, to its early script, to the testing kit. */
import { expect, test } from 'vitest'
import { page as pageOf } from '../../engine/layout/page.ts'
import { EARLY } from '../../engine/server/early.ts'
import { documentOf } from '../../engine/server/shell.ts'
import { shows, useClient } from './browser.ts'

const client = useClient()

const root = (markup: string) => `<main lv-t="0"><div lv-r="1 x ">${markup}</div></main>`

test.each([
  ['<form method="Dialog"', '<button'],
  ['<form method="DIALOG"', '<button'],
  ['<form method="POST"', '<button formmethod="Dialog"'],
])('%s> closes its dialog by %s>, and is heard', { tags: ['A7'] }, async (form, button) => {
  const body = root(`<dialog open>${form} lv-submit="2">${button}>ok</button></form></dialog>`)
  const { page, server } = await client.open({ body })
  await page.click('button')
  await server.event()
  expect(await page.locator('dialog[open]').count()).toBe(0)
  expect(server.events.map(({ event }) => event)).toEqual(['submit'])
})

test('a form with method="Dialog" closes its dialog before the client has come', {
  tags: ['A7'],
}, async () => {
  const page = client.page()
  await page.setContent(
    `<script>${EARLY}</script><dialog open id="a"><form method="Dialog" lv-submit="2"><button>ok</button></form></dialog>
    <dialog open id="b" style="top:100px"><form method="dialog" lv-submit="2"><button formmethod="GET">go</button></form></dialog>`,
  )
  await page.click('#a button')
  await page.waitForSelector('#a:not([open])', { state: 'attached' })
  await page.click('#b button')
  expect(await page.locator('#b[open]').count()).toBe(1)
})

test.each(['TRUE', 'True'])(
  'what is draggable="%s" is picked up by keys and looks so',
  {
    tags: ['A7'],
  },
  async (word) => {
    const body = root(
      `<ul lv-drop="2"><li id="card" draggable="${word}" lv-dragstart="3">Card</li></ul><ul lv-drop="4"><li>other</li></ul>`,
    )
    const { page } = await client.open({ body })
    await page.evaluate(`import('/client-drag.js').then(() => {})`)
    await page.waitForSelector('#card[tabindex="0"]')
    expect(await page.locator('#card').evaluate((card) => getComputedStyle(card).userSelect)).toBe(
      'none',
    )
    await page.focus('#card')
    await page.keyboard.press('Space')
    await page.waitForSelector('#card[lv-dragged]')
  },
)

test.each(['ES', 'Es-mx', 'es'])(
  'a page in the language %s is told in Spanish',
  {
    tags: ['A7'],
  },
  async (lang) => {
    const { page, server } = await client.open({ body: root('<p lv-t="2"></p>'), lang })
    server.ops([{ op: 'signal', kind: 'flash', value: { kind: 'info', text: 'Hola' } }])
    await shows(page, '.telar-flash span', 'Hola')
    expect(await page.getAttribute('.telar-flash button', 'aria-label')).toBe('Cerrar')
    const painted = { title: '', marker: '0', content: '', config: {} as never, client: '' }
    const shell = documentOf({ page: pageOf('/', class {} as never, { lang }), ...painted })
    expect(shell).toContain('data-lost="Se perdió')
  },
)

test('another language that begins with the same letters is not Spanish', {
  tags: ['A7'],
}, async () => {
  const { page, server } = await client.open({ body: root('<p lv-t="2"></p>'), lang: 'est' })
  server.ops([{ op: 'signal', kind: 'flash', value: { kind: 'info', text: 'Tere' } }])
  await shows(page, '.telar-flash span', 'Tere')
  expect(await page.getAttribute('.telar-flash button', 'aria-label')).toBe('Close')
})
