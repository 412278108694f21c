/** What a form of a component does: values, messages and when they show, in the testing kit. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent } from '../../engine/index.ts'
import { byLabel, type Tab, visit } from '../../engine/testing/index.ts'

const Account = z.object({
  email: z.string().email('Enter an e-mail address'),
  age: z.number({ required_error: 'Enter a number' }).min(18, 'You must be 18'),
  address: z.object({ city: z.string().trim().min(1, 'Enter a city') }),
  news: z.boolean(),
})

class SignUp extends LiveComponent {
  signUp = form(Account, { initial: { email: '', address: { city: '' }, news: false } })
  saved: z.output<typeof Account>[] = []
  save(values: z.output<typeof Account>) {
    this.saved.push(values)
  }
  getTemplate() {
    const { signUp } = this
    return html`<form novalidate lv-submit=${signUp.submit(this.save)}>
      <label>E-mail <input type="email" ${signUp.field('email')}></label> ${signUp.error('email')}
      <label>Age <input type="number" ${signUp.field('age')}></label> ${signUp.error('age')}
      <label>City <input ${signUp.field('address.city')}></label> ${signUp.error('address.city')}
      <label>News <input type="checkbox" ${signUp.field('news')}></label>
      <button>Sign up</button>
    </form>`
  }
}

const messages = (tab: Tab) =>
  [...tab.html('form').matchAll(/class="lv-error"[^>]*>([^<]*)/g)].map(([, text]) => text)
const saved = (tab: Tab) => tab.state.saved

test('a fresh form shows no message', { tags: ['A21', 'form-messages'] }, async () => {
  const tab = await visit(SignUp)
  expect(messages(tab)).toEqual(['', '', ''])
})

test('a form that is sent empty shows what is missing, and its handler does not run', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const tab = await visit(SignUp)
  await tab.submit()
  expect(messages(tab)).toEqual(['Enter an e-mail address', 'Enter a number', 'Enter a city'])
  expect(saved(tab)).toEqual([])
})

test('the handler gets what the schema makes of the values', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const tab = await visit(SignUp)
  await tab.fill(byLabel('E-mail'), 'ada@example.org')
  await tab.fill(byLabel('Age'), '36')
  await tab.fill(byLabel('City'), '  London ')
  await tab.click(byLabel('News'))
  await tab.submit()
  expect(saved(tab)).toEqual([
    { email: 'ada@example.org', age: 36, address: { city: 'London' }, news: true },
  ])
})
