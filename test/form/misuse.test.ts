/** Forms that are written or sent wrongly: a sentence each, and nothing else is touched. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FormError, form, html, LiveComponent, mount, TemplateError } from '../../engine/index.ts'
import { byLabel, visit } from '../../engine/testing/index.ts'

const Account = z.object({ email: z.string(), admin: z.boolean() })

/** A page whose view is this. */
const pageOf = (view: (account: ReturnType<typeof accountForm>) => unknown) =>
  class Page extends LiveComponent {
    account = accountForm()
    getTemplate() {
      return view(this.account) as never
    }
  }
const accountForm = () => form(Account, { initial: { email: '', admin: false } })

const BAD = { tags: ['A21', 'form-bad-input'] }

test.each<[string, (account: ReturnType<typeof accountForm>) => unknown, string]>([
  [
    'a field on an element that is none',
    (account) => html`<p ${account.field('email')}></p>`,
    'Expected <input>, <select> or <textarea> for field("email"), received <p>. Put field(…) into the tag of the field itself.',
  ],
  [
    'a field for files',
    (account) => html`<input type="file" ${account.field('email')}>`,
    'Expected a field with a value for field("email"), received <input type="file">. A form holds texts; send files by themselves.',
  ],
  [
    'a field on a button',
    (account) => html`<input type="submit" ${account.field('email')}>`,
    'received <input type="submit">. Write a <button> without field(…).',
  ],
  [
    'a message on a field',
    (account) => html`<input ${account.message('email')}>`,
    'Expected an element that can show text for message("email"), received <input>.',
  ],
  [
    'a name that every object has',
    (account) => html`<input ${account.field('__proto__' as never)}>`,
    'Expected the name of a field such as email, address.city or tags[0], received "__proto__".',
  ],
  [
    'a name that is no path',
    (account) => html`<input ${account.field('tags[]' as never)}>`,
    'received "tags[]". Join keys by dots and write the place in a list in brackets.',
  ],
  [
    'a submit that was called',
    (account) => html`<form lv-submit=${account.submit(undefined as never)}></form>`,
    'Expected a method or a function in submit(), received undefined. Write submit(this.save), without ().',
  ],
])('%s is told', BAD, async (_, view, sentence) => {
  const error = await visit(pageOf(view)).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(FormError)
  expect(error.message).toContain(sentence)
})

test.each<[string, (account: ReturnType<typeof accountForm>) => unknown, string]>([
  [
    'another value among attributes',
    () => html`<p ${'hidden'}></p>`,
    'Expected an attribute or > in <p>, received a value: string "hidden". Write name=${…}; only a field of a form stands there by itself: ${this.signUp.field(\'email\')}. (misuse.test.ts:',
  ],
  [
    'two of them',
    (account) => html`<input ${account.field('email')} ${account.field('admin')}>`,
    'Expected an attribute or > in <input>, received a value.',
  ],
  [
    'one without a space',
    (account) => html`<input${account.field('email')}>`,
    'Expected an attribute or > in <input>, received a value.',
  ],
  [
    'a name beside it',
    (account) => html`<input name="mail" ${account.field('email')}>`,
    'Expected no name beside ${…} in <input>, received one: the field gives it. Remove it.',
  ],
  [
    'a handler beside it',
    (account) => html`<input lv-input=${() => {}} ${account.field('email')}>`,
    'Expected no lv-input beside ${…} in <input>, received one: the field gives it. Put a handler of your own on an element around it.',
  ],
])('in a tag, %s is told with its place', BAD, async (_, view, sentence) => {
  const error = await visit(pageOf(view)).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(TemplateError)
  expect(error.message).toContain(sentence)
  expect(error.message).toMatch(/\(misuse\.test\.ts:\d+:\d+\)/)
})

test('names that a visitor adds to a form change nothing, on no object', BAD, async () => {
  const saved: unknown[] = []
  const Page = pageOf(
    (account) => html`<form lv-submit=${account.submit((values) => saved.push(values))}>
      <label>E-mail <input ${account.field('email')}></label>
      <input name="__proto__" value="polluted"><input name="constructor.prototype.x" value="1">
      <input name="admin" value="on"><input name="email" value="second"><button>Send</button></form>`,
  )
  const tab = await visit(Page)
  await tab.fill(byLabel('E-mail'), 'ada@example.org')
  await tab.submit()
  expect(saved).toEqual([{ email: 'ada@example.org', admin: false }])
  expect(({} as Record<string, unknown>).x).toBe(undefined)
  expect(Object.getPrototypeOf(tab.state)).toBe(Object.prototype)
})

test('a form whose fields a child shows is the parent’s all the same', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const saved: unknown[] = []
  class Field extends LiveComponent<{ account: ReturnType<typeof accountForm> }> {
    getTemplate() {
      const { account } = this.props
      return html`<label>E-mail <input ${account.field('email')}></label>`
    }
  }
  class Page extends LiveComponent {
    account = form(Account.extend({ email: z.string().min(3, 'Too short') }), {
      initial: { email: '', admin: false },
    })
    getTemplate() {
      return html`<form lv-submit=${this.account.submit((values) => saved.push(values))}>
        ${mount(Field, { account: this.account })}${this.account.error('email')}<button>Send</button></form>`
    }
  }
  const tab = await visit(Page)
  await tab.fill(byLabel('E-mail'), 'a')
  await tab.submit()
  expect(tab.text('.lv-error')).toBe('Too short')
  await tab.fill(byLabel('E-mail'), 'ada')
  await tab.submit()
  expect(saved).toEqual([{ email: 'ada', admin: false }])
})
