import { html, LiveComponent } from 'telar'

// Whoever presses without a name waits as well.
export default class Queue extends LiveComponent {
  name = ''
  waiting: string[] = []
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
    this.waiting.push(this.name)
    this.name = ''
  }

  next() {
    const name = this.waiting.shift()
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
      <p>Waiting: ${this.waiting.length}</p>
      <ol>
        ${this.waiting.map((name) => html`<li>${name}</li>`)}
      </ol>
      ${this.served === '' ? '' : html`<p>At the desk: ${this.served}, for ${seconds} s</p>`}`
  }
}
