import { each, html, LiveComponent, type LiveEvent } from 'telar'

interface Note {
  id: number
  name: string
  site: string
  text: string
}

export default class GuestBook extends LiveComponent {
  notes: Note[] = [
    {
      id: 1,
      name: 'Ruth',
      site: 'https://example.org/ruth',
      text: 'Two nights of snow.\nThe soup was hot.',
    },
  ]

  sign({ form }: LiveEvent) {
    this.add(String(form?.name), String(form?.site), String(form?.text))
  }

  stranger() {
    this.add('A stranger', 'javascript:alert(1)', ATTACK)
  }

  add(name: string, site: string, text: string) {
    this.notes.push({ id: this.notes.length + 1, name, site, text })
  }

  getTemplate() {
    return html`<main>
      <h1>Guest book of the hut</h1>
      <ul>${each(
        this.notes,
        (note) => note.id,
        (note) => this.row(note),
      )}</ul>
      <form lv-submit=${this.sign}>
        <label>Your name <input name="name" /></label>
        <label>Your page <input name="site" /></label>
        <label>Your words <textarea name="text"></textarea></label>
        <button>Sign</button>
      </form>
      <p><button lv-click=${this.stranger}>A stranger signs</button></p>
    </main>`
  }

  row({ name, site, text }: Note) {
    return html`<li>
      <a href=${site}>${name}</a>
      <div>${text}</div>
    </li>`
  }
}

const ATTACK = 'Nice hut.</div></li></ul><h2>The hut is closed</h2>'
