/** Two components that talk: what the input publishes, the button's side hears. */
import { html, LiveComponent, mount } from 'telar'

export default class ButtonInput extends LiveComponent {
  getTemplate() {
    return html`<h1>Button and input</h1>
      ${mount(Writer)} ${mount(Greeter)}`
  }
}

class Writer extends LiveComponent {
  name = ''

  write(event: { value: string }) {
    this.name = event.value
    this.publish('name', this.name)
  }

  getTemplate() {
    return html`<label>Your name <input value=${this.name} lv-input=${this.write} /></label>`
  }
}

class Greeter extends LiveComponent {
  name = ''
  greeting = ''

  connected() {
    this.subscribe('name', (name: string) => {
      this.name = name
    })
  }

  greet() {
    this.greeting = `Good to see you, ${this.name || 'whoever you are'}.`
  }

  getTemplate() {
    return html`<button lv-click=${this.greet}>Greet ${this.name}</button>
      <p>${this.greeting}</p>`
  }
}
