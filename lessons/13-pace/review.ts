/** What is held back and what is not, asked again later. */
import { html, LiveComponent, type LiveEvent } from 'telar'
import { byLabel, check, step } from 'telar/testing'

class Slider extends LiveComponent {
  heard = 0
  getTemplate() {
    return html`<label>Heat <input lv-input=${() => (this.heard += 1)} lv-throttle="100" /></label>`
  }
}

class Note extends LiveComponent {
  order: string[] = []
  getTemplate() {
    return html`<form lv-submit=${() => this.order.push('submit')}>
      <label>Note <input name="note" lv-input=${(event: LiveEvent) => this.order.push(event.type)} lv-debounce="500" /></label>
    </form>`
  }
}

export default check([
  step(
    'throttled-twice',
    'A field has lv-throttle="100". Somebody types two letters within 20 ms and stops. After a second, how often was the handler called?',
    async ({ visit }) => {
      const tab = await visit(Slider)
      await tab.press(byLabel('Heat'), 'a')
      await tab.clock.advance(20)
      await tab.press(byLabel('Heat'), 'b')
      await tab.clock.advance(1000)
      return tab.state.heard as number
    },
  ),
  step(
    'first-to-arrive',
    'A letter is typed into a field with lv-debounce="500", and Enter is pressed right after it. Which event reaches the server first: input or submit?',
    async ({ visit }) => {
      const tab = await visit(Note)
      await tab.press(byLabel('Note'), 'a')
      await tab.press(byLabel('Note'), 'Enter')
      return (tab.state.order as string[])[0] ?? ''
    },
  ),
])
