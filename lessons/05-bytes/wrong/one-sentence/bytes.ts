import { html, LiveComponent } from 'telar'

// One literal, and the sentence is still put together outside of it.
export default class Vote extends LiveComponent {
  rye = 4
  wheat = 3
  spelt = 2
  open = true

  voteRye() {
    if (this.open) this.rye += 1
  }

  voteWheat() {
    if (this.open) this.wheat += 1
  }

  voteSpelt() {
    if (this.open) this.spelt += 1
  }

  switchVote() {
    this.open = !this.open
  }

  getTemplate() {
    const result = `Rye has ${this.rye}, wheat has ${this.wheat}, and spelt has ${this.spelt}.`
    return html`<h1>Which bread tomorrow?</h1>
      <p>${result}</p>
      <p>
        <button lv-click=${this.voteRye}>Vote for rye</button>
        <button lv-click=${this.voteWheat}>Vote for wheat</button>
        <button lv-click=${this.voteSpelt}>Vote for spelt</button>
      </p>
      <p>
        The vote is ${this.open ? 'open' : 'closed'}.
        <button lv-click=${this.switchVote}>${this.open ? 'Close' : 'Open'} the vote</button>
      </p>`
  }
}
