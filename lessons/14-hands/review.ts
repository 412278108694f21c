/** What a drag is made of, asked again later. */
import { each, html, LiveComponent } from 'telar'
import { byText, check, step } from 'telar/testing'

class Cups extends LiveComponent {
  cups = ['red', 'blue', 'green', 'black']
  heard: string[] = []
  getTemplate() {
    return html`<ul>${each(
      this.cups,
      (cup) => cup,
      (cup) => html`<li draggable="true"
        lv-dragstart=${() => this.heard.push('dragstart')}
        lv-drop=${() => this.drop()}>${cup}</li>`,
    )}</ul>`
  }

  drop() {
    this.heard.push('drop')
    this.cups = [this.cups[3] ?? '', ...this.cups.slice(0, 3)]
  }
}

export default check([
  step(
    'ops-of-a-move',
    'In a keyed list of four rows, the last one is dropped on the first and takes its place. How many ops change the page?',
    async ({ visit }) => {
      const tab = await visit(Cups)
      await tab.drag(byText('black'), byText('red'))
      return tab.cost.ops
    },
  ),
  step(
    'events-by-key',
    'Somebody picks a row up with Space, goes one place down, and drops it with Space. How many events do lv-dragstart and lv-drop hear together?',
    async ({ visit }) => {
      const tab = await visit(Cups)
      await tab.press(byText('red'), ' ')
      await tab.press(byText('red'), 'ArrowDown')
      await tab.press(byText('red'), ' ')
      return (tab.state.heard as string[]).length
    },
  ),
])
