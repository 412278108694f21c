import { each, html, LiveComponent, notFound, page } from 'telar'
import { z } from 'zod'

const books = ['Warp', 'Weft', 'Heddle', 'Shuttle', 'Reed'].map((title, i) => ({
  id: i + 1,
  title,
}))

const Search = z.object({
  q: z.string().default(''),
  page: z.coerce.number().int().min(1).default(1),
})
type Search = z.output<typeof Search>

export class Books extends LiveComponent {
  search = Search.parse(this.session.params)

  paramsChanged(search: Search) {
    this.search = search
  }

  next() {
    this.patch(`?q=${this.search.q}&page=${this.search.page + 1}`)
  }

  getTemplate() {
    const { q, page } = this.search
    const found = books.filter(({ title }) => title.toLowerCase().includes(q))
    this.title(`Books, page ${page}`)
    return html`<main>
      <h1>Books, page ${page}</h1>
      <ul>${each(
        found.slice(page * 2 - 2, page * 2),
        (book) => book.id,
        (book) => html`<li><a lv-link href="/books/${book.id}">${book.title}</a></li>`,
      )}</ul>
      <button lv-click=${this.next}>Next page</button>
    </main>`
  }
}

export class Book extends LiveComponent {
  book = books.find(({ id }) => id === Number(this.session.params.id))

  getTemplate() {
    if (!this.book) throw notFound('There is no such book.')
    return html`<main><h1>${this.book.title}</h1> <a lv-link href="/books">All books</a></main>`
  }
}

export class NotFound extends LiveComponent {
  getTemplate() {
    return html`<main><h1>Not here</h1><p>${this.session.params.message}</p></main>`
  }
}

export const options = {
  pages: [
    page('/books', Books, { params: Search, title: 'Books' }),
    page('/books/:id', Book, { title: 'A book' }),
  ],
  errorPages: { 404: page('/404', NotFound, { title: 'Not here' }) },
}
