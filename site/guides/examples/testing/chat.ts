import { each, html, LiveComponent, type LiveEvent } from 'telar'

interface Line {
  id: string
  text: string
}

export class Chat extends LiveComponent {
  lines: Line[] = []
  quiet = 0

  connected() {
    this.subscribe<Line>('chat', (line) => {
      this.lines.push(line)
      this.quiet = 0
    })
    this.every(1000, () => {
      this.quiet += 1
    })
  }

  say({ form }: LiveEvent) {
    this.publish('chat', { id: this.id(), text: String(form.text) })
  }

  getTemplate() {
    return html`<main>
      <h1>Chat</h1>
      <ul>${each(
        this.lines,
        (line) => line.id,
        (line) => html`<li>${line.text}</li>`,
      )}</ul>
      <p>Quiet for ${this.quiet} s</p>
      <form lv-submit=${this.say}>
        <label>Message <input name="text" value=${''}></label>
        <button>Say</button>
      </form>
    </main>`
  }
}
