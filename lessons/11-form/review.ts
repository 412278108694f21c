/** What a form sends, asked again later. */
import { html, LiveComponent, type LiveEvent } from 'telar'
import { byLabel, byRole, check, step } from 'telar/testing'

class Tea extends LiveComponent {
  sent: string[] = []
  send({ form }: LiveEvent) {
    this.sent = Object.keys(form)
  }
  getTemplate() {
    return html`<form lv-submit=${this.send}>
      <label>Tea <input name="tea" value="mint" /></label>
      <label>Cups <input id="cups" value="2" /></label>
      <label><input type="checkbox" name="milk" /> Milk</label>
      <button>Send</button>
    </form>`
  }
}

class Fruit extends LiveComponent {
  kind = ''
  send({ form }: LiveEvent) {
    this.kind = Array.isArray(form.fruit) ? 'list' : typeof form.fruit
  }
  getTemplate() {
    return html`<form lv-submit=${this.send}>
      <label><input type="checkbox" name="fruit" value="fig" /> Fig</label>
      <label><input type="checkbox" name="fruit" value="plum" /> Plum</label>
      <button>Send</button>
    </form>`
  }
}

export default check([
  step(
    'names-sent',
    'A form has a text field with a name, one with only an id, and a box with a name that is not ticked. It is sent. How many names does event.form have?',
    async ({ visit }) => {
      const tab = await visit(Tea)
      await tab.click(byRole('button'))
      return (tab.state.sent as string[]).length
    },
  ),
  step(
    'one-of-two',
    'Two boxes have the same name, and one of them is ticked. What is the value under that name in event.form: a string or a list?',
    async ({ visit }) => {
      const tab = await visit(Fruit)
      await tab.click(byLabel('Fig'))
      await tab.click(byRole('button'))
      return tab.state.kind as string
    },
  ),
])
