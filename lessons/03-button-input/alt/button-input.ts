import { html, LiveComponent, mount } from 'telar'

// The two talk over a topic that belongs to their session, and the parent hears the greetings.
export default class Hall extends LiveComponent {
  last = ''

  connected() {
    this.subscribe('hall', (text: string) => {
      this.last = text
    })
  }

  getTemplate() {
    return html`${mount(Pen)} ${mount(Bell)}
      <output>${this.last}</output>`
  }
}

class Pen extends LiveComponent {
  getTemplate() {
    return html`<input
      aria-label="Who are you?"
      lv-input=${(event: { value: string }) => this.publish(`name/${this.session.id}`, event.value)}
    />`
  }
}

class Bell extends LiveComponent {
  who = ''

  connected() {
    this.subscribe(`name/${this.session.id}`, (who: string) => {
      this.who = who
    })
  }

  ring() {
    this.publish('hall', `${this.who} says hello`)
  }

  getTemplate() {
    return html`<button lv-click=${this.ring}>Say hello as ${this.who}</button>`
  }
}
