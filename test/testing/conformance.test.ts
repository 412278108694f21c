/** The kit's own application of frames, held to the table that the encoder, both decoders and the real page are held to. */
import { expect, test } from 'vitest'
import { decodeFrame } from '../../engine/protocol/decode-ops.ts'
import { Page } from '../../engine/testing/page.ts'
import { parseMarkup } from '../../engine/testing/parse.ts'
import { markupOf } from '../../engine/testing/text.ts'
import { PAGE } from '../conformance/page.ts'
import { TABLE } from '../conformance/table.ts'

const CONTENT = PAGE.replace('<main lv-t="0">', '').replace('</main>', '')

function scene() {
  const told: string[] = []
  const page = new Page('0', CONTENT, {
    reply: (id, data) => told.push(`reply ${id} ${JSON.stringify(data)}`),
    pushed: (name, detail) => told.push(`event ${name} ${JSON.stringify(detail)}`),
    script: (code) => told.push(`script ${code}`),
    signal() {},
  })
  return { page, told }
}

const rows = TABLE.filter(({ options }) => !options?.repaint)

test.each(rows.map((row) => [row.title, row] as const))('A23 %s, in the testing kit', (_, row) => {
  const { page, told } = scene()
  page.apply(decodeFrame(Buffer.from(row.hex.replaceAll(' ', ''), 'hex')))
  const after = parseMarkup(`<main>${row.after}</main>`, page.document).firstElementChild!
  expect(settled(markupOf(page.root))).toBe(settled(markupOf(after)))
  const isReply = (line: string) => line.startsWith('reply')
  expect(told.filter(isReply)).toEqual((row.told ?? []).filter(isReply))
})

test('A10 A23 a full repaint brings in what it names and takes out what it does not, in the testing kit', () => {
  const { page } = scene()
  page.apply({
    number: 1,
    repaint: true,
    ops: [
      {
        op: 'template',
        number: 0,
        html: '<section><p lv-s="1:class" lv-t="2"></p><ul lv-t="3"></ul></section>',
      },
      { op: 'insert', list: 0, tpl: 0, base: 1, before: 0, key: '', strings: ['a', 'new', ''] },
    ],
  })
  expect(markupOf(page.root)).toBe('<section><p class="a">new</p><ul></ul></section>')
})

test('A23 a frame that names what the page does not have is refused with what it named', () => {
  const { page } = scene()
  const frame = { number: 1, repaint: false }
  expect(() => page.apply({ ...frame, ops: [{ op: 'setText', slot: 99, text: 'x' }] })).toThrow(
    'The frame names slot 0.99, which this page does not have.',
  )
})

// A browser writes a declaration with a space and a semicolon.
const settled = (markup: string) =>
  markup.replace(/style="([^"]*)"/g, (_, css: string) => `style="${css.replace(/[\s;]/g, '')}"`)
