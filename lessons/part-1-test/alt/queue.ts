import { html, LiveComponent } from 'telar'

interface Patient {
  name: string
  called?: number
}

export default class Room extends LiveComponent {
  draft = ''
  patients: Patient[] = []
  clock = this.now()

  connected() {
    this.every(500, () => {
      this.clock = this.now()
    })
  }

  getTemplate() {
    const atDesk = this.patients.filter((patient) => patient.called !== undefined).at(-1)
    const queue = this.patients.filter((patient) => patient.called === undefined)
    return html`<main>
      <p>
        ${atDesk?.name ?? 'Nobody'} since
        <b>${atDesk ? Math.round((this.clock - atDesk.called!) / 1000) : '-'}</b> seconds
      </p>
      <p>${queue.length} waiting: ${queue.map((patient) => patient.name).join(', ')}</p>
      <button
        lv-click=${() => {
          const [first] = queue
          if (first) first.called = this.clock = this.now()
        }}
      >
        Next, please
      </button>
      <form
        lv-submit=${() => {
          if (this.draft) this.patients.push({ name: this.draft })
          this.draft = ''
        }}
      >
        <input
          aria-label="Your name"
          value=${this.draft}
          lv-input=${(event: { value: string }) => {
            this.draft = event.value
          }}
        />
        <button>Take a number</button>
      </form>
    </main>`
  }
}
