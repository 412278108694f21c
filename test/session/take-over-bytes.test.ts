/** What a take-over costs in bytes: a tab that still has its templates is not sent them again. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent } from '../../engine/index.ts'
import { decodeFrame } from '../../engine/protocol/decode-ops.ts'
import { textHash } from '../../engine/protocol/hash.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Table extends LiveComponent {
  rows = ['a', 'b', 'c']
  getTemplate() {
    return html`<table class="table"><tbody>${each(this.rows, String, (row) => html`<tr><td class="col-md-1">${row}</td><td class="col-md-4"><a lv-click=${() => row}>${row}</a></td></tr>`)}</tbody></table>`
  }
}

/** A tab that the session's process has nothing of: a repaint follows its welcome. */
async function takeOver(templates: readonly string[]) {
  const session = await open(scene(), Table)
  const tab = await Tab.join(session, { epoch: 0, templates })
  const [, page] = tab.sent
  const { ops } = decodeFrame(page!)
  return {
    bytes: page!.length,
    templates: ops.flatMap((op) => (op.op === 'template' ? [op.html] : [])),
  }
}

const TABLE = '<table class="table"><tbody lv-t="1"></tbody></table>'
const ROW =
  '<tr><td lv-t="1" class="col-md-1"></td><td class="col-md-4"><a lv-t="3" lv-click="2"></a></td></tr>'

/** As a tab knows them: by the hash of their markup. */
const nameOf = (markup: string) => (textHash(markup) >>> 0).toString(36)

test('a tab that says which templates it has is sent their names: 65 bytes of 205', {
  tags: ['A10', 'A19'],
}, async () => {
  expect(await takeOver([])).toEqual({ bytes: 205, templates: [TABLE, ROW] })
  expect(await takeOver(['aaaaaa', nameOf(ROW)])).toEqual({
    bytes: 112,
    templates: [TABLE, nameOf(ROW)],
  })
  const names = [nameOf(TABLE), nameOf(ROW)]
  expect(await takeOver(names)).toEqual({ bytes: 65, templates: names })
})
