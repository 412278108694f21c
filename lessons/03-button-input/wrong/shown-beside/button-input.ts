import { html, LiveComponent, mount } from 'telar'

// The parent shows the name, and the button is told nothing.
export default class ButtonInput extends LiveComponent {
  name = ''

  rename(name: string) {
    this.name = name
  }

  getTemplate() {
    return html`<h1>Button and input</h1>
      <p>${this.name}</p> ${mount(NameInput, { onName: this.rename })} ${mount(GreetButton, { name: this.name })}`
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
    return html`<button lv-click=${this.greet}>Greet</button>
      <p>${this.greeting}</p>`
  }
}
