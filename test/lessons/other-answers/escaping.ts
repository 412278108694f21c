/** Each line is a paragraph of its own. */
import { each, html, LiveComponent, type LiveEvent } from 'telar'

interface Entry {
  by: string
  at: string
  lines: string[]
}

export default class Book extends LiveComponent {
  entries: Entry[] = [
    {
      by: 'Ruth',
      at: 'https://example.org/ruth',
      lines: ['Two nights of snow.', 'The soup was hot.'],
    },
  ]

  sign({ form: { name, site, text } }: LiveEvent) {
    this.entries.push({ by: `${name}`, at: `${site}`, lines: `${text}`.split(/\r?\n/) })
  }

  stranger() {
    this.entries.push({ by: 'A stranger', at: 'javascript:alert(1)', lines: [ATTACK] })
  }

  getTemplate() {
    return html`<h1>Guest book of the hut</h1>
      <button lv-click=${this.stranger}>A stranger signs</button>
      <form lv-submit=${this.sign}>
        <label>Your name <input name="name" /></label>
        <label>Your page <input name="site" /></label>
        <label>Your words <textarea name="text"></textarea></label>
        <button>Sign</button>
      </form>
      <ul>${each(
        this.entries,
        (_, i) => i,
        ({ by, at, lines }) =>
          html`<li>${lines.map((line) => html`<p>${line}</p>`)}<a href=${at}>${by}</a></li>`,
      )}</ul>`
  }
}

const ATTACK = 'Nice hut.</div></li></ul><h2>The hut is closed</h2>'
