/** What a form costs on the wire, and what of it is packed while its session is at rest. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent } from '../../engine/index.ts'
import type { Session } from '../../engine/session/session.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

const Login = z.object({
  name: z.string().min(3, 'Too short'),
  password: z.string().min(3, 'Too short'),
})

class LogIn extends LiveComponent {
  logIn = form(Login, { initial: { name: '' } })
  getTemplate() {
    const { logIn } = this
    return html`<form lv-submit=${logIn.submit(() => logIn.reset())}>
      <input ${logIn.field('name')}><p ${logIn.message('name')}>${logIn.errors.name?.[0]}</p>
      <input type="password" ${logIn.field('password')}></form>`
  }
}

/** The slots of the handlers, in the order of the page: submit, then input and change of the name, then change of the password. */
const slotsOf = (session: Session) =>
  [...session.paint().matchAll(/lv-(?:submit|input|change)="(\d+)"/g)].map(([, slot]) =>
    Number(slot),
  ) as [submit: number, input: number, change: number, secret: number]

async function joined() {
  const session = await open(scene(), LogIn)
  const tab = await Tab.join(session)
  tab.frames()
  return { session, tab, slots: slotsOf(session) }
}

test('a letter that is typed and is right costs no op', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab, slots } = await joined()
  const frames = await tab.event(slots[1], 'input', { value: 'a' })
  expect(frames.flatMap(({ ops }) => ops)).toEqual([])
})

test('a message that shows costs its text and two attributes', {
  tags: ['A21', 'form-messages'],
}, async () => {
  const { tab, slots } = await joined()
  const frames = await tab.event(slots[2], 'change', { value: 'a' })
  const ops = frames.flatMap((frame) => frame.ops)
  expect(ops.map(({ op }) => op).filter((op) => op !== 'name')).toEqual([
    'setAttr',
    'setAttr',
    'setText',
  ])
})

test('a session at rest wakes up with its form and its secret, and tells the tab nothing', {
  tags: ['A21', 'form-secrets'],
}, async () => {
  const { session, tab, slots } = await joined()
  await tab.event(slots[2], 'change', { value: 'Ada' })
  await tab.event(slots[3], 'change', { value: 'secret one' })
  session.receive({ type: 'ack', frame: session.screen.frame })
  session.hibernate()
  session.hibernate()
  expect(session.tree.root.region.packed).not.toBe(undefined)
  expect(session.tree.root.region.packed).not.toContain('secret')
  const frames = await tab.event(slots[1], 'input', { value: 'Ada' })
  expect(frames.flatMap(({ ops }) => ops)).toEqual([])
  const { logIn } = session.tree.root.component as LogIn
  expect(logIn.values).toEqual({ name: 'Ada', password: 'secret one' })
})
