/** Two components that talk through their parent: the typed text goes up by a call, and down as a prop. */
import { html, LiveComponent, mount } from 'telar'

export default class ButtonInput extends LiveComponent {
  name = ''

  rename(name: string) {
    this.name = name
  }

  getTemplate() {
    return html`<main>
      <h1>Button and input</h1>
      ${mount(NameInput, { onName: this.rename })} ${mount(GreetButton, { name: this.name })}
    </main>`
  }
}

class NameInput extends LiveComponent<{ onName: (name: string) => void }> {
  write(event: { value?: string }) {
    this.props.onName(event.value ?? '')
  }

  getTemplate() {
    return html`<label>Your name <input autocomplete="off" lv-input=${this.write} /></label>`
  }
}

class GreetButton extends LiveComponent<{ name: string }> {
  greeting = ''

  greet() {
    this.greeting = `Good to see you, ${this.props.name || 'whoever you are'}.`
  }

  getTemplate() {
    return html`<button lv-click=${this.greet}>Greet ${this.props.name}</button>
      <p role="status">${this.greeting}</p>`
  }
}
