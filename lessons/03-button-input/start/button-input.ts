import { html, LiveComponent, mount } from 'telar'

export default class ButtonInput extends LiveComponent {
  name = ''

  getTemplate() {
    return html`<h1>Button and input</h1>
      ${mount(NameInput)} ${mount(GreetButton, { name: this.name })}`
  }
}

class NameInput extends LiveComponent {
  getTemplate() {
    return html`<label>Your name <input /></label>`
  }
}

class GreetButton extends LiveComponent<{ name: string }> {
  greeting = ''

  greet() {
    this.greeting = `Hello, ${this.props.name}.`
  }

  getTemplate() {
    return html`<button lv-click=${this.greet}>Greet ${this.props.name}</button>
      <p>${this.greeting}</p>`
  }
}
