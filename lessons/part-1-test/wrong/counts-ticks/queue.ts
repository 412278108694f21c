import { html, LiveComponent } from 'telar'

// The seconds are added up, tick by tick.
export default class Queue extends LiveComponent {
  name = ''
  waiting: string[] = []
  served = ''
  seconds = 0

  connected() {
    this.every(1000, () => {
      this.seconds += 1
    })
  }

  write(event: { value: string }) {
    this.name = event.value
  }

  take() {
    if (this.name === '') return
    this.waiting.push(this.name)
    this.name = ''
  }

  next() {
    const name = this.waiting.shift()
    if (name === undefined) return
    this.served = name
    this.seconds = 0
  }

  getTemplate() {
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
      ${this.served === '' ? '' : html`<p>At the desk: ${this.served}, for ${this.seconds} s</p>`}`
  }
}
