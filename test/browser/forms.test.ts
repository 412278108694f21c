/** Forms and their errors, as a visitor sees them in Chromium. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent } from '../../engine/index.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

const shows = (tab: Page, selector: string, text: string) =>
  expect.poll(() => tab.locator(selector).textContent(), { timeout: 10_000 }).toBe(text)
const holds = (tab: Page, selector: string, text: string) =>
  expect.poll(() => tab.locator(selector).inputValue(), { timeout: 10_000 }).toBe(text)
const focused = (tab: Page) =>
  tab.evaluate(() => (document.activeElement as HTMLInputElement).name ?? '')

const Account = z.object({
  email: z.string().email('Enter an e-mail address'),
  age: z.number({ required_error: 'Enter a number' }).min(18, 'You must be 18'),
  city: z.string().trim().min(1, 'Enter a city'),
})

class SignUp extends LiveComponent {
  signUp = form(Account, { initial: { email: '', city: '' } })
  saved = ''
  save(values: z.output<typeof Account>) {
    if (values.email === 'taken@example.org') {
      return this.signUp.setError('email', 'This address is taken')
    }
    if (values.email === 'broken@example.org') throw new Error('no database')
    this.saved = JSON.stringify(values)
    this.signUp.reset()
  }
  getTemplate() {
    const { signUp } = this
    return html`<form novalidate lv-submit=${signUp.submit(this.save)}>
      <label>E-mail <input type="email" ${signUp.field('email')}></label> ${signUp.error('email')}
      <label>Age <input type="number" ${signUp.field('age')}></label> ${signUp.error('age')}
      <label>City <input ${signUp.field('city')}></label> ${signUp.error('city')}
      <button>Sign up</button>
    </form><output>${this.saved}</output>`
  }
}

const EMAIL = '[name=email]'
const messageOf = (name: string) => `[id$="-${name}-error"]`

test('a fresh form shows me no message', { tags: ['A21', 'form-messages'] }, async () => {
  const { tab, complaints } = await open(SignUp)
  expect(await tab.locator('.lv-error').allTextContents()).toEqual(['', '', ''])
  expect(complaints).toEqual([])
})

test('a field that I only visited shows no message', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.focus(EMAIL)
  await tab.keyboard.press('Tab')
  await tab.locator('[name=city]').fill('Ghent')
  await tab.keyboard.press('Tab')
  await shows(tab, messageOf('city'), '')
  await shows(tab, messageOf('email'), '')
})

test('a field that I filled in wrongly says so when I leave it, not while I type', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.locator(EMAIL).pressSequentially('ada')
  await tab.waitForTimeout(500)
  await shows(tab, messageOf('email'), '')
  await tab.keyboard.press('Tab')
  await shows(tab, messageOf('email'), 'Enter an e-mail address')
})

test('the message goes away while I correct the field', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.locator(EMAIL).pressSequentially('ada')
  await tab.keyboard.press('Tab')
  await shows(tab, messageOf('email'), 'Enter an e-mail address')
  await tab.focus(EMAIL)
  await tab.keyboard.press('End')
  await tab.keyboard.type('@example.org')
  await shows(tab, messageOf('email'), '')
  expect(await tab.locator(EMAIL).getAttribute('aria-invalid')).toBe(null)
})

test('an empty form that I send shows every message and takes me to the first field', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.click('button')
  await shows(tab, messageOf('email'), 'Enter an e-mail address')
  expect(await tab.locator('.lv-error').allTextContents()).toEqual([
    'Enter an e-mail address',
    'Enter a number',
    'Enter a city',
  ])
  await expect.poll(() => focused(tab)).toBe('email')
})

test('a form that I send with one wrong field takes me to that field', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.fill(EMAIL, 'ada@example.org')
  await tab.fill('[name=age]', '17')
  await tab.fill('[name=city]', 'London')
  await tab.keyboard.press('Enter')
  await shows(tab, messageOf('age'), 'You must be 18')
  await expect.poll(() => focused(tab)).toBe('age')
  await holds(tab, EMAIL, 'ada@example.org')
})

test('a form that is right is sent as what the schema makes of it, and is empty then', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.fill(EMAIL, 'ada@example.org')
  await tab.fill('[name=age]', '36')
  await tab.fill('[name=city]', '  London ')
  await tab.keyboard.press('Enter')
  await shows(tab, 'output', '{"email":"ada@example.org","age":36,"city":"London"}')
  for (const name of ['email', 'age', 'city']) await holds(tab, `[name=${name}]`, '')
  expect(await focused(tab)).toBe('city')
})

test('a button that a message moves while I press it is pressed all the same', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp, {
    css: '.lv-error:not(:empty) { display: block; height: 80px }',
  })
  await tab.fill(EMAIL, 'ada@example.org')
  await tab.fill('[name=age]', '17')
  const before = await tab.locator('button').boundingBox()
  await tab.click('button', { delay: 400 })
  await shows(tab, messageOf('city'), 'Enter a city')
  expect((await tab.locator('button').boundingBox())!.y).toBeGreaterThan(before!.y + 70)
})

test('what only the server knows shows at its field, until I change it', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.fill(EMAIL, 'taken@example.org')
  await tab.fill('[name=age]', '36')
  await tab.fill('[name=city]', 'London')
  await tab.keyboard.press('Enter')
  await shows(tab, messageOf('email'), 'This address is taken')
  await expect.poll(() => focused(tab)).toBe('email')
  await tab.fill(EMAIL, 'ada@example.org')
  await shows(tab, messageOf('email'), '')
})

test('a form whose handler fails keeps what I typed', {
  tags: ['A21', 'form-failures'],
}, async () => {
  const { tab } = await open(SignUp, { debug: false })
  await tab.fill(EMAIL, 'broken@example.org')
  await tab.fill('[name=age]', '36')
  await tab.fill('[name=city]', 'London')
  await tab.keyboard.press('Enter')
  await tab.waitForTimeout(300)
  await holds(tab, EMAIL, 'broken@example.org')
  await holds(tab, '[name=age]', '36')
  await tab.fill(EMAIL, 'ada@example.org')
  await tab.keyboard.press('Enter')
  await shows(tab, 'output', '{"email":"ada@example.org","age":36,"city":"London"}')
})
