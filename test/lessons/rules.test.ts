/** B3: a lesson that breaks a rule is found, and its author is told where and what to do. */
import { afterEach, expect, test } from 'vitest'
import { told } from './fault.ts'
import { plantedLesson, removePlanted } from './fixture.ts'
import { RULES } from './rules.ts'
import { languageOf } from './style.ts'
import { typeFaults } from './types.ts'

afterEach(removePlanted)

const faultsOf = async (rule: string, changes: Parameters<typeof plantedLesson>[0]) => {
  const lesson = plantedLesson(changes)
  const { rule: run } = RULES.find(({ says }) => says.includes(rule))!
  return (await run(lesson)).map((one) => told(lesson.name, one)).join('\n')
}

const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string => {
    expect(text).toMatch(from)
    return text.replace(from, () => to)
  }
const behind = (more: string) => (text: string) => text + more

test.each(RULES)('a good lesson keeps the rule: $says', async ({ rule }) => {
  expect(await rule(plantedLesson())).toEqual([])
})

test.each([
  [
    'starts with',
    { 'start/lamp.ts': swap('= false\n  }', '= !this.isOn\n  }') },
    'start/expect.json: Expected step press-lights to fail, received that it passed',
  ],
  [
    'starts with',
    { 'start/expect.json': swap('press-lights', 'is-off') },
    'Expected step is-off to fail, received press-lights: Expected the lamp to be on',
  ],
  ['starts with', { 'start/expect.json': null }, 'Expected the step that fails, received none'],
  [
    'right answers',
    { 'alt/lamp.ts': swap('? false : true', '? false : false') },
    'alt/lamp.ts: Expected it to pass, received press-lights: Expected the lamp',
  ],
  [
    'right answers',
    { 'check.ts': swap("byRole('button'))\n    if", "':scope > :nth-child(2)')\n    if") },
    'with its parts in this order',
  ],
  ['right answers', { 'alt/lamp.ts': null }, 'alt: Expected a folder with a right answer'],
  [
    'written differently',
    { 'alt/lamp.ts': () => `// Mine.\n${LAMP.replaceAll('\n    ', '\n        ')}` },
    'received the same',
  ],
  [
    'wrong answers',
    { 'wrong/only-on/lamp.ts': swap('= true', '= !this.isOn') },
    'wrong/only-on/expect.json: Expected step second-press to fail, received that it passed',
  ],
  [
    'wrong answers',
    { 'wrong/only-on/expect.json': swap('always puts', 'never puts') },
    'Expected a hint with “never puts in the same”',
  ],
  [
    'wrong answers',
    { 'wrong/a-copy/lamp.ts': null, 'wrong/a-copy/expect.json': null },
    'Expected at least 2 misconceptions, received 1',
  ],
  [
    'wrong answers',
    { 'wrong/a-copy/lamp.ts': swap('<button lv-click=${this.press}>Press</button>', '') },
    'Expected the check to look first (tab.has)',
  ],
  ['wrong answers', { 'wrong/a-copy/lamp.ts': behind('}') }, 'Expected code that can be loaded'],
  [
    'predictions',
    { 'lesson.mdx': swap('answer="setText"', 'answer="none"') },
    'lesson.mdx:13: <Predict>: Expected the ops that really come, setText, received none.',
  ],
  [
    'predictions',
    { 'lesson.es.mdx': swap('>9<', '>8<') },
    'lesson.es.mdx:17: <Bytes>: Expected the bytes that really come, 9, received 8.',
  ],
  [
    'predictions',
    { 'lesson.mdx': swap('press="Press" measure', 'press="Push" measure') },
    'Expected an act that can be done in solution/',
  ],
  [
    'predictions',
    { 'lesson.mdx': swap('<Choice value="setText">', '<Choice value="move">') },
    'Expected one of the choices to be the answer setText',
  ],
  [
    'predictions',
    { 'lesson.mdx': swap('measure="ops" answer="setText"', 'measure="elements" answer="button"') },
    'Expected one of the choices to be the answer button',
  ],
  [
    'predictions',
    {
      'lesson.mdx': behind(
        '\n<Predict id="p" press="Press" measure="frames" answer={2}>How many?</Predict>\n',
      ),
    },
    'Expected the frames that really come, 1, received 2',
  ],
  [
    'predictions',
    {
      'lesson.mdx': behind(
        '\n<Predict id="p" of="solution" press="Press" measure="elements" answer="button">What?</Predict>\n',
      ),
    },
    'Expected the elements that really come, p, received button',
  ],
  [
    'predictions',
    {
      'lesson.mdx': behind(
        '\n<Predict id="p" of="solution" press="Press" measure="text" look="p" answer="The lamp is off">What?</Predict>\n',
      ),
    },
    'Expected the text that really come, The lamp is on, received The lamp is off',
  ],
  [
    'predictions',
    {
      'lesson.mdx': behind(
        '\n<Predict id="p" press="Press" measure="up" answer={99}>How many?</Predict>\n',
      ),
    },
    /Expected the up that really come, \d+, received 99/,
  ],
  [
    'questions',
    { 'review.ts': swap('return tab.cost.ops', 'return tab.text()') },
    'Expected one-change to return one number or one word',
  ],
  [
    'questions',
    { 'review.ts': swap('return tab.cost.ops', 'return Math.random()') },
    'Expected the same answer each time to one-change',
  ],
  [
    'questions',
    { 'review.ts': swap('on or off?', 'on or off.') },
    'Expected the title of three-presses to be a question',
  ],
  ['questions', { 'review.ts': null }, 'Expected two questions, received no file'],
  [
    'whole sentences',
    {
      'check.ts': swap(
        'throw failure`Expected the lamp to be on, received “${tab.text()}”.`',
        "throw new Error('Off.')",
      ),
    },
    /check\.ts:15: Expected failure`…`, received new Error/,
  ],
  [
    'whole sentences',
    { 'check.ts': swap('“${tab.text()}”.', "${tab.text() ? 'a page' : 'no page at all'}.") },
    'received a piece of a sentence',
  ],
  [
    'whole sentences',
    {
      'check.ts': behind(
        '\nexport const told = (at: number) => `The handler runs ${at} times, and what it puts into the field is what stays there.`\n',
      ),
    },
    'received one that is glued together',
  ],
  [
    'is translated',
    { 'check.es.json': swap('Una pulsación la enciende', '') },
    'Expected a title of step press-lights',
  ],
  [
    'is translated',
    { 'check.es.json': swap('It should be on now.', 'It should be off now.') },
    'received none of: It should be on now.',
  ],
  [
    'is translated',
    { 'check.es.json': swap('It should be on now.', 'It should be off now.') },
    "received one that it can't: It should be off now.",
  ],
  [
    'is translated',
    { 'check.es.json': swap('encendida, y la página dice «{0}»', 'encendida') },
    'Expected the values {0}, received none',
  ],
  [
    '40 to 160',
    {
      'check.ts': swap(/Yours always .* sees\. /, ''),
      'check.es.json': swap(/Yours always [^"]*? sees\. /, ''),
    },
    /check\.ts:5: Expected a hint of 40 to 160 words, received 3\d/,
  ],
  [
    'head',
    { 'lesson.mdx': swap('minutes: 3', 'minutes: 12') },
    'Expected minutes to be 3 to 10, received 12',
  ],
  [
    'minutes',
    { 'lesson.mdx': swap('minutes: 3', 'minutes: 12\nproject: 57') },
    /Expected minutes to be about 5\d \(\d\.\d to read, 57\.0 to write\), received 12/,
  ],
  [
    'stands in the files',
    { 'lesson.mdx': swap('```ts\nthis.isOn = !this.isOn', '```ts\nthis.isOn = !this.is') },
    'lesson.mdx:22: Expected code that stands in solution/, line by line, received “this.isOn = !this.is”',
  ],
  [
    'stands in the files',
    { 'lesson.mdx': swap('```ts\n', '```ts wrong/none\n') },
    'received wrong/none',
  ],
  ['names in', { 'lesson.mdx': swap('`press()`', '`lighten()`') }, 'received lighten(…)'],
  [
    'names in',
    { 'lesson.mdx': swap('`lamp.ts`', '`lamps.ts`') },
    'Expected a file of the lesson, received lamps.ts',
  ],
  [
    'names in',
    { 'lesson.mdx': swap('`lamp.ts`', '`lv-debounced-ms`') },
    'received lv-debounced-ms',
  ],
  [
    'links',
    { 'lesson.mdx': swap('/learn/counter', '/learn/countess') },
    'Expected a page of the site, received /learn/countess',
  ],
  [
    'links',
    { 'lesson.mdx': swap('/learn/counter', '#what-it-sends') },
    'Expected a heading of 07-lamp, received #what-it-sends. There are what-a-press-sends.',
  ],
  ['links', { 'lesson.mdx': swap('/learn/counter', 'https://') }, 'Expected an address'],
  [
    'one structure',
    { 'lesson.es.mdx': swap('## Lo', '### Lo') },
    'Expected as in line 11 of lesson.mdx: a heading of level 2, received a heading of level 3',
  ],
  [
    'one structure',
    { 'lesson.es.mdx': swap('press="Press" measure', 'press="Pulsar" measure') },
    'press="Pulsar"',
  ],
  [
    'one structure',
    { 'lesson.es.mdx': swap('!this.isOn\n```', '!this.isOn // Al revés.\n```') },
    'Al revés',
  ],
  ['one structure', { 'lesson.es.mdx': null }, 'Expected the text in both languages'],
  [
    'other language',
    {
      'lesson.es.mdx': swap(
        'Esta es la línea',
        'Here the handler of the lamp stands in one line, and that is it. Esta es la línea',
      ),
    },
    'Expected Spanish, received English: Here the handler',
  ],
  [
    'other language',
    {
      'lesson.mdx': swap(
        'This is the line',
        'El handler de la lámpara cabe en una línea. This is the line',
      ),
    },
    'Expected English, received Spanish',
  ],
  [
    'other language',
    {
      'check.es.json': swap(
        'Ahora debería estar encendida.',
        'The lamp of the visitor should be on now.',
      ),
    },
    'check.es.json: Expected Spanish, received English',
  ],
  ['plainly', { 'lesson.mdx': swap('A lamp has', 'A lamp simply has') }, 'received “simply”'],
  [
    'plainly',
    { 'lesson.mdx': swap('A lamp has one', 'We have one') },
    'Expected the second person, received “We”',
  ],
  [
    'plainly',
    { 'lesson.es.mdx': swap('Una lámpara tiene', 'Simplemente, una lámpara tiene') },
    'received “Simplemente”',
  ],
  [
    'plainly',
    { 'check.es.json': swap('encendida.', 'encendida!') },
    'Expected no exclamation mark',
  ],
  [
    'sentences are short',
    { 'lesson.mdx': swap('A lamp has one button.', `A lamp has ${'one and '.repeat(25)}button.`) },
    'Expected sentences of at most 40 words, received 54',
  ],
  [
    'minutes',
    { 'lesson.mdx': swap('minutes: 3', 'minutes: 9') },
    /Expected minutes to be about \d \(\d\.\d to read, 1\.\d to write\), received 9/,
  ],
] as const)('%s: %o', async (rule, changes, sentence) => {
  expect(await faultsOf(rule, changes)).toMatch(sentence)
})

const LAMP = `import { html, LiveComponent } from 'telar'

export default class Lamp extends LiveComponent {
  isOn = false

  press() {
    this.isOn = !this.isOn
  }

  getTemplate() {
    return html\`<p>The lamp is \${this.isOn ? 'on' : 'off'}</p>
      <button lv-click=\${this.press}>Press</button>\`
  }
}
`

test('code that does not compile is told with its line, and what is laid over the solution compiles with it', () => {
  const good = plantedLesson({
    'alt/lamp.ts': swap(
      "'telar'",
      "'telar'\nimport { watts } from './watts.ts'\n\nexport const twice = watts * 2",
    ),
    'solution/watts.ts': () => 'export const watts = 7\n',
    'start/watts.ts': () => 'export const watts = 7\n',
  })
  expect([...typeFaults(`${good.folder}/..`, [good]).values()]).toEqual([[]])
  const bad = plantedLesson({ 'start/lamp.ts': swap('isOn = false\n', "isOn: number = 'no'\n") })
  const [faults] = [...typeFaults(`${bad.folder}/..`, [bad]).values()]
  expect(faults?.map((one) => told('07-lamp', one)).join('\n')).toContain(
    "07-lamp/start/lamp.ts:4: Expected code that compiles, received: Type 'string' is not assignable to type 'number'.",
  )
})

test('a wrong answer compiles too, unless it says what the compiler makes of it', () => {
  const types = "isOn: number = 'no'\n"
  const files = { 'wrong/only-on/lamp.ts': swap('isOn = false\n', types) }
  const said = 'wrong/only-on/expect.json'
  const faultsIn = (changes: Parameters<typeof plantedLesson>[0]) => {
    const lesson = plantedLesson(changes)
    const [faults] = [...typeFaults(`${lesson.folder}/..`, [lesson]).values()]
    return faults?.map((one) => told('07-lamp', one)).join('\n')
  }
  expect(faultsIn(files)).toContain(
    "07-lamp/wrong/only-on/lamp.ts:4: Expected code that compiles, received: Type 'string' is",
  )
  const expected = swap('}', ', "types": "is not assignable to type \'number\'"}')
  expect(faultsIn({ ...files, [said]: expected })).toBe('')
  expect(faultsIn({ [said]: expected })).toContain(
    '07-lamp/wrong/only-on/expect.json: Expected the compiler to say “is not assignable',
  )
})

test('a language is told by its frequent words', () => {
  expect(languageOf('The page shows what the server says.')).toBe('en')
  expect(languageOf('La página muestra lo que dice el servidor.')).toBe('es')
  expect(languageOf('Counter, handler, session')).toBeUndefined()
})
