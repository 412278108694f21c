import { html, LiveComponent, mount } from 'telar'

// rename() is called while the parent’s view is made, and its empty result is handed over.
export default class ButtonInput extends LiveComponent {
  name = ''

  rename(name: string) {
    this.name = name
  }

  getTemplate() {
    return html`<h1>Button and input</h1>
      ${mount(NameInput, { onName: this.rename('') as never })} ${mount(GreetButton, { name: this.name })}`
  }
}

class NameInput extends LiveComponent<{ onName: (name: string) => void }> {
  write(event: { value: string }) {
    this.props.onName(event.value)
  }

  getTemplate() {
    return html`<label>Your name <input lv-input=${this.write} /></label>`
  }
}

class GreetButton extends LiveComponent<{ name: string }> {
  greeting = ''

  connected() {
    this.subscribe('greetings', (greeting: string) => {
      this.greeting = greeting
    })
  }

  greet() {
    this.publish('greetings', `Hello, ${this.props.name}.`)
  }

  getTemplate() {
    return html`<button lv-click=${this.greet}>Greet ${this.props.name}</button>
      <p>${this.greeting}</p>`
  }
}
