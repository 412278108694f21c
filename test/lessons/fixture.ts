/** A small lesson that keeps every rule, written to a folder of its own, for tests that break one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Lesson, readLesson } from './lesson.ts'

/** The lesson with some of its files changed: by a function of their text, or taken away. */
export function plantedLesson(
  changes: Readonly<Record<string, ((text: string) => string) | null>> = {},
): Lesson {
  const root = mkdtempSync(join(tmpdir(), 'telar-planted-'))
  roots.push(root)
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ extends: REAL_SETTINGS }))
  const files: Record<string, string> = { ...FILES }
  for (const [file, change] of Object.entries(changes)) {
    if (change === null) delete files[file]
    else files[file] = change(files[file] ?? '')
  }
  for (const [file, text] of Object.entries(files)) {
    const path = join(root, '07-lamp', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return readLesson(root, '07-lamp')
}

const roots: string[] = []
export const removePlanted = () => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
}

const REAL_SETTINGS = fileURLToPath(new URL('../../lessons/tsconfig.json', import.meta.url))

const lamp = (method: string, use = '${this.press}', shown = "${this.isOn ? 'on' : 'off'}") =>
  `import { html, LiveComponent } from 'telar'

export default class Lamp extends LiveComponent {
  isOn = false

  press() {
    ${method}
  }

  getTemplate() {
    return html\`<p>The lamp is ${shown}</p>
      <button lv-click=${use}>Press</button>\`
  }
}
`

const HINT =
  'The handler runs at each press, and what it puts into the field is what the page shows afterwards. Yours always puts in the same, so that the first press is the only one that a visitor sees. Let the new value depend on the old one, and look at the right side of the line.'
const PISTA =
  'El handler se ejecuta en cada pulsación, y lo que pone en el campo es lo que la página muestra después. El tuyo pone siempre lo mismo, así que el visitante solo nota la primera pulsación. Haz que el valor nuevo dependa del anterior y mira la parte derecha de la línea.'

const FILES: Readonly<Record<string, string>> = {
  'start/lamp.ts': lamp('this.isOn = false'),
  'start/expect.json': '{"step": "press-lights"}',
  'solution/lamp.ts': lamp('this.isOn = !this.isOn'),
  'alt/lamp.ts': lamp('this.isOn = this.isOn ? false : true', '${() => this.press()}'),
  'wrong/only-on/lamp.ts': lamp('this.isOn = true'),
  'wrong/only-on/expect.json': '{"step": "second-press", "hint": "always puts in the same"}',
  'wrong/a-copy/lamp.ts': lamp('let { isOn } = this\n    isOn = !isOn'),
  'wrong/a-copy/expect.json': '{"step": "press-lights"}',
  'check.ts': `/** Is it a lamp? */
import { byRole, check, failure, step } from 'telar/testing'

const hint = () =>
  '${HINT}'

export default check([
  step('is-off', 'The lamp is off at first', async ({ visit, component }) => {
    const tab = await visit(component)
    if (!tab.text().includes('off')) throw failure\`Expected the lamp to be off, received “\${tab.text()}”.\`
  }, { hint }),
  step('press-lights', 'A press lights it', async ({ visit, component }) => {
    const tab = await visit(component)
    await tab.click(byRole('button'))
    if (!tab.text().includes('on')) throw failure\`Expected the lamp to be on, received “\${tab.text()}”.\`
  }, { hint, play: [{ press: 'Press' }, { say: 'It should be on now.' }] }),
  step('second-press', 'Another press puts it out', async ({ visit, component }) => {
    const tab = await visit(component)
    await tab.click(byRole('button'))
    await tab.click(byRole('button'))
    if (!tab.text().includes('off')) throw failure\`Expected the lamp to be off, received “\${tab.text()}”.\`
  }, { hint }),
])
`.replace("includes('on')", "includes('is on')"),
  'review.ts': `/** What the lamp taught. */
import { byRole, check, step } from 'telar/testing'

export default check([
  step('three-presses', 'Somebody presses three times. Is the lamp on or off?', async ({ visit }) => {
    const tab = await visit()
    for (let press = 1; press <= 3; press += 1) await tab.click(byRole('button'))
    return tab.text().includes('is on') ? 'on' : 'off'
  }),
  step('one-change', 'Somebody presses once. How many changes come back?', async ({ visit }) => {
    const tab = await visit()
    await tab.click(byRole('button'))
    return tab.cost.ops
  }),
])
`,
  'check.es.json': JSON.stringify({
    titles: {
      'is-off': 'La lámpara está apagada al principio',
      'press-lights': 'Una pulsación la enciende',
      'second-press': 'Otra pulsación la apaga',
      'three-presses': 'Alguien pulsa tres veces. ¿La lámpara dice «on» u «off»?',
      'one-change': 'Alguien pulsa una vez. ¿Cuántos cambios vuelven?',
    },
    says: {
      [HINT]: PISTA,
      'It should be on now.': 'Ahora debería estar encendida.',
      'Expected the lamp to be off, received “{0}”.':
        'La lámpara debería estar apagada, y la página dice «{0}».',
      'Expected the lamp to be on, received “{0}”.':
        'La lámpara debería estar encendida, y la página dice «{0}».',
    },
  }),
  'lesson.mdx': `---
title: A lamp
part: 2
minutes: 3
goal: You write a handler that turns a value round.
focus: lamp.ts:6
---

A lamp has one button. The file \`lamp.ts\` has one method, \`press()\`, and it does the wrong thing.

## What a press sends

<Predict id="one-text" of="solution" press="Press" measure="ops" answer="setText">
What comes back when you press?

<Choice value="setText">One text</Choice>
<Choice value="none">Nothing</Choice>
</Predict>

It takes <Bytes of="solution" press="Press">9</Bytes> bytes. This is the line, and [the counter](/learn/counter) has another one:

\`\`\`ts
this.isOn = !this.isOn
\`\`\`

<Try>
Write it, then press **Check**.
</Try>
`,
  'lesson.es.mdx': `---
title: Una lámpara
goal: Escribes un handler que invierte un valor.
---

Una lámpara tiene un solo botón. El archivo \`lamp.ts\` tiene un método, \`press()\`, que no hace lo que debe.

## Lo que envía una pulsación

<Predict id="one-text" of="solution" press="Press" measure="ops" answer="setText">
¿Qué vuelve cuando pulsas?

<Choice value="setText">Un texto</Choice>
<Choice value="none">Nada</Choice>
</Predict>

Ocupa <Bytes of="solution" press="Press">9</Bytes> bytes. Esta es la línea, y [el contador](/learn/counter) tiene otra:

\`\`\`ts
this.isOn = !this.isOn
\`\`\`

<Try>
Escríbela y después pulsa **Check**.
</Try>
`,
}
