/** Who waits and who is at the desk are one list; the time is asked of the clock. */
import { each, html, LiveComponent, type LiveEvent } from 'telar'

export default class Doctor extends LiveComponent {
  people: { id: string; name: string }[] = []
  desk: { name: string; since: number } | null = null
  typed = ''
  second = 0

  connected() {
    this.every(1000, this.look)
    this.look()
  }

  look() {
    this.second = this.now()
  }

  come() {
    if (this.typed.trim()) this.people.push({ id: this.id(), name: this.typed.trim() })
    this.typed = ''
  }

  call() {
    const first = this.people.shift()
    if (!first) return
    this.look()
    this.desk = { name: first.name, since: this.second }
  }

  getTemplate() {
    const { desk, people } = this
    return html`<h1>Waiting room</h1>
      ${desk && html`<p>At the desk: ${desk.name}, for ${Math.round((this.second - desk.since) / 1000)} seconds</p>`}
      <button lv-click=${this.call}>Next</button>
      <p>${people.length} waiting</p>
      <ol>${each(
        people,
        ({ id }) => id,
        ({ name }) => html`<li>${name}</li>`,
      )}</ol>
      <label>Name <input value=${this.typed} lv-input=${(event: LiveEvent) => {
        this.typed = event.value
      }} /></label>
      <button lv-click=${this.come}>Take a number</button>`
  }
}
