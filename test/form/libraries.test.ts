/** The same form with zod, valibot and arktype: names of fields, messages, output, asynchronous checks. */
import { expect, test } from 'vitest'
import { form, html, LiveComponent, type StandardSchema } from '../../engine/index.ts'
import { byLabel, type Tab, visit } from '../../engine/testing/index.ts'
import { libraries } from './support/schemas.ts'

interface Account {
  email: string
  age: number
  address: { city: string }
  tags: string[]
}

const signUpWith = (schema: StandardSchema<Account>) =>
  class SignUp extends LiveComponent {
    signUp = form(schema, { initial: { email: '', address: { city: '' }, tags: ['', ''] } })
    saved: unknown[] = []
    getTemplate() {
      const { signUp } = this
      const save = (values: Account) => this.saved.push(values)
      return html`<form novalidate lv-submit=${signUp.submit(save)}>
        <label>E-mail <input ${signUp.field('email')}></label> ${signUp.error('email')}
        <label>Age <input type="number" ${signUp.field('age')}></label> ${signUp.error('age')}
        <label>City <input ${signUp.field('address.city')}></label> ${signUp.error('address.city')}
        <label>First <input ${signUp.field('tags[0]')}></label> ${signUp.error('tags[0]')}
        <label>Second <input ${signUp.field('tags[1]')}></label> ${signUp.error('tags[1]')}
        <output>${signUp.isValidating ? 'checking' : signUp.isValid ? 'right' : 'wrong'}</output>
        <button>Sign up</button>
      </form>`
    }
  }

const messages = (tab: Tab) =>
  [...tab.html('form').matchAll(/id="\S+?-(\S+)-error"[^>]*>([^<]+)/g)].map(
    ([, name, text]) => `${name}: ${text}`,
  )

async function fillIn(tab: Tab) {
  await tab.fill(byLabel('E-mail'), 'ada@example.org')
  await tab.fill(byLabel('Age'), '36')
  await tab.fill(byLabel('City'), '  London ')
  await tab.fill(byLabel('First'), 'maths')
  await tab.fill(byLabel('Second'), 'looms')
}

test.each(Object.entries(libraries))(
  '%s: a form that is sent half empty says what is wrong at each field, lines of lists included',
  { tags: ['A21', 'form-schemas'] },
  async (_, schema) => {
    const tab = await visit(signUpWith(schema as StandardSchema<Account>))
    await tab.fill(byLabel('Age'), '17')
    await tab.fill(byLabel('First'), 'maths')
    await tab.submit()
    expect(messages(tab)).toEqual([
      'email: Enter an e-mail address',
      'age: You must be 18',
      'address.city: Enter a city',
      'tags[1]: Enter a tag',
    ])
    expect(tab.state.saved).toEqual([])
  },
)

test.each(Object.entries(libraries))(
  '%s: the handler gets the output: numbers as numbers, texts trimmed',
  { tags: ['A21', 'form-schemas'] },
  async (_, schema) => {
    const tab = await visit(signUpWith(schema as StandardSchema<Account>))
    await fillIn(tab)
    await tab.submit()
    expect(tab.state.saved).toEqual([
      { email: 'ada@example.org', age: 36, address: { city: 'London' }, tags: ['maths', 'looms'] },
    ])
    expect(tab.text('output')).toBe('right')
  },
)

test.each(Object.entries(libraries).filter(([name]) => name !== 'arktype'))(
  '%s: a check that takes a while is waited for when the form is sent',
  { tags: ['A21', 'form-schemas'] },
  async (_, schema) => {
    const tab = await visit(signUpWith(schema as StandardSchema<Account>))
    await fillIn(tab)
    await tab.fill(byLabel('E-mail'), 'taken@example.org')
    await tab.submit()
    expect(messages(tab)).toEqual(['email: This address is taken'])
    expect(tab.state.saved).toEqual([])
  },
)
