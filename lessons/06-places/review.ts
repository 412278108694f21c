/** What the four places taught: an attribute that is there counts, and a field that was touched is the visitor's. */
import { html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'the-word-false',
    "A template says “hidden=${this.isOpen ? 'false' : 'true'}” on one of two paragraphs, and “isOpen” is true. How many of the two can a visitor see?",
    async ({ visit }) => {
      const tab = await visit(Paragraphs)
      return 2 - Number(tab.has('p[hidden]'))
    },
  ),
  step(
    'tray-of-two',
    'In the finished breakfast, somebody ticks “Everything” and then takes off “Jam”. How many of the four boxes are ticked, half ticked ones not counted?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(byRole('checkbox', { name: 'Everything' }))
      await tab.click(byRole('checkbox', { name: 'Jam' }))
      const boxes = ['Everything', 'Coffee', 'Bread', 'Jam']
      return boxes.filter((name) => tab.checked(byRole('checkbox', { name }))).length
    },
  ),
])

class Paragraphs extends LiveComponent {
  isOpen = true

  getTemplate() {
    return html`<p>One</p>
      <p hidden=${this.isOpen ? 'false' : 'true'}>Two</p>`
  }
}
