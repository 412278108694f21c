/** The same page as an object: a template places the regions, and the news is a field of a component in one. */
import { html, Layout, LiveComponent } from 'telar'
import { Calls, news } from './calls.ts'
import { Columns } from './columns.ts'

class News extends LiveComponent {
  text = ''

  connected() {
    this.every(60_000, () => {
      this.text = ''
    })
    this.subscribe(news, (text) => {
      this.text = text
    })
  }

  getTemplate() {
    return html`<p role="status">${this.text}</p>`
  }
}

export default new Layout('kitchen', {
  html: (layout) => html`<h1>Orders</h1>
    ${layout.region('news')}
    <main class="sides">${layout.region('columns')} ${layout.region('calls')}</main>`,
  components: { columns: Columns, calls: Calls, news: News },
})
