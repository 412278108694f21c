/** A live page that knows its visitor by the cookie that the server around it has set. */
import { html, LiveComponent } from 'telar'

/** What `authenticate` in server.ts gives. */
export interface Visitor {
  name: string
}

export class Desk extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    const visitor = this.session.identity as Visitor | null
    if (!visitor) return html`<main><h1>Who are you?</h1><a href="/">Say your name</a></main>`
    return html`<main>
      <h1>${visitor.name}’s desk</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>
      <a href="/">Another name</a>
    </main>`
  }
}
