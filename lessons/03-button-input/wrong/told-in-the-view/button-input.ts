import { html, LiveComponent, mount } from 'telar'

// The input tells its parent while it is shown, and a view must not change state.
export default class ButtonInput extends LiveComponent {
  name = ''

  rename(name: string) {
    this.name = name
  }

  getTemplate() {
    return html`<h1>Button and input</h1>
      ${mount(NameInput, { onName: this.rename })} ${mount(GreetButton, { name: this.name })}`
  }
}

class NameInput extends LiveComponent<{ onName: (name: string) => void }> {
  value = 'nobody'

  write(event: { value: string }) {
    this.value = event.value
  }

  getTemplate() {
    this.props.onName(this.value)
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
