/** Forms without script, over plain HTTP: what a browser sends, and the page that it gets. */
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent, page } from '../../engine/index.ts'
import { type LiveServer, serve, silentLogger } from '../../engine/server/index.ts'

const Account = z.object({
  email: z.string().email('Enter an e-mail address'),
  age: z.number({ required_error: 'Enter a number' }).min(18, 'You must be 18'),
  colours: z.array(z.string()).min(1, 'Choose a colour'),
  news: z.boolean(),
  password: z.string().min(8, 'At least 8 letters'),
})

const saved: unknown[] = []

class SignUp extends LiveComponent {
  signUp = form(Account, { initial: { email: '', news: true } })
  isDone = false
  save(values: z.output<typeof Account>) {
    if (values.email === 'taken@example.org') {
      return this.signUp.setError('email', 'This address is taken')
    }
    if (values.email === 'broken@example.org') throw new Error('no database')
    saved.push(values)
    this.isDone = true
  }
  getTemplate() {
    const { signUp } = this
    if (this.isDone) return html`<p>Welcome to page ${this.session.params.page}</p>`
    return html`<form novalidate lv-submit=${signUp.submit(this.save)}>
      ${signUp.error()}
      <input type="email" ${signUp.field('email')}>${signUp.error('email')}
      <input type="number" ${signUp.field('age')}>${signUp.error('age')}
      <input type="checkbox" value="red" ${signUp.field('colours')}>
      <input type="checkbox" value="blue" ${signUp.field('colours')}>${signUp.error('colours')}
      <input type="checkbox" ${signUp.field('news')}>
      <input type="password" ${signUp.field('password')}>${signUp.error('password')}
      <button>Sign up</button>
    </form>`
  }
}

const servers: LiveServer[] = []
afterAll(async () => {
  for (const server of servers) await server.close()
})

async function start(options: Partial<Parameters<typeof serve>[0]> = {}) {
  const server = await serve({
    pages: [page('/', SignUp)],
    port: 0,
    logger: silentLogger,
    ...options,
  })
  servers.push(server)
  const paint = await (await fetch(`${server.address}/?page=7`)).text()
  const action = /<form [^>]*action="([^"]*)"/.exec(paint)![1]!.replaceAll('&amp;', '&')
  const send = (body: string | FormData | URLSearchParams, headers: Record<string, string> = {}) =>
    fetch(`${server.address}/${action}`, {
      method: 'POST',
      body,
      headers: {
        ...(typeof body === 'string' && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
    })
  return { server, paint, action, send }
}

const right = {
  email: 'ada@example.org',
  age: '36',
  colours: 'blue',
  password: 'correct horse',
}

const messages = (markup: string) =>
  [...markup.matchAll(/class="lv-error"[^>]*>([^<]*)/g)].flatMap(([, text]) => text || [])

test('the first paint says where the form is sent, and keeps the query of its address', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const { paint, action } = await start()
  expect(paint).toContain('method="post"')
  expect(action).toMatch(/^\?page=7&lv-form=f[\da-z]+$/)
})

test('a form that is right is handled, and the same component shows what came of it', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const { send } = await start()
  const answer = await send(new URLSearchParams(right))
  expect(answer.status).toBe(200)
  expect(saved.pop()).toEqual({ ...right, age: 36, colours: ['blue'], news: false })
  expect(await answer.text()).toContain('Welcome to page <!--')
})

test('a form that is wrong is answered with 422, its messages and what was typed', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const { send } = await start()
  const answer = await send(new URLSearchParams({ ...right, email: 'ada@', age: 'x', colours: '' }))
  const markup = await answer.text()
  expect(answer.status).toBe(422)
  expect(messages(markup)).toEqual(['Enter an e-mail address', 'Expected number, received string'])
  expect(markup).toMatch(
    /name="email" aria-invalid="true" aria-describedby="\S+-email-error" autofocus="" value="ada@"/,
  )
  expect(markup).toMatch(/value="x"/)
  expect(saved).toEqual([])
})

test('a password is not in the answer', { tags: ['A21', 'form-posts'] }, async () => {
  const { send } = await start()
  const markup = await (await send(new URLSearchParams({ ...right, email: 'ada@' }))).text()
  expect(markup).not.toContain('correct horse')
})

test('a form of several parts is read too', { tags: ['A21', 'form-posts'] }, async () => {
  const { send } = await start()
  const body = new FormData()
  for (const [name, value] of Object.entries(right)) body.append(name, value)
  body.append('colours', 'red')
  expect((await send(body)).status).toBe(200)
  expect(saved.pop()).toMatchObject({ colours: ['blue', 'red'] })
})

test('what only the handler knows is a 422 too', { tags: ['A21', 'form-posts'] }, async () => {
  const { send } = await start()
  const answer = await send(new URLSearchParams({ ...right, email: 'taken@example.org' }))
  expect(answer.status).toBe(422)
  expect(messages(await answer.text())).toEqual(['This address is taken'])
})

test('a handler that fails is a 500 that says so, with what was typed', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const { send } = await start()
  const answer = await send(new URLSearchParams({ ...right, email: 'broken@example.org' }))
  const markup = await answer.text()
  expect(answer.status).toBe(500)
  expect(messages(markup)).toEqual([
    'Something went wrong on the server. What you typed is still here: try again.',
  ])
  expect(markup).toContain('value="broken@example.org"')
})

test('names that no field has are ignored', { tags: ['A21', 'form-bad-input'] }, async () => {
  const { send } = await start()
  expect((await send(new URLSearchParams({ ...right, isAdmin: 'yes' }))).status).toBe(200)
  expect(saved.pop()).toEqual({ ...right, age: 36, colours: ['blue'], news: false })
})

test.each([
  ['another site sends it', { 'sec-fetch-site': 'cross-site' }],
  ['another site of the same owner sends it', { 'sec-fetch-site': 'same-site' }],
  ['an old browser sends it from another origin', { origin: 'https://evil.example' }],
  ['a frame without an origin sends it', { origin: 'null' }],
])('a form is refused when %s', { tags: ['A21', 'form-posts'] }, async (_, headers) => {
  const { send } = await start()
  const answer = await send(new URLSearchParams(right), headers)
  expect([answer.status, await answer.text()]).toEqual([
    403,
    'Expected a form that a page of this server has sent, received one from another site. Nothing was changed.',
  ])
  expect(saved).toEqual([])
})

test('a form is taken from its own origin, and from one that is trusted', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const { server, send } = await start({ origins: ['https://trusted.example'] })
  const headers: Record<string, string>[] = [
    { origin: server.address },
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'https://trusted.example', 'sec-fetch-site': 'cross-site' },
  ]
  for (const header of headers) {
    expect((await send(new URLSearchParams(right), header)).status).toBe(200)
    saved.pop()
  }
})

const multipart = { 'content-type': 'multipart/form-data; boundary=x' }

test.each<[string, number, string, string | FormData, Record<string, string>?]>([
  [
    'a name that every object has',
    400,
    'Expected names of fields, received "__proto__".',
    '__proto__=1',
  ],
  [
    'such a name within another',
    400,
    'Expected names of fields, received "constructor.x".',
    'constructor.x=1',
  ],
  [
    'ten thousand fields',
    413,
    'Expected at most 1000 fields in a form, received more.',
    'a=1&'.repeat(10_000),
  ],
  [
    'five megabytes',
    413,
    'Expected at most 1048576 bytes in a form, received more.',
    `a=${'x'.repeat(5_000_000)}`,
  ],
  [
    'letters in another encoding',
    400,
    'Expected fields in UTF-8, received "email=%E9".',
    'email=%E9',
  ],
  [
    'another charset',
    415,
    'Expected a form in UTF-8, received one in "latin1".',
    'a=1',
    { 'content-type': 'application/x-www-form-urlencoded; charset=latin1' },
  ],
  [
    'JSON',
    415,
    'Expected a form (urlencoded or multipart), received "application/json".',
    '{}',
    { 'content-type': 'application/json' },
  ],
  [
    'a compressed body',
    415,
    'Expected a form that is not compressed, received a compressed one.',
    'a=1',
    { 'content-encoding': 'gzip' },
  ],
  [
    'parts that are none',
    400,
    'Expected the parts of a form, received a body that can’t be divided into them.',
    'x',
    multipart,
  ],
])(
  'a form with %s is refused with a sentence, and the page still answers',
  { tags: ['A21', 'form-bad-input'] },
  async (_, status, sentence, body, headers) => {
    const { send } = await start()
    const answer = await send(body, headers)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(sentence)
    expect((await send(new URLSearchParams(right))).status).toBe(200)
    saved.pop()
  },
)

test('a file in a form is refused with a sentence', {
  tags: ['A21', 'form-bad-input'],
}, async () => {
  const { send } = await start()
  const body = new FormData()
  body.append('photo', new Blob(['x']), 'photo.png')
  expect(await (await send(body)).text()).toContain(
    'Expected texts in a form, received a file ("photo").',
  )
})

test('a form that the page does not show is told to be sent anew', {
  tags: ['A21', 'form-bad-input'],
}, async () => {
  const { server } = await start()
  const answer = await fetch(`${server.address}/?lv-form=fnone`, {
    method: 'POST',
    body: new URLSearchParams(right),
  })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Open the page again')
})

test('a POST that is no form is no request for a page', {
  tags: ['A21', 'form-bad-input'],
}, async () => {
  const { server } = await start()
  const answer = await fetch(server.address, { method: 'POST', body: '' })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('the session of an answer is one that a tab can join, and the query is gone from its parameters', {
  tags: ['A21', 'form-posts'],
}, async () => {
  const { server, send } = await start()
  await send(new URLSearchParams(right))
  saved.pop()
  expect(server.sessions).toBe(2)
})
