/** What a page says of itself, as its document and its sessions have it. */
import { JSDOM } from 'jsdom'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, type PageOptions, page } from '../../engine/index.ts'
import { type LiveServer, memoryStore, serve, silentLogger } from '../../engine/server/index.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import { ensureClient } from './support/client-built.ts'

class Room extends LiveComponent {
  count = 0
  add() {
    this.count += 1
    if (this.count > 1) throw new Error('the <secret> of the house')
  }
  getTemplate() {
    return html`<main><button lv-click=${this.add}>${this.count}</button></main>`
  }
}

const running: LiveServer[] = []
const store = memoryStore()

beforeAll(ensureClient)
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())))

async function start(options: PageOptions) {
  const pages = [page('/', Room, options)]
  const server = await serve({ pages, port: 0, logger: silentLogger, store, secret: 'one for all' })
  running.push(server)
  return server
}

async function documentWith(options: PageOptions): Promise<Document> {
  const { address } = await start(options)
  return new JSDOM(await (await fetch(address)).text()).window.document
}

test('head: markup of the program stands in the document’s head, beside the engine’s own', {
  tags: ['A5', 'page-head'],
}, async () => {
  const { head, body } = await documentWith({
    head: '<link rel="icon" href="/own.svg"><meta name="robots" content="none">',
  })
  expect(head.querySelector('meta[name=robots]')!.getAttribute('content')).toBe('none')
  expect(
    [...head.querySelectorAll('link[rel=icon]')].map((one) => one.getAttribute('href')),
  ).toEqual(['/own.svg'])
  expect(head.querySelector('meta[charset]')).not.toBeNull()
  expect(body.querySelector('meta, link')).toBeNull()
})

test('lang: the document’s language, English unless it is given, escaped', {
  tags: ['A5', 'page-lang'],
}, async () => {
  expect((await documentWith({})).documentElement.lang).toBe('en')
  const spanish = await documentWith({ lang: 'es' })
  expect(spanish.documentElement.lang).toBe('es')
  expect(spanish.querySelector('[role=status]')!.getAttribute('data-lost')).toContain('conexión')
  expect((await documentWith({ lang: 'e"><b>' })).documentElement.lang).toBe('e"><b>')
})

test('css: one style sheet, which the page’s own policy allows, and which can’t end its element', {
  tags: ['A5', 'page-css'],
}, async () => {
  const { address } = await start({ css: 'p { color: red } </style><script>1</script>' })
  const response = await fetch(address)
  const { document } = new JSDOM(await response.text()).window
  const [sheet, ...more] = document.querySelectorAll('style')
  expect([sheet!.textContent, more]).toEqual(['p { color: red } <\\/style><script>1</script>', []])
  const policy = response.headers.get('content-security-policy')!
  expect(policy).toMatch(/style-src 'self' 'sha256-[^']+'/)
})

test('after-code: markup at the end of the body, behind the content and before the client', {
  tags: ['A5', 'after-code'],
}, async () => {
  const { body } = await documentWith({ afterCode: '<footer>Bye</footer>' })
  const order = [...body.children].map((one) => one.id || one.localName)
  expect(order).toEqual(['telar-root', 'div', 'footer', 'telar', 'script'])
})

test('debug: errors are told to the tab in full, without it a visitor gets none of the program’s words', {
  tags: ['A5', 'page-debug'],
}, async () => {
  const told: unknown[] = []
  for (const debug of [true, false]) {
    const { address } = await start({ debug })
    const visitor = await Visitor.open(address)
    await visitor.join()
    await visitor.clicked()
    visitor.clickOn()
    told.push(await visitor.line!.signal('error'))
    await visitor.line!.close()
  }
  expect(told).toEqual([
    {
      code: 'handler-failed',
      owner: 'app',
      component: 'Room',
      handler: 'add',
      message: 'Room failed in add: the <secret> of the house',
    },
    {
      code: 'handler-failed',
      owner: 'app',
      message: 'Something went wrong on the server. Your last step was undone.',
    },
  ])
})

test('version: a state of an older version is not taken over, and the tab is told to reload', {
  tags: ['A5', 'page-version'],
}, async () => {
  const first = await start({ version: 1 })
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  await visitor.clicked()
  await visitor.line!.close()
  const same = await start({ version: 1 })
  expect(await visitor.join(same.address)).toMatchObject({ applied: 1, resumed: false })
  await visitor.line!.close()
  const newer = await start({ version: 2 })
  visitor.turnTo(newer.address)
  const line = await visitor.dial()
  line.send(visitor.hello())
  expect(await line.signal('error')).toMatchObject({
    code: 'session-gone',
    message: expect.stringContaining('Reload the page.'),
  })
  await line.closed
})
