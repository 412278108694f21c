/** What a session does when its address changes: by its components, by links, by Back and Forward. */
import { expect, test } from 'vitest'
import { html, LiveComponent, mount, notFound, redirect } from '../../engine/index.ts'
import { ADDRESS_SLOT } from '../../engine/protocol/opcodes.ts'
import type { Session } from '../../engine/session/session.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Child extends LiveComponent {
  heard: string[] = []
  paramsChanged(params: { page?: string }) {
    this.heard.push(`child ${params.page}`)
  }
  getTemplate() {
    return html`<i>${this.heard.join()}</i>`
  }
}

class List extends LiveComponent {
  page = '1'
  heard: string[] = []
  async paramsChanged({ page = '1' }: { page?: string }) {
    this.heard.push(`${page} ${this.url}`)
    if (page === 'slow') await Promise.resolve()
    if (page === 'broken') throw new Error('no such page')
    if (page === 'elsewhere') throw redirect('/login')
    if (page === 'first') this.patch('?page=2', { replace: true })
    if (page === 'round') this.patch('?page=round')
    this.page = page
  }
  to({ value }: { value: string }) {
    this.page = 'asked'
    this.patch(value)
  }
  leave() {
    this.navigate('/about#more')
  }
  lost() {
    this.page = 'looked'
    throw notFound('Sold.')
  }
  getTemplate() {
    return html`<button lv-click=${this.to}>${this.page} ${this.session.params.page}</button><b lv-click=${this.leave}></b><u lv-click=${this.lost}></u>${mount(Child)}`
  }
}

const signals = (frames: Awaited<ReturnType<Tab['event']>>) =>
  frames.flatMap(({ ops }) =>
    ops.flatMap((op) => (op.op === 'signal' ? [{ kind: op.kind, value: op.value }] : [])),
  )

const go = (tab: Tab, value: string, detail: 'link' | 'history') =>
  tab.event(ADDRESS_SLOT, 'address', { value, detail }).then(signals)

const stateOf = (session: Session) => session.tree.root.component as List

async function joined() {
  const stage = scene()
  const session = await open(stage, List)
  const tab = await Tab.join(session)
  tab.frames()
  return { stage, session, tab, list: stateOf(session) }
}

test('a component patches: parameters, address and views change in the turn that asks, and the tab is told once', {
  tags: ['A22', 'patch'],
}, async () => {
  const { session, tab, list } = await joined()
  const frames = await tab.event(2, 'click', { value: '?page=2' })
  expect(signals(frames)).toEqual([{ kind: 'patch', value: { url: '/?page=2' } }])
  expect(frames).toHaveLength(1)
  expect(list.heard).toEqual(['2 /?page=2'])
  expect([list.page, session.info.params, session.info.path]).toEqual(['2', { page: '2' }, '/'])
  expect(session.paint()).toContain('child 2')
})

test('paramsChanged may wait, and may go on to another address: the tab gets the last one', {
  tags: ['A22', 'patch'],
}, async () => {
  const { tab, list } = await joined()
  await tab.event(2, 'click', { value: '?page=slow' })
  expect(list.page).toBe('slow')
  expect(signals(await tab.event(2, 'click', { value: '?page=first' }))).toEqual([
    { kind: 'patch', value: { url: '/?page=2' } },
  ])
  expect(list.page).toBe('2')
})

test('a paramsChanged that throws undoes the turn: state, parameters and address are what they were', {
  tags: ['A22', 'patch'],
}, async () => {
  const { session, tab, list, stage } = await joined()
  await tab.event(2, 'click', { value: '?page=2' })
  const told = signals(await tab.event(2, 'click', { value: '?page=broken' }))
  expect(told.map(({ kind }) => kind)).not.toContain('patch')
  expect([list.page, list.url, session.info.params]).toEqual(['2', '/?page=2', { page: '2' }])
  expect(stage.faults.map(({ message }) => message)).toEqual([
    'List failed in paramsChanged: no such page',
  ])
})

test('a paramsChanged that always goes on is stopped with a sentence', {
  tags: ['A22', 'redirect-loop'],
}, async () => {
  const { tab, list, stage } = await joined()
  await tab.event(2, 'click', { value: '?page=round' })
  expect(list.url).toBe('/')
  expect(stage.faults[0]!.message).toContain(
    'Expected paramsChanged() to come to an end, received 10 calls of this.patch() in it in a row, the last to /?page=round.',
  )
})

test('a link is answered with a new entry, and Back with what the address bar shows already', {
  tags: ['A22', 'patch'],
}, async () => {
  const { tab, list } = await joined()
  expect(await go(tab, '/?page=3#end', 'link')).toEqual([
    { kind: 'patch', value: { url: '/?page=3#end' } },
  ])
  expect(await go(tab, '/', 'history')).toEqual([
    { kind: 'patch', value: { url: '/', replace: true } },
  ])
  expect(list.heard).toEqual(['3 /?page=3', '1 /'])
})

test('Back to an address that fails is answered with the one where the session stays', {
  tags: ['A22', 'patch'],
}, async () => {
  const { tab, list } = await joined()
  await go(tab, '/?page=2', 'link')
  expect(await go(tab, '/?page=broken', 'history')).toContainEqual({
    kind: 'patch',
    value: { url: '/?page=2', replace: true },
  })
  expect(list.page).toBe('2')
})

test('an address that is none of this site is refused, whoever names it', {
  tags: ['A22', 'address-refused'],
}, async () => {
  const { tab, list, stage } = await joined()
  for (const value of [
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://a.b/',
  ]) {
    expect(await go(tab, value, 'link')).toContainEqual({
      kind: 'answer',
      value: expect.objectContaining({ outcome: 'refused', code: 'input-refused' }),
    })
  }
  stage.faults.length = 0
  await tab.event(2, 'click', { value: 'javascript:alert(1)' })
  expect(stage.faults[0]!.message).toContain(
    'Expected a path of this site or an address with https: or http: in this.patch(), received "javascript:alert(1)", which begins with javascript:.',
  )
  expect(list.url).toBe('/')
})

test('a page whose components hear of no address is loaded anew, so that start checks the new one', {
  tags: ['A22', 'patch'],
}, async () => {
  class Plain extends LiveComponent {
    getTemplate() {
      return html`<p>${this.session.params.id}</p>`
    }
  }
  const session = await open(scene(), Plain)
  const tab = await Tab.join(session)
  tab.frames()
  expect(await go(tab, '/?id=7', 'link')).toEqual([{ kind: 'navigate', value: { url: '/?id=7' } }])
  expect(await go(tab, '/?id=7', 'history')).toEqual([
    { kind: 'navigate', value: { url: '/?id=7', replace: true } },
  ])
  expect(session.info.url).toBe('/')
})

test('a handler navigates, or throws redirect or notFound: the tab is led there, and nothing is undone', {
  tags: ['A22', 'redirect'],
}, async () => {
  const { session, tab, list, stage } = await joined()
  Object.assign(session.around, { outcomeAddress: () => '/_telar/outcome/signed' })
  expect(signals(await tab.event(5, 'click'))).toEqual([
    { kind: 'navigate', value: { url: '/about#more' } },
  ])
  expect(signals(await tab.event(6, 'click'))).toEqual([
    { kind: 'navigate', value: { url: '/_telar/outcome/signed', as: '/' } },
  ])
  expect(list.page).toBe('looked')
  expect(await go(tab, '/?page=elsewhere', 'link')).toEqual([
    { kind: 'navigate', value: { url: '/login' } },
  ])
  expect(stage.faults).toEqual([])
})

test('the address is kept with the session: another process goes on there, and tells a tab that is elsewhere', {
  tags: ['A22', 'address-kept'],
}, async () => {
  const { stage, session, tab } = await joined()
  await tab.event(2, 'click', { value: '?page=2' })
  await session.end()
  const again = await open(stage, List)
  expect([again.info.url, again.info.params]).toEqual(['/?page=2', { page: '2' }])
  const back = await Tab.join(again, { epoch: 1, frame: 2, seq: 1 })
  expect(signals(back.frames())).toContainEqual({ kind: 'patch', value: { url: '/?page=2' } })
})

test('patch before the first view is refused with what to write instead', {
  tags: ['A22', 'address-refused'],
}, async () => {
  class Early extends LiveComponent {
    start() {
      this.patch('?page=2')
    }
    getTemplate() {
      return html`<p></p>`
    }
  }
  await expect(open(scene(), Early)).rejects.toThrow(
    'Expected this.patch() once the page is shown, received it before. In start(), write throw redirect(url).',
  )
})
