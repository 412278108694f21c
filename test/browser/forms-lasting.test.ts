/** What stays of a form in Chromium: without script, over lost processes, for a screen reader; and what is never kept. */

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent, page } from '../../engine/index.ts'
import {
  fileStore,
  type LiveServer,
  memoryStore,
  serve,
  silentLogger,
} from '../../engine/server/index.ts'
import type { StateStore } from '../../engine/state/store.ts'
import { hold } from '../support/hold.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { browser, open } = useBrowser()

const shows = (tab: Page, selector: string, text: string) =>
  expect.poll(() => tab.locator(selector).textContent(), { timeout: 10_000 }).toBe(text)
const holds = (tab: Page, selector: string, text: string) =>
  expect.poll(() => tab.locator(selector).inputValue(), { timeout: 10_000 }).toBe(text)

const Account = z.object({
  email: z.string().email('Enter an e-mail address'),
  plan: z.enum(['free', 'paid'], { required_error: 'Choose a plan' }),
  news: z.boolean(),
  note: z.string(),
  password: z.string().min(8, 'At least 8 letters'),
})

class SignUp extends LiveComponent {
  signUp = form(Account, { initial: { email: '' } })
  saved = ''
  save({ password, ...values }: z.output<typeof Account>) {
    this.saved = JSON.stringify({ ...values, letters: password.length })
    this.signUp.reset()
  }
  getTemplate() {
    const { signUp } = this
    return html`<form novalidate lv-submit=${signUp.submit(this.save)}>${signUp.error()}
      <label>E-mail <input type="email" aria-describedby="why" ${signUp.field('email')}></label> ${signUp.error('email')}
      <small id="why">We write once a month.</small>
      <fieldset><legend>Plan</legend>
        <label><input type="radio" value="free" ${signUp.field('plan')}> Free</label>
        <label><input type="radio" value="paid" ${signUp.field('plan')}> Paid</label></fieldset>
      <p class="mine" ${signUp.message('plan')}>${signUp.errors.plan?.[0]}</p>
      <label><input type="checkbox" ${signUp.field('news')}> News</label>
      <label>Note <textarea ${signUp.field('note')}></textarea></label>
      <label>Password <input type="password" autocomplete="new-password" ${signUp.field('password')}></label>
      ${signUp.error('password')}
      <button>Sign up</button>
    </form><output>${this.saved}</output>`
  }
}

async function fillIn(tab: Page) {
  await tab.fill('[name=email]', 'ada@example.org')
  await tab.check('[value=paid]')
  await tab.check('[name=news]')
  await tab.fill('[name=note]', 'two\nlines')
  await tab.fill('[name=password]', 'correct horse')
}

const DONE =
  '{"email":"ada@example.org","plan":"paid","news":true,"note":"two\\nlines","letters":13}'

/** A server that can end and start again on the same port. */
async function restarting(store: () => StateStore) {
  const start = (port: number) =>
    serve({
      pages: [page('/', SignUp)],
      port,
      store: store(),
      secret: 'the same in every process',
      logger: silentLogger,
    })
  let server: LiveServer = await start(0)
  const { address } = server
  return {
    address,
    close: () => server.close(),
    async again() {
      await server.close()
      server = await start(Number(new URL(address).port))
    },
  }
}

test('with a file store, a restart of the server leaves my half filled form as it is', {
  tags: ['A21', 'form-recovery'],
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'))
  const server = await restarting(() => fileStore(folder))
  const tab = await browser().newPage()
  await tab.goto(server.address)
  await connected(tab)
  await tab.fill('[name=email]', 'ada@')
  await tab.check('[value=paid]')
  await tab.fill('[name=password]', 'correct horse')
  await shows(tab, '[id$=email-error]', 'Enter an e-mail address')
  await tab.evaluate(() => Object.assign(window, { isSame: true }))
  await server.again()
  await connected(tab)
  await tab.fill('[name=email]', 'ada@example.org')
  await shows(tab, '[id$=email-error]', '')
  await holds(tab, '[name=password]', 'correct horse')
  expect(await tab.evaluate(() => 'isSame' in window)).toBe(true)
  await tab.check('[name=news]')
  await tab.fill('[name=note]', 'two\nlines')
  await tab.click('button')
  await shows(tab, 'output', DONE)
  await tab.close()
  await server.close()
})

test('my password is in no file of the store', { tags: ['A21', 'form-secrets'] }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'))
  const server = await restarting(() => fileStore(folder))
  const tab = await browser().newPage()
  await tab.goto(server.address)
  await connected(tab)
  await fillIn(tab)
  await tab.fill('[name=email]', 'ada@')
  await tab.click('button')
  await shows(tab, '[id$=email-error]', 'Enter an e-mail address')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )
  const texts = files.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join()
  expect(texts).toContain('ada@')
  expect(texts).not.toContain('correct horse')
  await tab.close()
  await server.close()
})

test('who embeds the page and shows its frames does not see my password', {
  tags: ['A21', 'form-secrets'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.evaluate(() => {
    const sent: string[] = []
    Object.assign(window, { sent })
    addEventListener('message', ({ data }) => {
      if (data.type === 'frame' && data.direction === 'up')
        sent.push(new TextDecoder().decode(data.bytes))
    })
  })
  await fillIn(tab)
  await tab.fill('[name=password]', 'pass"wörd one')
  await tab.click('button')
  await shows(tab, 'output', DONE)
  const sent = await tab.evaluate(() => (window as unknown as { sent: string[] }).sent.join())
  expect(sent).toContain('"ada@example.org"')
  expect(sent).toContain('"password":"***"')
  expect(sent).not.toContain('rd one')
})

test('when the server has lost my session, the new page offers what I had typed, but for the password', {
  tags: ['A21', 'form-recovery'],
}, async () => {
  const server = await restarting(memoryStore)
  const tab = await browser().newPage()
  await tab.goto(server.address)
  await connected(tab)
  await fillIn(tab)
  await tab.evaluate(() => Object.assign(window, { isSame: true }))
  await server.again()
  await tab.waitForFunction(() => !('isSame' in window))
  await connected(tab)
  await holds(tab, '[name=email]', 'ada@example.org')
  await holds(tab, '[name=note]', 'two\nlines')
  await holds(tab, '[name=password]', '')
  expect(await tab.isChecked('[value=paid]')).toBe(true)
  expect(await tab.isChecked('[name=news]')).toBe(true)
  expect(await tab.evaluate(() => JSON.stringify(history.state))).not.toContain('ada')
  await tab.fill('[name=password]', 'correct horse')
  await tab.click('button')
  await shows(tab, 'output', DONE)
  await tab.close()
  await server.close()
})

/** A page whose browser runs no script. */
async function withoutScript(server: { address: string }): Promise<Page> {
  const context = await browser().newContext({ javaScriptEnabled: false })
  const tab = await context.newPage()
  await tab.goto(`${server.address}/?from=here`)
  return tab
}

test('without script, a form that is wrong comes back with messages and with what I typed', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const { server } = await open(SignUp)
  const tab = await withoutScript(server)
  await tab.fill('[name=email]', 'ada@')
  await tab.check('[name=news]')
  await tab.fill('[name=note]', '\ntwo\nlines')
  await tab.fill('[name=password]', 'correct horse')
  await tab.click('button')
  expect(await tab.textContent('[id$=email-error]')).toBe('Enter an e-mail address')
  expect(await tab.textContent('.mine')).toBe('Choose a plan')
  expect(await tab.locator(':focus').getAttribute('name')).toBe('email')
  expect(await tab.inputValue('[name=email]')).toBe('ada@')
  expect(await tab.inputValue('[name=note]')).toBe('\ntwo\nlines')
  expect(await tab.isChecked('[name=news]')).toBe(true)
  expect(await tab.inputValue('[name=password]')).toBe('')
  expect(new URL(tab.url()).searchParams.get('from')).toBe('here')
  await tab.context().close()
})

test('without script, I can mend a form and send it again', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const { server } = await open(SignUp)
  const tab = await withoutScript(server)
  await tab.click('button')
  await fillIn(tab)
  await tab.click('button')
  expect(await tab.textContent('output')).toBe(DONE)
  expect(await tab.inputValue('[name=email]')).toBe('')
  await tab.context().close()
})

test('without script, a page that was open for long is answered all the same', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const server = await serve({
    pages: [page('/', SignUp)],
    port: 0,
    limits: { unconnected: 50 },
    logger: silentLogger,
  })
  const tab = await withoutScript(server)
  await fillIn(tab)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await tab.click('button')
  expect(await tab.textContent('output')).toBe(DONE)
  await tab.context().close()
  await server.close()
})

test('a form of another site in my name is refused', { tags: ['A21', 'form-posts'] }, async () => {
  const { server } = await open(SignUp)
  const tab = await withoutScript(server)
  const action = await tab.getAttribute('form', 'action')
  const evil = `<form method="post" action="${server.address}/${action!.replaceAll('&', '&amp;')}"><input name="email" value="ada@example.org"><button>Win</button></form>`
  await tab.goto(`data:text/html,${encodeURIComponent(evil)}`)
  const answer = tab.waitForResponse((response) => response.request().method() === 'POST')
  await tab.click('button')
  expect((await answer).status()).toBe(403)
  await tab.context().close()
})

test('a screen reader is told the name of a field, that it is wrong, and why', {
  tags: ['A21', 'form-screen-readers'],
}, async () => {
  const { tab } = await open(SignUp)
  const field = tab.locator('[name=email]')
  expect(await field.getAttribute('aria-describedby')).toBe('why')
  await tab.click('button')
  await shows(tab, '[id$=email-error]', 'Enter an e-mail address')
  const client = await tab.context().newCDPSession(tab)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const node = nodes.find(
    ({ role, name }) => role?.value === 'textbox' && name?.value.trim() === 'E-mail',
  )
  const invalid = node?.properties?.find(({ name }) => name === 'invalid')?.value.value
  expect([invalid, node?.description?.value]).toEqual([
    'true',
    'We write once a month. Enter an e-mail address',
  ])
})

test('a form that was refused breaks no rule of accessibility', {
  tags: ['A21', 'form-screen-readers'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.click('button')
  await shows(tab, '[id$=email-error]', 'Enter an e-mail address')
  await tab.evaluate(axe.source)
  const { violations } = await tab.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run('form'),
  )
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html)}`)).toEqual([])
})

test('a message comes up in a region that a screen reader follows, and which was there before', {
  tags: ['A21', 'form-screen-readers'],
}, async () => {
  const { tab } = await open(SignUp)
  const regions = () =>
    tab
      .locator('form [aria-live], form [role=alert]')
      .evaluateAll((all) =>
        all.map((one) => `${one.id.replace(/^f\w+/, '')} ${one.ariaLive ?? one.role}`),
      )
  const before = await regions()
  expect(before).toEqual([
    '-error alert',
    '-email-error polite',
    '-plan-error polite',
    '-password-error polite',
  ])
  await tab.locator('[id$=email-error]').evaluate((one) => Object.assign(one, { isSame: true }))
  await tab.fill('[name=email]', 'ada')
  await tab.keyboard.press('Tab')
  await shows(tab, '[id$=email-error]', 'Enter an e-mail address')
  expect(await tab.locator('[id$=email-error]').evaluate((one) => 'isSame' in one)).toBe(true)
})

test('after a refused form the focus is in the first wrong field, and the description is there already', {
  tags: ['A21', 'form-screen-readers'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.evaluate(() =>
    document.addEventListener('focusin', ({ target }) => {
      const field = target as HTMLInputElement
      const ids = field.getAttribute('aria-describedby')?.split(' ') ?? []
      const texts = ids.map((id) => document.getElementById(id)?.textContent)
      if (field.name) Object.assign(window, { heard: [field.name, field.ariaInvalid, ...texts] })
    }),
  )
  await tab.click('button')
  await expect
    .poll(() => tab.evaluate(() => (window as { heard?: string[] }).heard))
    .toEqual(['email', 'true', 'We write once a month.', 'Enter an e-mail address'])
})

test('what a password manager fills in before I send is sent', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.check('[value=paid]')
  await tab.evaluate(() => {
    for (const [name, value] of [
      ['email', 'ada@example.org'],
      ['password', 'correct horse'],
    ] as const)
      (document.querySelector(`[name=${name}]`) as HTMLInputElement).value = value
  })
  await tab.click('button')
  await shows(
    tab,
    'output',
    '{"email":"ada@example.org","plan":"paid","news":false,"note":"","letters":13}',
  )
})

test('a form that I send before the page is live is answered once it is', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { server } = await open(SignUp)
  const tab = await browser().newPage()
  const go = await hold(tab, '**/client*.js')
  await tab.goto(server.address, { waitUntil: 'commit' })
  await tab.fill('[name=email]', 'ada@')
  await tab.click('button')
  go()
  await shows(tab, '[id$=email-error]', 'Enter an e-mail address')
  await holds(tab, '[name=email]', 'ada@')
  expect(new URL(tab.url()).search).toBe('')
  await tab.close()
})

test('a text that is too large to send says so at its field, and the rest of the form stays', {
  tags: ['A21', 'form-bad-input'],
}, async () => {
  const { tab } = await open(SignUp)
  await fillIn(tab)
  await tab.locator('[name=note]').evaluate((field) => {
    const note = field as HTMLTextAreaElement
    note.value = 'x'.repeat(5_000_000)
    note.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await shows(tab, '.telar-status', 'This is too large to send: at most 1.0 MB.')
  await holds(tab, '[name=email]', 'ada@example.org')
  await tab.fill('[name=note]', 'two\nlines')
  await tab.click('button')
  await shows(tab, 'output', DONE)
})

/** Fields that a script of the page, or an extension, has put into the form. */
const addFields = (tab: Page, count: number) =>
  tab.evaluate((count) => {
    const form = document.querySelector('form')!
    for (let i = 0; i < count; i++) {
      const field = document.createElement('input')
      field.name = i % 2 ? `note[${i}]` : '__proto__'
      field.type = 'hidden'
      field.value = 'x'
      form.append(field)
    }
  }, count)

test('hundreds of fields that the page does not have change nothing', {
  tags: ['A21', 'form-bad-input'],
}, async () => {
  const { tab } = await open(SignUp)
  await fillIn(tab)
  await addFields(tab, 900)
  await tab.click('button')
  await shows(tab, 'output', DONE)
})

test('ten thousand fields are refused in a sentence, and what was typed stays', {
  tags: ['A21', 'form-bad-input'],
}, async () => {
  const { tab } = await open(SignUp)
  await fillIn(tab)
  const typed = await tab.locator('[name=email]').inputValue()
  await addFields(tab, 10_000)
  await tab.click('button')
  await tab
    .getByRole('status')
    .getByText('That was not accepted, and nothing was changed.')
    .waitFor()
  expect(await tab.locator('[name=email]').inputValue()).toBe(typed)
  await shows(tab, 'output', '')
})

test('a caret in the middle of a word stays there while messages come and go', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab } = await open(SignUp)
  await tab.fill('[name=email]', 'ada@example')
  await tab.keyboard.press('Tab')
  await shows(tab, '[id$=email-error]', 'Enter an e-mail address')
  await tab.focus('[name=email]')
  await tab.evaluate(() => {
    const field = document.activeElement as HTMLInputElement
    field.type = 'text'
    field.setSelectionRange(3, 3)
  })
  await tab.keyboard.type('!')
  await tab.waitForTimeout(500)
  await tab.keyboard.type('?')
  await holds(tab, '[name=email]', 'ada!?@example')
})
