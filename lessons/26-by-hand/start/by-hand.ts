import { each, html, LiveComponent } from 'telar'
import { hear, openBakery, ring } from './bakery.ts'
import { openPage, press, receive } from './client.ts'
import type { Message, Update } from './messages.ts'

/** Stands between the client of client.ts and the bakery, and writes down what they say. */
export default class ByHand extends LiveComponent {
  page = openPage()
  bakery = openBakery()
  said: { id: number; text: string }[] = []
  isLosing = false

  press(slot: number) {
    this.send(press(this.page, slot))
  }

  ring() {
    this.bring(ring(this.bakery))
  }

  send(messages: Message[]) {
    for (const message of messages) {
      this.note(this.isLosing ? '✗' : '↑', message)
      const answer = this.isLosing ? undefined : hear(this.bakery, message)
      this.isLosing = false
      if (answer) this.bring(answer)
    }
  }

  bring(update: Update) {
    this.note('↓', update)
    this.send(receive(this.page, update))
  }

  note(way: string, message: object) {
    if (this.said.length > 40) throw new Error('Client and server never stop talking.')
    this.said.push({ id: this.said.length, text: `${way} ${JSON.stringify(message)}` })
  }

  getTemplate() {
    const { texts } = this.page
    return html`<h1>A bakery, by hand</h1>
      <output aria-label="The page">${texts['2']} loaves, ${texts['3']} sold</output>
      <button lv-click=${() => this.press(4)}>Sell one</button>
      <button lv-click=${() => this.press(5)}>Bake twelve</button>
      <button lv-click=${this.ring}>Let the oven ring</button>
      <button aria-pressed=${this.isLosing} lv-click=${() => (this.isLosing = true)}>
        Lose the next message
      </button>
      <h2>What they say</h2>
      <ol>${each(
        this.said,
        ({ id }) => id,
        ({ text }) => html`<li>${text}</li>`,
      )}</ol>`
  }
}
