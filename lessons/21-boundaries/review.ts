/** Two questions about failures and how far they reach. */
import { BiMap, html, LiveComponent, mount } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'taken-back',
    'Ada has seat 1 and Grace has seat 2. A handler gives seat 2 to Ada with `seats.set` of a `BiMap`, and then it throws. There is no boundary. Who has seat 2 afterwards?',
    async ({ visit }) => {
      const tab = await visit(Half)
      await tab.click(byRole('button')).catch(() => {})
      return tab.text(byRole('button'))
    },
  ),
  step(
    'nearest-boundary',
    'A page with a `fallback` holds a shelf with a `fallback`, and the shelf holds three books without one. The second book throws in its template. How many books can still be seen?',
    async ({ visit }) => {
      const tab = await visit(Library)
      return tab.text().split('A book').length - 1
    },
  ),
])

class Half extends LiveComponent {
  seats = new BiMap([
    ['Ada', 1],
    ['Grace', 2],
  ])

  swap() {
    this.seats.set('Ada', 2)
    JSON.parse('The shelf gives way')
  }

  getTemplate() {
    return html`<button lv-click=${this.swap}>${this.seats.keyOf(2)}</button>`
  }
}

class Book extends LiveComponent<{ torn: boolean }> {
  getTemplate() {
    if (this.props.torn) JSON.parse('a page is missing')
    return html`<p>A book</p>`
  }
}

class Shelf extends LiveComponent {
  getTemplate() {
    return html`<div>${mount(Book, { key: 1, torn: false })} ${mount(Book, { key: 2, torn: true })} ${mount(Book, { key: 3, torn: false })}</div>`
  }

  fallback() {
    return html`<p>This shelf is closed.</p>`
  }
}

class Library extends LiveComponent {
  getTemplate() {
    return html`<main>${mount(Shelf)}</main>`
  }

  fallback() {
    return html`<p>The library is closed.</p>`
  }
}
