/** What stands around every page of Conduit, and small pieces that several pages show. */
import { html, redirect, type SessionInfo, type View } from 'telar'
import type { User } from '../data/accounts.ts'
import type { Author } from '../data/articles.ts'
import type { Conduit } from '../data/conduit.ts'
import { BASE, to, withQuery } from '../place.ts'

/** What every page is given. */
export interface PageProps {
  conduit: Conduit
}

/** Who looks at the page; undefined for somebody who is not logged in. */
export const userOf = (session: SessionInfo) => (session.identity ?? undefined) as User | undefined

/** The same, for what is closed to others: they are led to the log-in, and from there back. */
export function signedIn(session: SessionInfo): User {
  const user = userOf(session)
  if (!user) throw redirect(withQuery(to('login'), { next: session.path }))
  return user
}

/** The page's frame: the way to all other pages, and `content`. */
export function frame(session: SessionInfo, content: View) {
  const user = userOf(session)
  const link = (address: string, text: View) =>
    html`<li><a lv-link class="nav-link" href=${address} aria-current=${isHere(session, address) ? 'page' : null}>${text}</a></li>`
  return html`<a class="skip" href="#main">Skip to the content</a>
    <header class="navbar">
      <a lv-link class="navbar-brand" href="${BASE}/">conduit</a>
      <nav aria-label="Conduit">
        <ul>
          ${link(`${BASE}/`, 'Home')}
          ${
            user
              ? html`${link(to('editor'), 'New article')} ${link(to('settings'), 'Settings')}
                ${link(to('profile', user.username), html`${avatar(user)} ${user.username}`)}`
              : html`${link(to('login'), 'Sign in')} ${link(to('register'), 'Sign up')}`
          }
        </ul>
      </nav>
    </header>
    <main id="main" tabindex="-1">${content}</main>`
}

const isHere = ({ path }: SessionInfo, address: string) =>
  path.replace(/\/$/, '') === decodeURI(address).replace(/\/$/, '')

/** A picture of somebody, or the first letter of their name. The name stands beside it. */
export function avatar({ username, image }: Author, size = '') {
  return image === ''
    ? html`<span class="avatar ${size}" aria-hidden="true">${[...username][0]}</span>`
    : html`<img class="avatar user-img ${size}" src=${image} alt="" loading="lazy" referrerpolicy="no-referrer" />`
}

/** Who wrote it, and when. */
export function byline(author: Author, at: Date) {
  const address = to('profile', author.username)
  return html`<div class="byline">
    <a lv-link href=${address} tabindex="-1" aria-hidden="true">${avatar(author)}</a>
    <div>
      <a lv-link class="author" href=${address}>${author.username}</a>
      <time datetime=${at.toISOString()}>${dateOf(at)}</time>
    </div>
  </div>`
}

/** `30 November 2026`, the same for every reader, since the server does not know their time zone. */
const dateOf = (at: Date) => DATE.format(at)

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
