import { html, LiveComponent, mount } from 'telar'

// The letters are published, and a topic reaches every visitor.
export default class ButtonInput extends LiveComponent {
  name = ''

  connected() {
    this.subscribe('names', (name: string) => {
      this.name = name
    })
  }

  getTemplate() {
    return html`<h1>Button and input</h1>
      ${mount(NameInput)} ${mount(GreetButton, { name: this.name })}`
  }
}

class NameInput extends LiveComponent {
  write(event: { value: string }) {
    this.publish('names', event.value)
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
