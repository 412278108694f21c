import { each, html, LiveComponent, page, validated } from 'telar'
import type { LiveOptions } from 'telar/server'
import { z } from 'zod'

export interface User {
  name: string
  admin: boolean
}

interface Note {
  id: number
  owner: string
  text: string
}

// A database stands for both in a real program.
export const logins = new Map<string, User>([
  ['s-1', { name: 'Ada', admin: true }],
  ['s-2', { name: 'Grace', admin: false }],
])
export const notes: Note[] = [{ id: 1, owner: 'Ada', text: 'Order linen' }]

const Text = z.object({ text: z.string().trim().min(1, 'Write something').max(200) })

export class Notes extends LiveComponent {
  user = this.session.identity as User

  guard() {
    return this.session.identity !== null
  }

  add = validated(Text, ({ text }) => {
    notes.push({ id: notes.length + 1, owner: this.user.name, text })
  })

  remove(id: number) {
    const at = notes.findIndex((note) => note.id === id && note.owner === this.user.name)
    if (at >= 0) notes.splice(at, 1)
  }

  getTemplate() {
    const own = notes.filter(({ owner }) => owner === this.user.name)
    return html`<main>
      <h1>Notes of ${this.user.name}</h1>
      <ul>${each(
        own,
        (note) => note.id,
        (note) => html`<li>
          ${note.text} <button lv-click=${() => this.remove(note.id)}>Remove ${note.text}</button>
        </li>`,
      )}</ul>
      <form lv-submit=${this.add}><input name="text" aria-label="Note" value=${''}> <button>Add</button></form>
    </main>`
  }
}

export class Admin extends LiveComponent {
  getTemplate() {
    return html`<main><h1>${notes.length} notes of all</h1></main>`
  }
}

export const options = {
  pages: [
    page('/notes', Notes),
    page('/admin', Admin, { guard: ({ identity }) => (identity as User | null)?.admin === true }),
  ],
  authenticate: (request) => {
    const [, sid = ''] = /(?:^|; )sid=([\w-]+)/.exec(request.headers.get('cookie') ?? '') ?? []
    return logins.get(sid) ?? null
  },
  identityKey: (user: User) => user.name,
  allowTopic: ({ identity }, topic) => topic === `notes:${(identity as User | null)?.name}`,
} satisfies LiveOptions
