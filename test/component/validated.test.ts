/** Handlers behind a schema: what it accepts arrives with its type, what it refuses changes nothing. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { html, InputError, LiveComponent, mount, validated } from '../../engine/index.ts'
import { byLabel, byRole, visit } from '../../engine/testing/index.ts'
import { Age, Person, schema } from './support/schemas.ts'

class Form extends LiveComponent {
  saved: Person | null = null
  kind = ''
  save = validated(Person, (person, { type }) => {
    this.saved = person
    this.kind = type
  })
  getTemplate() {
    return html`<form lv-submit=${this.save}>
      <input aria-label="Name" name="name"><input aria-label="Age" name="age"><input name="more" value="1">
    </form>`
  }
}

test('a schema is given the form, and the handler what the schema makes of it', {
  tags: ['A7', 'schemas'],
}, async () => {
  const tab = await visit(Form)
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Age'), '36')
  await tab.submit()
  expect(tab.state).toEqual({ saved: { name: 'Ada', age: 36 }, kind: 'submit' })
})

test('what a schema refuses is told by field, and nothing is changed', {
  tags: ['A7', 'schemas'],
}, async () => {
  const tab = await visit(Form)
  await tab.fill(byLabel('Age'), 'old')
  const refused = await tab.submit().catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(InputError)
  expect(refused).toMatchObject({
    code: 'input-refused',
    owner: 'network',
    message: expect.stringContaining('name: Expected a name; age: Expected a number.'),
    issues: [
      { message: 'Expected a name', path: ['name'] },
      { message: 'Expected a number', path: [{ key: 'age' }] },
    ],
  })
  expect(tab.state).toEqual({ saved: null, kind: '' })
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Age'), '36')
  await tab.submit()
  expect(tab.state.saved).toEqual({ name: 'Ada', age: 36 })
})

const heard: unknown[] = []
const Anything = schema((value) => ({ value }))
const hear = validated(Anything, (value) => void heard.push(value))

class Inputs extends LiveComponent {
  getTemplate() {
    return html`<input id="field" lv-change=${hear}><b id="own" lv-pick=${hear}></b>
      <form id="form" lv-change=${hear}><input id="inner" name="a"></form>
      <form id="empty" lv-submit=${hear}></form>
      <button value="7" lv-click=${hear}>Seven</button>`
  }
}

test.each([
  ['the field’s text', '#field', 'change', 'x', 'x'],
  ['the detail of an event of your own', '#own', 'pick', { at: 3 }, { at: 3 }],
  ['a detail that is false', '#own', 'pick', false, false],
  ['the form’s values, on a form', '#inner', 'change', 'y', { a: 'y' }],
  ['the form’s values, when it has none', '#empty', 'submit', undefined, {}],
  ['a button’s value', 'button', 'click', undefined, '7'],
])('a schema is given %s', { tags: ['A7'] }, async (_, where, type, given, expected) => {
  heard.length = 0
  const tab = await visit(Inputs)
  if (type === 'change') await tab.fill(where, String(given))
  else if (type === 'submit') await tab.submit(where)
  else if (type === 'click') await tab.click(where)
  else await tab.fire(where, type, { detail: given as never })
  expect(heard).toEqual([expected])
})

test('an asynchronous schema holds the events behind it', {
  tags: ['A2', 'A7', 'schemas'],
}, async () => {
  const order: string[] = []
  const Slow = schema<string>(async (value) => {
    order.push(`checks ${value}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    return value === 'no' ? { issues: [{ message: 'Not this' }] } : { value: String(value) }
  })
  class Field extends LiveComponent {
    value = ''
    other() {
      order.push('another handler')
    }
    getTemplate() {
      const save = validated(Slow, (value) => {
        order.push(`takes ${value}`)
        this.value = value
      })
      return html`<input lv-change=${save}><button lv-click=${this.other}>Other</button>`
    }
  }
  const tab = await visit(Field)
  await Promise.all([tab.fill('input', 'yes'), tab.click(byRole('button'))])
  expect(order).toEqual(['checks yes', 'takes yes', 'another handler'])
  await expect(tab.fill('input', 'no')).rejects.toThrow('received problems: Not this.')
  expect(tab.state).toEqual({ value: 'yes' })
})

test('what a handler did before it handed its event to a schema is taken back', {
  tags: ['A7'],
}, async () => {
  class Outer extends LiveComponent {
    tries = 0
    age = 0
    check = validated(Age, (age) => {
      this.age = age
    })
    getTemplate() {
      return html`<input lv-change=${(event) => {
        this.tries += 1
        return this.check(event)
      }}>`
    }
  }
  const tab = await visit(Outer)
  await expect(tab.fill('input', 'x')).rejects.toThrow(InputError)
  expect(tab.state).toEqual({ tries: 0, age: 0 })
  await tab.fill('input', '3')
  expect(tab.state).toEqual({ tries: 1, age: 3 })
})

test('no boundary shows what a schema refused; what the schema or the handler throws is the component’s', {
  tags: ['A7', 'A11'],
}, async () => {
  const Broken = schema<number>((value) => {
    if (value === 'broken') throw new Error('the schema broke')
    return value === 'no' ? { issues: [{ message: 'Not this' }] } : { value: 1 }
  })
  class Child extends LiveComponent<{ save: (n: number) => void }> {
    getTemplate() {
      return html`<input lv-change=${validated(Broken, this.props.save)}>`
    }
  }
  const told: unknown[] = []
  class Parent extends LiveComponent {
    n = 0
    save(n: number) {
      this.n += n
      if (this.n > 1) throw new Error('too many')
    }
    fallback(error: unknown, retry: () => void, fault: { component?: string; handler?: string }) {
      told.push([fault.component, fault.handler])
      return html`<p>${String(error)}</p><button lv-click=${retry}>Again</button>`
    }
    getTemplate() {
      return html`<main>${this.n}${mount(Child, { save: this.save })}</main>`
    }
  }
  const tab = await visit(Parent)
  await tab.fill('input', 'yes')
  await expect(tab.fill('input', 'no')).rejects.toThrow('received problems: Not this.')
  expect([tab.text(), told]).toEqual(['1', []])
  // A method that was passed down is its owner's, behind a schema as well.
  await tab.fill('input', 'yes')
  expect(tab.text('p')).toBe('Error: too many')
  await tab.click(byRole('button'))
  await tab.fill('input', 'broken')
  expect(tab.text('p')).toBe('Error: the schema broke')
  expect(told).toEqual([
    ['Parent', 'save'],
    ['Parent', 'save'],
  ])
})

test('a form with a thousand faults is told in a few of them', { tags: ['A7'] }, async () => {
  const Long = schema<never>(() => ({
    issues: Array.from({ length: 1_000 }, (_, i) => ({ message: 'x'.repeat(1_000), path: [i] })),
  }))
  class Field extends LiveComponent {
    getTemplate() {
      return html`<input lv-change=${validated(Long, () => {})}>`
    }
  }
  const tab = await visit(Field)
  const { message } = (await tab.fill('input', '1').catch((error: Error) => error)) as Error
  expect(message).toContain('and 995 more. ')
  expect(message.length).toBeLessThan(1_400)
})

test.each([
  ['nothing as a schema', () => validated(undefined as never, () => {}), 'received undefined'],
  ['what a handler gave back', () => validated(Age, undefined as never), 'received undefined'],
])('%s is refused where it is written', { tags: ['A7'] }, (_, write, sentence) => {
  expect(write).toThrow(sentence)
})

test('a schema of zod fits', { tags: ['A7', 'schemas'] }, async () => {
  const Order = z.object({
    amount: z.coerce.number().int().positive(),
    note: z.string().optional(),
  })
  class Shop extends LiveComponent {
    total = 0
    getTemplate() {
      return html`<form lv-submit=${validated(Order, ({ amount }) => {
        this.total += amount
      })}><input aria-label="Amount" name="amount"></form>`
    }
  }
  const tab = await visit(Shop)
  await tab.fill(byLabel('Amount'), '-3')
  await expect(tab.submit()).rejects.toThrow('amount: Number must be greater than 0')
  await tab.fill(byLabel('Amount'), '4')
  await tab.submit()
  expect(tab.state).toEqual({ total: 4 })
})
