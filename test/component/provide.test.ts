/** Values that are handed down: who gets them, and who runs again when they change. */
import { expect, test } from 'vitest'
import { html, LiveComponent, mount, provided, type View } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

const Theme = provided<'light' | 'dark'>('theme', 'light')

function stage() {
  const runs: string[] = []
  class Consumer extends LiveComponent<{ name: string }> {
    getTemplate() {
      runs.push(this.props.name)
      return html`<i>${this.inject(Theme)}</i>`
    }
  }
  class Between extends LiveComponent {
    n = 0
    getTemplate() {
      runs.push('between')
      return html`<b lv-click=${() => this.n++}>${this.n}</b>${mount(Consumer, { name: 'deep' })}`
    }
  }
  class Top extends LiveComponent {
    theme: 'light' | 'dark' = 'dark'
    toggle() {
      this.theme = this.theme === 'dark' ? 'light' : 'dark'
    }
    getTemplate() {
      this.provide(Theme, this.theme)
      return html`<button lv-click=${this.toggle}>Toggle</button>${mount(Between)}`
    }
  }
  return { Top, Between, Consumer, runs }
}

test('a provided value reaches whoever asks, and a changed one runs the consumers alone', {
  tags: ['A1', 'provided-values'],
}, async () => {
  const { Top, runs } = stage()
  const tab = await visit(Top)
  expect(tab.text('i')).toBe('dark')
  runs.length = 0
  await tab.click(byRole('button'))
  expect(tab.text('i')).toBe('light')
  expect(runs).toEqual(['deep'])
})

test('nobody who took an unchanged value runs again', { tags: ['A1'] }, async () => {
  const { Consumer, runs } = stage()
  class Top extends LiveComponent {
    n = 0
    getTemplate() {
      this.provide(Theme, 'dark')
      return html`<button lv-click=${() => this.n++}>${this.n}</button>${mount(Consumer, { name: 'one' })}`
    }
  }
  const tab = await visit(Top)
  runs.length = 0
  await tab.click(byRole('button'))
  expect(runs).toEqual([])
})

test('a provided value is there again after a take-over, and goes on changing', {
  tags: ['A1', 'provided-values'],
}, async () => {
  const { Top } = stage()
  const tab = await visit(Top)
  await tab.click(byRole('button'))
  await tab.reconnect({ restarted: true })
  expect(tab.text('i')).toBe('light')
  await tab.click(byRole('button'))
  expect(tab.text('i')).toBe('dark')
})

test('the nearest provider counts; without one the key’s own fallback does', {
  tags: ['A1'],
}, async () => {
  const { Consumer } = stage()
  class Near extends LiveComponent {
    on = false
    getTemplate() {
      if (this.on) this.provide(Theme, 'dark')
      return html`<button lv-click=${() => {
        this.on = !this.on
      }}>Switch</button>${mount(Consumer, { name: 'near' })}`
    }
  }
  const tab = await visit(Near)
  expect(tab.text('i')).toBe('light')
  await tab.click(byRole('button'))
  expect(tab.text('i')).toBe('dark')
  await tab.click(byRole('button'))
  expect(tab.text('i')).toBe('light')
})

test('what a slot mounts takes values of the component that shows it, and a constructor may take one', {
  tags: ['A1'],
}, async () => {
  class Taker extends LiveComponent {
    first = this.inject(Theme)
    getTemplate() {
      return html`<i>${this.first} ${this.inject(Theme)}</i>`
    }
  }
  class Giver extends LiveComponent<{ children: View }> {
    theme: 'light' | 'dark' = 'dark'
    getTemplate() {
      this.provide(Theme, this.theme)
      return html`<button lv-click=${() => {
        this.theme = 'light'
      }}>Light</button>${this.props.children}`
    }
  }
  class Top extends LiveComponent {
    getTemplate() {
      return html`${mount(Giver, { children: html`<p>${mount(Taker)}</p>` })}`
    }
  }
  const tab = await visit(Top)
  await tab.click(byRole('button'))
  expect(tab.text('i')).toBe('dark light')
})

test('to provide outside of getTemplate is refused with a sentence', { tags: ['A1'] }, async () => {
  class Early extends LiveComponent {
    start() {
      this.provide(Theme, 'dark')
    }
    getTemplate() {
      return ''
    }
  }
  await expect(visit(Early)).rejects.toThrow('Expected Early to provide "theme" in getTemplate()')
})
