/** Driver's writes, commits and take-overs in any order: a page that was taken up again looks like one that never was. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { each, html, Layout, LiveComponent, mount, sendToLayouts } from '../../engine/index.ts'
import { type Tab, visit } from '../../engine/testing/index.ts'

class Child extends LiveComponent<{ id: string; title: string }> {
  getTemplate() {
    return html`<b id=${this.props.id} title=${this.props.title}>child</b>`
  }
}

/** What a step may set; every value comes once. */
interface Shown {
  name: string
  title: string
  text: string
  value: string
  show: boolean
  wide: boolean
  rows: string[]
}

class Stage extends Layout {
  shown: Shown = {
    name: 'c',
    title: 't',
    text: 'x',
    value: 'v',
    show: true,
    wide: false,
    rows: ['a', 'b'],
  }

  constructor(name: string) {
    super(name, { html: () => this.view() })
  }

  onEventIn(step: unknown) {
    const { kind, target, name, value, set } = step as Step
    Object.assign(this.shown, set)
    if (!kind) return
    const driver = target === '' ? this.driver : this.driver.getDriverById(target)
    if (kind === 'setProperty') driver.setProperty(name, value)
    else if (kind === 'setStyle') driver.setStyle(name, value)
    else if (kind === 'remove') driver.remove()
    else driver[kind](value)
  }

  private view() {
    const { name, title, text, value, show, wide, rows } = this.shown
    const part = html`<i id="inner">${text}</i>${mount(Child, { id: 'child', title })}`
    return html`<div id="root" class=${name} title=${title}>
      <p id="text" style="top: ${rows.length}px"><u id="deep" title=${title}>${text}</u></p>
      ${show ? html`<section id="branch" title=${title}>${part}</section>` : ''}
      ${wide ? html`<nav><em id="moving">${mount(Child, { key: 1, id: 'kept', title })}</em></nav>` : html`<main id="moving">${mount(Child, { key: 1, id: 'kept', title })}</main>`}
      <ul id="list">${each(rows, String, (row) => html`<li id="row-${row}" title=${title}>${row}</li>`)}</ul>
      <input id="field" value=${value} />
    </div>`
  }
}

interface Step {
  kind?:
    | 'setHTML'
    | 'setText'
    | 'fillValue'
    | 'setValue'
    | 'addNode'
    | 'remove'
    | 'setProperty'
    | 'setStyle'
  target: string
  name: string
  value: string
  set: Partial<Shown>
  then?: 'reconnect' | 'restart'
}

let count = 0
const fresh = fc.constant(null).map(() => `${count++}`)
const target = fc.constantFrom(
  '',
  'root',
  'text',
  'deep',
  'branch',
  'inner',
  'child',
  'kept',
  'moving',
  'list',
  'row-a',
  'row-b',
  'field',
  'own-',
  'own-root',
  'own-text',
  'own-list',
  'also-list',
  'own-row-a',
  'own-kept',
  'nowhere',
)

const OWN = fc.constantFrom('own-', 'also-')

const write = fc.oneof(
  fc.record({
    kind: fc.constantFrom('setText', 'fillValue', 'setValue', 'remove'),
    target,
    name: fc.constant(''),
    value: fresh,
  }),
  fc
    .record({
      kind: fc.constantFrom('setHTML', 'addNode'),
      target,
      name: fc.constant(''),
      value: fresh,
    })
    .chain((step) =>
      OWN.map((own) => ({ ...step, value: `<s id="${own}${step.target}">${step.value}</s>` })),
    ),
  fc.record({
    kind: fc.constantFrom('setProperty'),
    target,
    name: fc.constantFrom('title', 'className', 'lang'),
    value: fresh,
  }),
  fc.record({
    kind: fc.constantFrom('setStyle'),
    target,
    name: fc.constantFrom('top', 'left'),
    value: fresh.map((n) => `${n}px`),
  }),
)

const commit = fc.oneof(
  fresh.map((name) => ({ name: `c ${name}` })),
  fresh.map((title) => ({ title })),
  fresh.map((text) => ({ text })),
  fresh.map((value) => ({ value })),
  fc.boolean().map((show) => ({ show })),
  fc.boolean().map((wide) => ({ wide })),
  fc.shuffledSubarray(['a', 'b', 'c']).map((rows) => ({ rows })),
)

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.option(write, { nil: { kind: undefined, target: '', name: '', value: '' } }),
    fc.option(commit, { nil: {} }),
    fc.option(fc.constantFrom('reconnect' as const, 'restart' as const), {
      nil: undefined,
      freq: 2,
    }),
  )
  .map(([written, set, then]) => ({ ...written, set, then }) as Step)

const wrote = (kind: Step['kind'], target: string, value: string): Step => ({
  kind,
  target,
  name: '',
  value,
  set: {},
})

const FOUND: [Step[]][] = [
  // Child slots lose their place, and the repaint fills them all the same.
  [[wrote('fillValue', '', 'own')]],
  [[wrote('fillValue', 'moving', 'own'), wrote(undefined, '', '')]],
  // What was appended goes with the text before it, when that is written again.
  [[wrote('setText', 'child', 'own'), wrote('addNode', 'child', '<s id="own-child">more</s>')]],
  [[wrote('addNode', 'root', '<s id="own-root">more</s>'), wrote('setHTML', '', '<s>own</s>')]],
  // One element under two names: the newest stands, whichever of them it was written to.
  [[wrote('setText', 'root', 'a'), wrote('fillValue', '', 'b')]],
  [[wrote('setText', '', 'a'), wrote('fillValue', 'root', 'b')]],
  [
    [
      wrote('setText', 'root', 'a'),
      wrote('setHTML', '', '<s>b</s>'),
      wrote('setText', 'root', 'a'),
    ],
  ],
  [
    [
      wrote('addNode', 'root', '<s id="own-root">more</s>'),
      wrote('setText', '', 'b'),
      wrote('addNode', 'root', '<s id="own-root">most</s>'),
    ],
  ],
  [[wrote('setText', 'kept', 'a'), wrote('setText', '', 'b'), wrote(undefined, '', '')]],
  // What was appended first stands first, when it was changed since and what came after it was not.
  [
    [
      wrote('addNode', 'list', '<s id="own-list">1</s>'),
      wrote('addNode', 'list', '<s id="also-list">2</s>'),
      wrote('setText', 'own-list', '3'),
    ],
  ],
  // And of two with one id the first is meant.
  [
    [
      wrote('addNode', 'list', '<s id="own-list">1</s>'),
      wrote('addNode', 'list', '<s id="own-list">2</s>'),
      wrote('setText', 'own-list', '3'),
    ],
  ],
]

// A field's first value is an attribute, its later ones are not; the order of styles says nothing.
const seen = (tab: Tab) => [
  tab
    .html()
    .replace(/(<input[^>]*) value="[^"]*"/, '$1')
    .replace(/style="([^"]*)"/g, (_, text: string) => text.split(/; ?/).sort().join(';')),
  tab.has('#field') ? tab.value('#field') : '',
]

test('a driver’s write, a commit and a take-over in any order: a page taken up again looks like one that never was', {
  tags: ['A2', 'driver-repaint'],
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const name = `stage-${count++}`
      const tab = await visit(() => new Stage(name))
      const other = await tab.another()
      for (const one of steps) {
        sendToLayouts(one, name)
        await tab.clock.advance(0)
        if (one.then) await other.reconnect({ restarted: one.then === 'restart' })
        expect(seen(other)).toEqual(seen(tab))
      }
      const before = seen(tab)
      await tab.reconnect({ restarted: true })
      expect(seen(tab)).toEqual(before)
    }),
    { numRuns: Number(process.env.RUNS ?? 100), examples: FOUND },
  )
})
