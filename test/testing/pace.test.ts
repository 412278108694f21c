/** Debounce and throttle hold back, and never change the order in which the server hears. */
import { expect, test } from 'vitest'
import { html, LiveComponent, type LiveEvent } from '../../engine/index.ts'
import { byLabel, visit } from '../../engine/testing/index.ts'

class Heard extends LiveComponent {
  heard: string[] = []
  note(what: string) {
    return ({ value }: LiveEvent) => this.heard.push(value === '' ? what : `${what} ${value}`)
  }
  getTemplate() {
    return html``
  }
}

class Draft extends Heard {
  getTemplate() {
    return html`<form lv-debounce="300" lv-input=${this.note('input')} lv-submit=${this.note('submit')}>
      <label>Name <input name="name" /></label>
    </form>`
  }
}

test('a submit waits for no debounce, and what was typed is heard before it', {
  tags: ['A7', 'A23', 'kit-order', 'events-out-of-order'],
}, async () => {
  const tab = await visit(Draft)
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.press(byLabel('Name'), 'Enter')
  expect(tab.state.heard).toEqual(['input Ada', 'submit'])
  await tab.clock.advance(300)
  expect(tab.state.heard).toEqual(['input Ada', 'submit'])
})

class Paced extends Heard {
  getTemplate() {
    return html`<main>
      <i id="slow" lv-debounce="300" lv-scroll=${this.note('slow')}></i>
      <i id="late" lv-debounce="300" lv-scroll=${this.note('late')}></i>
      <i id="quick" lv-debounce="100" lv-scroll=${this.note('quick')}></i>
      <i id="every" lv-throttle="50" lv-scroll=${this.note('every')}></i>
    </main>`
  }
}

test('what is quiet first does not take along what came later', {
  tags: ['A7', 'A23', 'kit-order'],
}, async () => {
  const tab = await visit(Paced)
  await tab.fire('#slow', 'scroll')
  await tab.clock.advance(100)
  await tab.fire('#late', 'scroll')
  await tab.clock.advance(200)
  expect(tab.state.heard).toEqual(['slow'])
  await tab.clock.advance(100)
  expect(tab.state.heard).toEqual(['slow', 'late'])
})

test('what is quiet sooner takes along what came before it', { tags: ['A7', 'A23'] }, async () => {
  const tab = await visit(Paced)
  await tab.fire('#slow', 'scroll')
  await tab.fire('#quick', 'scroll')
  await tab.clock.advance(100)
  expect(tab.state.heard).toEqual(['slow', 'quick'])
})

test('what is said again while it is held back comes after what was said in between', {
  tags: ['A7', 'A23'],
}, async () => {
  const tab = await visit(Paced)
  await tab.fire('#every', 'scroll')
  await tab.fire('#every', 'scroll')
  await tab.fire('#quick', 'scroll')
  await tab.fire('#every', 'scroll')
  expect(tab.state.heard).toEqual(['every'])
  await tab.clock.advance(50)
  expect(tab.state.heard).toEqual(['every', 'quick', 'every'])
})

test('a field that loses the focus lets go of what it holds back', {
  tags: ['A7', 'A23'],
}, async () => {
  const tab = await visit(Draft)
  await tab.fill(byLabel('Name'), 'Ada')
  expect(tab.state.heard).toEqual([])
  await tab.blur()
  expect(tab.state.heard).toEqual(['input Ada'])
})
