/** Checks of lessons: steps in order, what failed, what was skipped. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import {
  byRole,
  type Check,
  check,
  failure,
  type Hint,
  runCheck,
  type StepResult,
  step,
} from '../../engine/testing/index.ts'

class Counter extends LiveComponent {
  count = 0
  getTemplate() {
    return html`<button lv-click=${() => this.count++}>${this.count}</button>`
  }
}

const expectText = (text: string, wanted: string) => {
  if (text !== wanted) throw new Error(`The page says ${text}. Expected ${wanted}.`)
}

async function results(plan: Check): Promise<StepResult[]> {
  const all: StepResult[] = []
  for await (const result of runCheck(plan, { component: Counter })) all.push(result)
  return all
}

test('every step that holds is passed', { tags: ['B3', 'lesson-checks'] }, async () => {
  const plan = check([
    step('starts-at-zero', 'The count starts at 0', async ({ visit, component }) => {
      expectText((await visit(component)).text(), '0')
    }),
    step('one-click-one', 'One click adds one', async ({ visit }) => {
      const tab = await visit()
      await tab.click(byRole('button'))
      expectText(tab.text(), '1')
    }),
  ])
  expect(await results(plan)).toEqual([
    { id: 'starts-at-zero', title: 'The count starts at 0', state: 'passed', bytes: 54 },
    { id: 'one-click-one', title: 'One click adds one', state: 'passed', bytes: 54 + 8 },
  ])
})

test('a step tells the bytes that all of its tabs were sent, those of another visitor too', {
  tags: ['B3'],
}, async () => {
  const plan = check([
    step('one', 'One visitor', async ({ visit }) => void (await visit())),
    step('two', 'Two visitors, one click', async ({ visit }) => {
      const other = await (await visit()).another()
      await other.click(byRole('button'))
    }),
  ])
  const [one, two] = await results(plan)
  expect(two?.bytes).toBe(2 * (one?.bytes ?? 0) + 8)
})

test('the first step that fails says what it saw and its hint, and the others are skipped', {
  tags: ['B3'],
}, async () => {
  const plan = check([
    step(
      'starts-at-seven',
      'It starts at 7',
      async ({ visit }) => expectText((await visit()).text(), '7'),
      { hint: 'count = 7' },
    ),
    step('never', 'Never run', () => {
      throw new Error('must not run')
    }),
  ])
  expect(await results(plan)).toEqual([
    {
      id: 'starts-at-seven',
      title: 'It starts at 7',
      state: 'failed',
      message: 'The page says 0. Expected 7.',
      hint: 'count = 7',
    },
    { id: 'never', title: 'Never run', state: 'skipped' },
  ])
})

test('a hint can be made of what went wrong', async () => {
  const hint: Hint = ({ message }) => (message.includes('0') ? 'It starts too low.' : 'Too high.')
  const plan = check([
    step(
      'at-seven',
      'It starts at 7',
      async ({ visit }) => expectText((await visit()).text(), '7'),
      {
        hint,
      },
    ),
  ])
  expect(await results(plan)).toMatchObject([{ state: 'failed', hint: 'It starts too low.' }])
})

test('a check without steps, with one id twice, or with an odd id is refused', {
  tags: ['B3'],
}, () => {
  const same = step('same', 'Same', () => {})
  expect(() => check([])).toThrow('received none')
  expect(() => check([same, same])).toThrow('received “same” twice.')
  expect(() => step('Not an id', 'x', () => {})).toThrow('received "Not an id"')
})

test('a sentence of `failure` keeps its text and its values apart, so that it can be translated', async () => {
  const acts = [{ press: 'Add one' }, { look: '0' }] as const
  const plan = check([
    step(
      'one',
      'It is one',
      () => {
        throw failure`Expected ${1} after one press, received “${'0'}”.`
      },
      { play: acts },
    ),
  ])
  expect(await results(plan)).toEqual([
    {
      id: 'one',
      title: 'It is one',
      state: 'failed',
      message: 'Expected 1 after one press, received “0”.',
      failure: { template: 'Expected {0} after one press, received “{1}”.', values: ['1', '0'] },
      play: acts,
    },
  ])
})

test('what a step returns is its value: the answer to a question that runs', async () => {
  const plan = check([
    step('text', 'What does it say?', async ({ visit }) => (await visit()).text()),
    step('number', 'How many?', () => 3),
    step('other', 'Nothing to say', () => [3]),
  ])
  expect((await results(plan)).map(({ value }) => value)).toEqual(['0', 3, undefined])
})
