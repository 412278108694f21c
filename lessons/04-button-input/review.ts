/** What the field and the button taught: what an event carries, and that an empty text is a text. */
import { html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'a-value-of-nothing',
    'A handler says “this.name = event.value || this.name”. Somebody types “Ana” and then empties the field. What name does the server have?',
    async ({ visit }) => {
      const tab = await visit(Name)
      await tab.fill(byRole('textbox'), 'Ana')
      await tab.fill(byRole('textbox'), '')
      return tab.text('output')
    },
  ),
  step(
    'after-sending',
    'Somebody types “Two loaves” and presses “Send” three times. How many notes are in the list?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.fill(byRole('textbox'), 'Two loaves')
      for (let press = 1; press <= 3; press += 1) await tab.click(byRole('button'))
      return tab.text('ul').split('Two loaves').length - 1
    },
  ),
])

class Name extends LiveComponent {
  name = 'nobody'

  write(event: { value: string }) {
    this.name = event.value || this.name
  }

  getTemplate() {
    return html`<label>Name <input lv-input=${this.write} /></label> <output>${this.name}</output>`
  }
}
