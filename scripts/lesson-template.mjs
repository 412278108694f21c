/** The files of a new lesson: a whole small one, which its author changes piece by piece. */

export function filesOfLesson({ slug, title, part }) {
  const entry = `${slug}.ts`
  const name = slug.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())
  const Class = /^[A-Z]/.test(name) ? name : `Lesson${name}`
  const component = (body) => `import { html, LiveComponent } from 'telar'

export default class ${Class} extends LiveComponent {
${body}}
`
  const fields = '  rings = 0\n\n'
  const view = (button) => `  getTemplate() {
    return html\`<h1>The bell</h1>
      <output>\${this.rings}</output>
      ${button}\`
  }
`
  const ring = (by) => `  ring() {
    this.rings += ${by}
  }

`
  const wired = '<button lv-click=${this.ring}>Ring</button>'
  return {
    'lesson.mdx': english({ title, part, entry }),
    'lesson.es.mdx': spanish(title),
    [`start/${entry}`]: component(fields + view('<button>Ring</button>')),
    'start/expect.json': json({ step: 'one-ring' }),
    [`solution/${entry}`]: component(fields + ring(1) + view(wired)),
    [`alt/${entry}`]: component(
      `${fields}  once() {
    this.rings = this.rings + 1
  }

${view('<p><button type="button" lv-click=${this.once}>Ring</button></p>')}`,
    ),
    [`wrong/rings-twice/${entry}`]: component(fields + ring(2) + view(wired)),
    'wrong/rings-twice/expect.json': json({ step: 'one-ring' }),
    [`wrong/rings-once-only/${entry}`]: component(
      `${fields}  ring() {
    this.rings = 1
  }

${view(wired)}`,
    ),
    'wrong/rings-once-only/expect.json': json({ step: 'each-ring' }),
    'check.ts': CHECK,
    'review.ts': REVIEW,
    'check.es.json': json(WORDS),
  }
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`

const english = ({ title, part, entry }) => `---
title: ${JSON.stringify(title)}
part: ${part}
minutes: 4
goal: You write one handler and see that a press changes one text of the page.
focus: ${entry}:8
---

A bell at a counter is rung when someone wants to be served. Say in two sentences why the idea of this lesson matters to the reader, and show something that moves.

## What happens now

Ask what the reader expects before they see it. The wrong guess should be one that a clever person makes.

<Predict id="before" of="start" press="Ring" measure="ops" answer="none">
You press **Ring**. What comes back?

<Choice value="setText">One text</Choice>
<Choice value="repaint">The whole page</Choice>
<Choice value="none">Nothing</Choice>
</Predict>

Explain what they saw, in the words that the lessons before have introduced. One idea, and no second one.

## Change it

Show the piece that makes the difference, as it stands in the solution:

\`\`\`ts
ring() {
  this.rings += 1
}
\`\`\`

<Try>
Write it into \`${entry}\`, and let the button name it with \`lv-click\`.
</Try>

<Watch>
A press goes up. What comes back takes <Bytes of="solution" press="Ring">8</Bytes> bytes.
</Watch>

## Your turn

Let the reader make something now, with less help than before. Here the bell must count each ring.

Press **Check** when it works.

<Passed>
Say why it works, and what to try next.
</Passed>
`

const spanish = (title) => `---
title: ${JSON.stringify(title)}
goal: Escribes un handler y ves que una pulsación cambia un solo texto de la página.
---

En un mostrador se toca el timbre para que alguien te atienda. Cuenta en dos frases por qué le importa al lector la idea de esta lección y enseña algo que se mueva.

## Qué pasa ahora

Pregunta qué espera el lector antes de que lo vea. La respuesta equivocada debe ser la que daría una persona lista.

<Predict id="before" of="start" press="Ring" measure="ops" answer="none">
Pulsas **Ring**. ¿Qué vuelve?

<Choice value="setText">Un texto</Choice>
<Choice value="repaint">La página entera</Choice>
<Choice value="none">Nada</Choice>
</Predict>

Explica lo que ha visto con las palabras que ya presentaron las lecciones anteriores. Una idea y ninguna más.

## Cámbialo

Enseña la pieza que marca la diferencia, tal como está en la solución:

\`\`\`ts
ring() {
  this.rings += 1
}
\`\`\`

<Try>
Escríbela en tu archivo y haz que el botón la nombre con \`lv-click\`.
</Try>

<Watch>
La pulsación sube. Lo que vuelve ocupa <Bytes of="solution" press="Ring">8</Bytes> bytes.
</Watch>

## Te toca

Deja que el lector haga algo ahora, con menos ayuda que antes. Aquí el timbre debe contar cada toque.

Pulsa **Comprobar** cuando funcione.

<Passed>
Cuenta por qué funciona y qué se puede probar después.
</Passed>
`

const NO_ANSWER =
  'The page shows the same number after a press as before it, so nothing on the server has run for that press. A button sends a press only if the template says that somebody wants to hear it, and the name it gives must be a method of this class. Look at the button in the template, then at the method that it should name.'
const NOT_ONE =
  'A press was heard and the number changed, but one ring must count as one. The handler runs once for each press, and what it does to the field is all that happens. Read the line in the handler that changes the field, and say aloud what it makes of the number that stands there before the press.'
const STAYS =
  'The first ring counts, and the ones after it change nothing. A handler that gives the field the same value each time leaves the page as it is from the second press on. What the field becomes has to depend on what it was before the press. Look at the line in the handler that changes it.'
const SI_NO_RESPONDE =
  'La página muestra el mismo número antes y después de la pulsación, así que en el servidor no se ha ejecutado nada. Un botón solo envía la pulsación si la plantilla dice que alguien quiere oírla, y el nombre que da tiene que ser un método de esta clase. Mira primero el botón de la plantilla y luego el método que debería nombrar.'
const SI_NO_ES_UNO =
  'La pulsación se oyó y el número cambió, pero un toque debe contar como uno. El handler se ejecuta una vez por cada pulsación, y lo que hace con el campo es lo único que ocurre. Lee la línea del handler que cambia el campo y di en voz alta qué hace con el número que había antes de pulsar.'
const SI_SE_QUEDA =
  'El primer toque cuenta y los siguientes no cambian nada. Un handler que da siempre el mismo valor al campo deja la página como está a partir de la segunda pulsación. El valor nuevo del campo tiene que depender del que tenía antes de pulsar. Mira la línea del handler que lo cambia.'

const CHECK = `import { byRole, check, failure, step } from 'telar/testing'

export default check([
  step('button', 'There is a button', async ({ visit, component }) => {
    const tab = await visit(component)
    if (!tab.has(byRole('button'))) throw failure\`Expected a button, received a page without one.\`
  }, {
    hint: '${NO_ANSWER}',
  }),
  step('one-ring', 'One press counts one ring', async ({ visit, component }) => {
    const tab = await visit(component)
    await tab.click(byRole('button'))
    const said = tab.text()
    if (!/\\b1\\b/.test(said)) throw failure\`Expected the page to say \${1} after one press, received “\${said}”.\`
  }, {
    hint: ({ message }) =>
      /“.*\\b0\\b.*”/s.test(message)
        ? '${NO_ANSWER}'
        : '${NOT_ONE}',
    play: [{ press: 'Ring' }, { say: 'The number should be 1 now.' }],
  }),
  step('each-ring', 'Each press counts', async ({ visit, component }) => {
    const tab = await visit(component)
    for (let press = 0; press < 3; press += 1) await tab.click(byRole('button'))
    const said = tab.text()
    if (!/\\b3\\b/.test(said)) throw failure\`Expected the page to say \${3} after three presses, received “\${said}”.\`
  }, {
    hint: '${STAYS}',
  }),
])
`

const REVIEW = `import { byRole, check, step } from 'telar/testing'

export default check([
  step('two-rings', 'A visitor presses the button twice. What number does the page show?', async ({ visit }) => {
    const tab = await visit()
    await tab.click(byRole('button'))
    await tab.click(byRole('button'))
    return Number(/\\d+/.exec(tab.text())?.[0])
  }),
  step('second-visitor', 'One visitor presses three times. What number does a second visitor see, who has pressed nothing?', async ({ visit }) => {
    const first = await visit()
    for (let press = 0; press < 3; press += 1) await first.click(byRole('button'))
    const second = await visit()
    return Number(/\\d+/.exec(second.text())?.[0])
  }),
])
`

const WORDS = {
  titles: {
    button: 'Hay un botón',
    'one-ring': 'Una pulsación cuenta un toque',
    'each-ring': 'Cada pulsación cuenta',
    'two-rings': 'Un visitante pulsa el botón dos veces. ¿Qué número muestra la página?',
    'second-visitor':
      'Un visitante pulsa tres veces. ¿Qué número ve un segundo visitante que no ha pulsado nada?',
  },
  says: {
    'Expected a button, received a page without one.':
      'Se esperaba un botón y la página no tiene ninguno.',
    'Expected the page to say {0} after one press, received “{1}”.':
      'Después de una pulsación la página debería decir {0} y dice «{1}».',
    'Expected the page to say {0} after three presses, received “{1}”.':
      'Después de tres pulsaciones la página debería decir {0} y dice «{1}».',
    [NO_ANSWER]: SI_NO_RESPONDE,
    [NOT_ONE]: SI_NO_ES_UNO,
    [STAYS]: SI_SE_QUEDA,
    'The number should be 1 now.': 'Ahora el número debería ser 1.',
  },
}
