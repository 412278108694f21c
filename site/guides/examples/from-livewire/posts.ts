import { each, html, LiveComponent, type LiveEvent } from 'telar'

interface Post {
  id: number
  title: string
}

const posts: Post[] = [
  { id: 1, title: 'Warp and weft' },
  { id: 2, title: 'A first scarf' },
]

export class Posts extends LiveComponent {
  search = ''
  found = posts

  look({ value }: LiveEvent) {
    this.search = value
    this.found = posts.filter(({ title }) => title.toLowerCase().includes(value.toLowerCase()))
  }

  getTemplate() {
    return html`<main>
      <label>Search <input value=${this.search} lv-input=${this.look} lv-debounce="250"></label>
      <p>${this.found.length} found</p>
      <ul>${each(
        this.found,
        (post) => post.id,
        (post) => html`<li>${post.title}</li>`,
      )}</ul>
    </main>`
  }
}
