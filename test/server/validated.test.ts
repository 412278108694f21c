/** Handlers behind a schema over a real socket: what is refused is acknowledged, told, logged, and changes nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, page, validated } from '../../engine/index.ts'
import { type LiveServer, memoryStore, serve } from '../../engine/server/index.ts'
import { Attacker, type Encoding } from '../attacks/attacker.ts'
import { MemoryLog } from '../attacks/log.ts'
import { Person } from '../component/support/schemas.ts'
import { ensureClient } from './support/client-built.ts'

class Register extends LiveComponent {
  names: string[] = []
  getTemplate() {
    return html`<main>
      <form lv-submit=${validated(Person, (person) => {
        this.names.push(`${person.name} ${person.age + 1}`)
      })}><input name="name"><input name="age"></form>
      <p>${this.names.join()}</p>
      <button lv-click=${() => this.names.push('clicked')}>Click</button>
    </main>`
  }
}

const store = memoryStore()
const log = new MemoryLog()
let server: LiveServer

beforeAll(async () => {
  await ensureClient()
  server = await serve({ pages: [page('/', Register)], port: 0, store, logger: log })
})
afterAll(() => server.close())

const SENTENCE = expect.stringContaining('name: Expected a name; age: Expected a number.')

test.each<[Encoding]>([['json'], ['binary']])(
  'what a schema refuses, in %s, is an acknowledged event, an error frame and a log line, and changes nothing',
  { tags: ['A7', 'A17', 'schemas', 'silent-failures'] },
  async (encoding) => {
    const tab = await Attacker.join(encoding, { address: server.address, store, log })
    const submit = (data: object) =>
      tab.event({ event: 'submit', slot: tab.slot('submit'), seq: ++tab.seq, data })
    const { components } = tab.state()
    log.lines.length = 0
    submit({ form: { age: 'a secret' } })
    expect(await tab.line.signal('error')).toEqual({
      code: 'input-refused',
      owner: 'network',
      message: SENTENCE,
    })
    await tab.line.until(({ acknowledged }) => acknowledged === 1)
    expect(tab.state()).toMatchObject({ seq: 1, components })
    expect(log.lines).toEqual([
      {
        level: 'warn',
        sentence: SENTENCE,
        fields: expect.objectContaining({
          session: tab.session,
          code: 'input-refused',
          component: 'Register',
        }),
      },
    ])
    expect(JSON.stringify(log.lines)).not.toContain('a secret')
    submit({ form: { name: 'Ada', age: '36', more: 'x' } })
    const saved = await tab.line.until(({ operations }) =>
      operations.some(({ type }) => type === 'setText'),
    )
    expect(Object.values(saved.operations[0]!)).toContain('Ada 37')
    await tab.line.close()
  },
)

// A schema sees whatever a forger sends in place of the form; none of it gets past.
test.each([
  ['no form', {}],
  ['a value in place of the form', { value: 'Ada' }],
  ['a detail in place of the form', { detail: { name: 'Ada', age: '36' } }],
  ['lists of values', { form: { name: ['Ada', 'Bob'], age: ['x'] } }],
])('a forged submit with %s does not get past the schema', { tags: ['A17'] }, async (_, data) => {
  const tab = await Attacker.join('json', { address: server.address, store, log })
  const { components } = tab.state()
  tab.event({ event: 'submit', slot: tab.slot('submit'), seq: ++tab.seq, data })
  expect(await tab.line.signal('error')).toMatchObject({ code: 'input-refused' })
  expect(tab.state().components).toEqual(components)
  await tab.line.close()
})
