/** A form that a schema checks, and below it what was sent. */
import { form, html, LiveComponent } from 'telar'
import { z } from 'zod'

const Entry = z.object({
  name: z.string().trim().min(1, 'Enter your name'),
  message: z.string().trim().min(10, 'Write at least 10 letters'),
})

type Entry = z.output<typeof Entry>

export class GuestBook extends LiveComponent {
  entry = form(Entry, { initial: { name: '', message: '' } })
  entries: Entry[] = []

  sign(entry: Entry) {
    this.entries.push(entry)
    this.entry.reset()
  }

  getTemplate() {
    const { entry, entries } = this
    return html`<main>
      <h1>Guest book</h1>
      <form novalidate lv-submit=${entry.submit(this.sign)}>
        <label for=${entry.id('name')}>Name</label>
        <input ${entry.field('name')}>
        ${entry.error('name')}
        <label for=${entry.id('message')}>Message</label>
        <input ${entry.field('message')}>
        ${entry.error('message')}
        <button>Sign</button>
      </form>
      <ul>
        ${entries.map(({ name, message }) => html`<li>${name}: ${message}</li>`)}
      </ul>
    </main>`
  }
}
