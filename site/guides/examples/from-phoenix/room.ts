import { each, html, LiveComponent, type LiveEvent } from 'telar'

interface Line {
  id: string
  text: string
}

export class Room extends LiveComponent<{ name: string }> {
  lines: Line[] = []
  seconds = 0

  connected() {
    this.track(this.props.name, {})
    this.subscribe<Line>(this.props.name, (line) => this.lines.push(line))
    this.every(1000, () => {
      this.seconds += 1
    })
  }

  send({ form }: LiveEvent) {
    this.publish(this.props.name, { id: this.id(), text: String(form.text) })
  }

  getTemplate() {
    const here = this.present(this.props.name).length
    return html`<main>
      <h1>${this.props.name}: ${here} here, ${this.seconds} s</h1>
      <ul>${each(
        this.lines,
        (line) => line.id,
        (line) => html`<li>${line.text}</li>`,
      )}</ul>
      <form lv-submit=${this.send}><input name="text" aria-label="Message" value=${''}> <button>Send</button></form>
    </main>`
  }
}
