import { html, LiveComponent } from 'telar'

const waiting: string[] = []

// One list for the whole server.
export default class Queue extends LiveComponent {
  name = ''
  served = ''
  since = 0
  at = 0

  connected() {
    this.at = this.now()
    this.every(1000, () => {
      this.at = this.now()
    })
  }

  write(event: { value: string }) {
    this.name = event.value
  }

  take() {
    if (this.name === '') return
    waiting.push(this.name)
    this.name = ''
  }

  next() {
    const name = waiting.shift()
    if (name === undefined) return
    this.served = name
    this.since = this.at = this.now()
  }

  getTemplate() {
    const seconds = Math.floor((this.at - this.since) / 1000)
    return html`<h1>Waiting room</h1>
      <p>
        <label>Name <input value=${this.name} lv-input=${this.write} /></label>
        <button lv-click=${this.take}>Take a number</button>
        <button lv-click=${this.next}>Next</button>
      </p>
      <p>Waiting: ${waiting.length}</p>
      <ol>
        ${waiting.map((name) => html`<li>${name}</li>`)}
      </ol>
      ${this.served === '' ? '' : html`<p>At the desk: ${this.served}, for ${seconds} s</p>`}`
  }
}
