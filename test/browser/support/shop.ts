/** Several pages with links between them, for tests of moving about: a list with filters, its items, and pages that say no. */
import {
  each,
  forbidden,
  html,
  LiveComponent,
  notFound,
  type Page,
  page,
  redirect,
  type StandardSchema,
} from '../../../engine/index.ts'

interface ListParams {
  page: number
  tags: string[]
}

/** `?page=` is a whole number up to 50, 1 by default; `?tag=` may come several times. */
const ListParams: StandardSchema<ListParams> = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate(given) {
      const { page = '1', tag = [] } = given as { page?: string; tag?: string | string[] }
      const number = Number(page)
      if (!Number.isInteger(number) || number < 1 || number > 50)
        return { issues: [{ message: 'Expected a page from 1 to 50', path: ['page'] }] }
      return { value: { page: number, tags: [tag].flat() } }
    },
  },
}

export class List extends LiveComponent {
  page = 1
  tags: string[] = []
  note = ''
  count = 0
  heard: string[] = []
  start() {
    this.read(this.session.params as unknown as ListParams)
  }
  paramsChanged(params: ListParams) {
    this.read(params)
    this.heard.push(this.url)
  }
  private read({ page, tags }: ListParams) {
    this.page = page
    this.tags = tags
    this.title(`Page ${page}`)
  }
  next() {
    this.patch(`?page=${this.page + 1}`)
  }
  swap() {
    this.patch(`?page=${this.page + 1}`, { replace: true })
  }
  wrong() {
    this.patch('?page=99')
  }
  async slow() {
    await new Promise((resolve) => setTimeout(resolve, 400))
    this.count += 1
  }
  add() {
    this.count += 1
  }
  write({ value }: { value: string }) {
    this.note = value
  }
  about() {
    this.flash('info', 'Saved')
    this.navigate('/about')
  }
  gone() {
    throw notFound('That item was sold.')
  }
  getTemplate() {
    return html`<main style="min-height: 3000px">
      <h1>Items, page ${this.page}</h1>
      <p id="at">${this.url}</p><p id="tags">${this.tags.join('+')}</p><p id="heard">${this.heard.join(' ')}</p>
      <button id="count" lv-click=${this.add}>${this.count}</button>
      <button id="slow" lv-click=${this.slow}>slow</button>
      <button id="next" lv-click=${this.next}>next</button>
      <button id="swap" lv-click=${this.swap}>swap</button>
      <button id="wrong" lv-click=${this.wrong}>wrong</button>
      <button id="go" lv-click=${this.about}>save and leave</button>
      <button id="gone" lv-click=${this.gone}>gone</button>
      <input id="note" lv-input=${this.write} value=${this.note}><input id="free">
      <nav>
        <a id="p2" lv-link href="/?page=2">2</a> <a id="p3" lv-link href="/?page=3">3</a>
        <a id="bad" lv-link href="/?page=x">bad</a> <a id="hash" lv-link href="#end">end</a>
        ${each(
          [7, 8],
          (id) => id,
          (id) => html`<a id=${`i${id}`} lv-link href=${`/items/${id}`}>item ${id}</a>`,
        )}
        <a id="about" lv-link href="/about">about</a> <a id="abouthash" lv-link href="/about#more">more</a>
        <a id="plain" href="/about">plain</a> <a id="blank" lv-link href="/about" target="_blank">blank</a>
        <a id="file" lv-link href="/about" download>file</a>
        <a id="lost" lv-link href="/lost">lost</a> <a id="secret" lv-link href="/secret">secret</a>
        <a id="moved" lv-link href="/moved">moved</a> <a id="loop" lv-link href="/loop/a">loop</a>
        <a id="strict" lv-link href="/strict">strict</a> <a id="spanish" lv-link href="/spanish">es</a>
        <a id="edit" lv-link href="/edit">edit</a> <a id="styled" lv-link href="/styled">styled</a>
        <a id="foreign" lv-link href="http://127.0.0.1:1/">foreign</a>
        <a id="self" lv-link href="/items/7">self</a>
      </nav>
      <div style="height: 100px; overflow: auto" id="box"><div style="height: 1000px">box</div></div>
      <p id="end" style="margin-top: 2500px">The end</p>
    </main>`
  }
}

class Item extends LiveComponent {
  count = 0
  start() {
    if (Number(this.session.params.id) > 8)
      throw notFound(`There is no item ${this.session.params.id}.`)
    this.title(`Item ${this.session.params.id}`)
  }
  add() {
    this.count += 1
  }
  back() {
    this.navigate('/?page=4', { replace: true })
  }
  getTemplate() {
    return html`<main style="min-height: 3000px"><h1>Item ${this.session.params.id}</h1>
      <button id="count" lv-click=${this.add}>${this.count}</button>
      <button id="back" lv-click=${this.back}>back</button>
      <a id="list" lv-link href="/?page=2">list</a> <a id="i8" lv-link href="/items/8">8</a>
      <a id="about" lv-link href="/about">about</a></main>`
  }
}

class About extends LiveComponent {
  getTemplate() {
    return html`<main style="min-height: 3000px"><h1>About us</h1><a id="list" lv-link href="/">list</a>
      <p id="more" style="margin-top: 1500px">More</p></main>`
  }
}

class Edit extends LiveComponent {
  text = ''
  write({ value }: { value: string }) {
    this.text = value
  }
  save() {
    this.text = ''
  }
  getTemplate() {
    return html`<main><h1>Edit</h1><form lv-submit=${this.save} lv-unsaved=${this.text !== ''}>
      <input id="text" lv-input=${this.write} value=${this.text}><button id="save">save</button></form>
      <p id="is">${this.text}</p><a id="about" lv-link href="/about">about</a></main>`
  }
}

class Looping extends LiveComponent {
  start() {
    throw redirect(this.session.path === '/loop/a' ? '/loop/b' : '/loop/a')
  }
  getTemplate() {
    return html`<p>never</p>`
  }
}

class Moved extends LiveComponent {
  start() {
    throw redirect('/items/7')
  }
  getTemplate() {
    return html`<p>never</p>`
  }
}

class Pingpong extends LiveComponent {
  connected() {
    this.navigate(this.session.path === '/ping' ? '/pong' : '/ping')
  }
  getTemplate() {
    return html`<main><h1>${this.session.path}</h1></main>`
  }
}

class Missing extends LiveComponent {
  getTemplate() {
    const { status, message } = this.session.params
    return html`<main><h1>Sorry: ${status}</h1><p id="why">${message}</p><a id="list" lv-link href="/">list</a></main>`
  }
}

export const PAGES: readonly Page[] = [
  page('/', List, { params: ListParams, title: 'Items' }),
  page('/items/:id', Item),
  page('/about', About, { title: 'About us' }),
  page('/edit', Edit, { title: 'Edit' }),
  page('/strict', About, { title: 'Strict', csp: { 'img-src': 'https://images.example' } }),
  page('/spanish', About, { title: 'Acerca', lang: 'es' }),
  page('/styled', About, { title: 'Styled', css: 'h1 { color: rgb(1, 2, 3) }' }),
  page('/moved', Moved),
  page('/loop/:at', Looping),
  page('/ping', Pingpong),
  page('/pong', Pingpong),
  page('/secret', About, {
    authenticate: () => {
      throw forbidden('Only for members.')
    },
  }),
]

export const LOST = page('/sorry', Missing, { title: 'Sorry' })
