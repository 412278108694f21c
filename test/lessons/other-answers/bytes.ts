/** The votes are a record, and the words are chosen by a table. */
import { html, LiveComponent } from 'telar'

type Bread = 'rye' | 'wheat' | 'spelt'

const WORDS = { yes: ['open', 'Close'], no: ['closed', 'Open'] } as const

export default class Ballot extends LiveComponent {
  votes: Record<Bread, number> = { rye: 4, wheat: 3, spelt: 2 }
  takes: 'yes' | 'no' = 'yes'

  vote(bread: Bread) {
    if (this.takes === 'yes') this.votes[bread] += 1
  }

  switch() {
    this.takes = this.takes === 'yes' ? 'no' : 'yes'
  }

  getTemplate() {
    const { rye, wheat, spelt } = this.votes
    const [state, act] = WORDS[this.takes]
    return html`<h1>Which bread tomorrow?</h1>
      <p>The vote is ${state}. <button lv-click=${this.switch}>${act} the vote</button></p>
      <p>Rye has ${rye}, wheat has ${wheat}, and spelt has ${spelt}.</p>
      <button lv-click=${() => this.vote('rye')}>Vote for rye</button>
      <button lv-click=${() => this.vote('wheat')}>Vote for wheat</button>
      <button lv-click=${() => this.vote('spelt')}>Vote for spelt</button>`
  }
}
