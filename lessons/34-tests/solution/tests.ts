import { html, LiveComponent, mount } from 'telar'
import { runCheck } from 'telar/testing'
import { KitchenTimer } from './timer.ts'
import { tests } from './timer-tests.ts'

/** The timer, and what its tests say of it. */
export default class Tests extends LiveComponent {
  static tests = tests
  static subject = KitchenTimer
  results: { title: string; state: string; message: string }[] = []
  summary = 'Not run yet'

  async run() {
    this.results = []
    for await (const { title, state, message = '' } of runCheck(tests, {
      component: KitchenTimer,
    })) {
      this.results.push({ title, state, message })
    }
    const passed = this.results.filter(({ state }) => state === 'passed').length
    this.summary = `${passed} of ${this.results.length} passed`
  }

  getTemplate() {
    return html`${mount(KitchenTimer)}
      <h2>Tests</h2>
      <button lv-busy="Running…" lv-click=${this.run}>Run the tests</button>
      <p id="summary">${this.summary}</p>
      <ul>
        ${this.results.map(({ title, state, message }) => html`<li>${state}: ${title}. ${message}</li>`)}
      </ul>`
  }
}
