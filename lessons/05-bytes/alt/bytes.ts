import { each, html, LiveComponent } from 'telar'

interface Bread {
  name: string
  votes: number
}

export default class Ballot extends LiveComponent {
  state = 'open'
  breads: Bread[] = [
    { name: 'rye', votes: 4 },
    { name: 'wheat', votes: 3 },
    { name: 'spelt', votes: 2 },
  ]

  vote(bread: Bread) {
    if (this.state === 'open') bread.votes++
  }

  getTemplate() {
    return html`<button
        lv-click=${() => {
          this.state = this.state === 'open' ? 'closed' : 'open'
        }}
      >
        Open or close the vote
      </button>
      <p>It is ${this.state} now.</p>
      <ul>
        ${each(
          this.breads,
          (bread) => bread.name,
          (bread) => html`<li>
            <button lv-click=${() => this.vote(bread)}>Vote for ${bread.name}</button>
            <b>${bread.votes}</b>
          </li>`,
        )}
      </ul>`
  }
}
