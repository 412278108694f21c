/** The live page of the log-in examples: it knows who is there, and only who is logged in may see it. */
import { html, LiveComponent, page } from '../../../engine/index.ts'

export interface User {
  name: string
}

export class Desk extends LiveComponent {
  count = 0
  add() {
    this.count += 1
  }
  getTemplate() {
    const { name } = this.session.identity as User
    return html`<main><h1>Desk of ${name}</h1><button lv-click=${this.add}>${this.count}</button></main>`
  }
}

export const desk = page('/desk', Desk, { guard: ({ identity }) => identity !== null })

/** What a program has in its database, with hashes in place of passwords. */
export const passwords: Record<string, string> = { Ada: 'lovelace', Grace: 'hopper' }

export const form = (token = '') => `<form method="post" action="/login">
  <input name="name"><input name="password" type="password">
  <input type="hidden" name="_csrf" value="${token}"><button>Log in</button>
</form>`

/** A program that runs: where, and how to end it. */
export interface Running {
  address: string
  close(): Promise<void>
}
