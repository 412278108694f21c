/** What stays of a form: after a failure, a take-over, a reset; what of it is never kept; and late answers of a schema. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent, type StandardSchema } from '../../engine/index.ts'
import { byLabel, byRole, type Tab, visit } from '../../engine/testing/index.ts'
import { gate } from '../component/support/gate.ts'

const messages = (tab: Tab) =>
  [...tab.html('form').matchAll(/id="\S+?-(\S+)-error"[^>]*>([^<]+)/g)].map(
    ([, name, text]) => `${name}: ${text}`,
  )

const Login = z.object({
  name: z.string().min(2, 'Enter your name'),
  age: z.number().min(18, 'You must be 18').optional(),
  password: z.string().min(8, 'At least 8 letters'),
})

class LogIn extends LiveComponent {
  logIn = form(Login, { initial: { name: '', password: '' } })
  tries = 0
  done: string[] = []
  send({ name, password }: z.output<typeof Login>) {
    this.tries += 1
    if (name === 'broken') throw new Error('no database')
    if (password !== 'correct horse') return this.logIn.setError('', 'Wrong name or password')
    this.done.push(name)
    this.logIn.reset()
  }
  getTemplate() {
    const { logIn } = this
    return html`<form novalidate lv-submit=${logIn.submit(this.send)}>${logIn.error()}
      <label>Name <input ${logIn.field('name')}></label> ${logIn.error('name')}
      <label>Age <input inputmode="numeric" type="number" ${logIn.field('age')}></label> ${logIn.error('age')}
      <label>Password <input type="password" ${logIn.field('password')}></label> ${logIn.error('password')}
      <button>Log in</button></form>`
  }
}

test('a handler that fails takes back its own changes, and not what was typed', {
  tags: ['A21', 'form-failures'],
}, async () => {
  const tab = await visit(LogIn)
  await tab.fill(byLabel('Name'), 'broken')
  await tab.fill(byLabel('Age'), '18')
  await tab.fill(byLabel('Password'), 'correct horse')
  await expect(tab.submit()).rejects.toThrow('no database')
  expect(tab.state.tries).toBe(0)
  expect(tab.value(byLabel('Name'))).toBe('broken')
  expect(tab.value(byLabel('Password'))).toBe('correct horse')
  expect(tab.state.logIn).toMatchObject({
    data: { values: { name: 'broken', age: 18 }, submitted: true },
  })
})

test('a password is in no state', { tags: ['A21', 'form-secrets'] }, async () => {
  const tab = await visit(LogIn)
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Password'), 'secret one')
  await tab.submit()
  expect(messages(tab)).toEqual([])
  expect(tab.text(byRole('alert'))).toBe('Wrong name or password')
  expect(JSON.stringify(tab.state)).not.toContain('secret one')
  expect(tab.value(byLabel('Password'))).toBe('secret one')
})

test('a password comes back in no frame', { tags: ['A21', 'form-secrets'] }, async () => {
  const tab = await visit(LogIn)
  await tab.fill(byLabel('Password'), 'secret one')
  await tab.submit()
  expect(JSON.stringify(tab.frames)).not.toContain('secret one')
})

test('over a take-over everything stays, and the page offers the password again', {
  tags: ['A21', 'form-secrets'],
}, async () => {
  const tab = await visit(LogIn)
  await tab.fill(byLabel('Name'), 'A')
  await tab.fill(byLabel('Password'), 'correct horse')
  await tab.blur()
  expect(messages(tab)).toEqual(['name: Enter your name'])
  await tab.disconnect()
  await tab.reconnect({ restarted: true })
  expect(messages(tab)).toEqual(['name: Enter your name'])
  expect(tab.value(byLabel('Name'))).toBe('A')
  expect(tab.value(byLabel('Password'))).toBe('correct horse')
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.submit()
  expect(tab.state.done).toEqual(['Ada'])
})

test('a form that was reset is empty in the page, the password too, and shows no message', {
  tags: ['A21', 'form-secrets'],
}, async () => {
  const tab = await visit(LogIn)
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Password'), 'correct horse')
  await tab.submit()
  expect(tab.state.done).toEqual(['Ada'])
  expect([tab.value(byLabel('Name')), tab.value(byLabel('Password'))]).toEqual(['', ''])
  expect(messages(tab)).toEqual([])
  expect(tab.state.logIn).toMatchObject({ data: { values: { name: '', password: '' } } })
})

test('a second password after a reset is the visitor’s again', {
  tags: ['A21', 'form-secrets'],
}, async () => {
  const tab = await visit(LogIn)
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Password'), 'correct horse')
  await tab.submit()
  await tab.fill(byLabel('Password'), 'correct')
  expect(tab.value(byLabel('Password'))).toBe('correct')
  await tab.fill(byLabel('Name'), 'B')
  expect(tab.value(byLabel('Password'))).toBe('correct')
})

/** A schema that answers when the test says so. */
function slow() {
  const asked: { text: string; gate: ReturnType<typeof gate<string>> }[] = []
  const schema: StandardSchema<{ name: string }> = {
    '~standard': {
      version: 1,
      vendor: 'test',
      validate: (value) => {
        const one = { text: (value as { name: string }).name, gate: gate<string>() }
        asked.push(one)
        return one.gate.promise.then((message) =>
          message
            ? { issues: [{ message, path: ['name'] }] }
            : { value: value as { name: string } },
        )
      },
    },
  }
  class Slow extends LiveComponent {
    named = form(schema, { initial: { name: '' } })
    clicks = 0
    getTemplate() {
      const { named } = this
      return html`<form lv-submit=${named.submit(() => {})}>
        <label>Name <input ${named.field('name')}></label> ${named.error('name')}<button>Save</button></form>
        <b lv-click=${() => {
          this.clicks += 1
        }}>${this.clicks}</b><i>${named.isValidating ? 'checking' : named.isValid ? 'right' : 'wrong'}</i>`
    }
  }
  return { Slow, asked }
}

test('while a schema takes its time, other events go on, and the page says that it is checked', {
  tags: ['A21', 'form-schemas'],
}, async () => {
  const { Slow, asked } = slow()
  const tab = await visit(Slow)
  await asked[0]!.gate.open('')
  await tab.clock.advance(0)
  expect(tab.text('i')).toBe('right')
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.blur()
  await tab.click('b')
  expect([tab.text('b'), tab.text('i')]).toEqual(['1', 'checking'])
  await asked.at(-1)!.gate.open('Taken')
  await tab.clock.advance(0)
  expect([messages(tab), tab.text('i')]).toEqual([['name: Taken'], 'wrong'])
})

test('an answer about what was typed before is dropped', {
  tags: ['A21', 'form-schemas'],
}, async () => {
  const { Slow, asked } = slow()
  const tab = await visit(Slow)
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.blur()
  const first = asked.at(-1)!
  await tab.fill(byLabel('Name'), 'Grace')
  await tab.blur()
  const second = asked.at(-1)!
  expect([first.text, second.text]).toEqual(['Ada', 'Grace'])
  await second.gate.open('')
  await tab.clock.advance(0)
  await first.gate.open('Taken')
  await tab.clock.advance(0)
  expect(messages(tab)).toEqual([])
  expect(tab.text('i')).toBe('right')
})

test('a schema that was being asked when the process ended is asked again', {
  tags: ['A21', 'form-schemas'],
}, async () => {
  const { Slow, asked } = slow()
  const tab = await visit(Slow)
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.blur()
  await tab.disconnect()
  const before = asked.length
  await tab.reconnect({ restarted: true })
  expect(asked.slice(before).map(({ text }) => text)).toContain('Ada')
  for (const one of asked.slice(before)) await one.gate.open('Taken')
  await tab.clock.advance(0)
  expect(messages(tab)).toEqual(['name: Taken'])
})
