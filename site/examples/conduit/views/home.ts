/** The first page: all articles, those of whom the reader follows, or those of one tag. */
import { html, LiveComponent, mount } from 'telar'
import type { Feed } from '../data/articles.ts'
import { to, withQuery } from '../place.ts'
import { ArticleList, pageOf, tagList } from './article-list.ts'
import { frame, type PageProps, userOf } from './frame.ts'

export class Home extends LiveComponent<PageProps> {
  tags: string[] = []

  override async start() {
    this.tags = await this.props.conduit.tags()
  }

  getTemplate() {
    return frame(
      this.session,
      html`${userOf(this.session) ? html`<h1 class="for-screen-readers">Articles</h1>` : banner()}
        <div class="columns">
          <section aria-label="Articles">
            ${this.feeds()}
            ${this.list()}
          </section>
          <aside class="sidebar" aria-label="Popular tags">
            <h2>Popular tags</h2>
            ${tagList(this.tags)}
          </aside>
        </div>`,
    )
  }

  /** What the address asks for. Somebody who is not logged in follows nobody. */
  feed(): Feed {
    const { feed, tag } = this.session.params
    if (tag) return { of: 'tag', tag }
    return feed === 'followed' && userOf(this.session) ? { of: 'followed' } : { of: 'all' }
  }

  feeds() {
    const feed = this.feed()
    const tab = (text: string, address: string, chosen: boolean) =>
      html`<li><a lv-link class="nav-link" href=${address} aria-current=${chosen ? 'page' : null}>${text}</a></li>`
    return html`<nav class="feed-toggle" aria-label="Feeds">
      <ul>
        ${
          userOf(this.session)
            ? tab('Your feed', withQuery(to(''), { feed: 'followed' }), feed.of === 'followed')
            : ''
        }
        ${tab('Global feed', to(''), feed.of === 'all')}
        ${feed.of === 'tag' ? tab(`# ${feed.tag}`, withQuery(to(''), { tag: feed.tag }), true) : ''}
      </ul>
    </nav>`
  }

  list() {
    const feed = this.feed()
    const page = pageOf(this.session.params.page)
    const query: Record<string, string> =
      feed.of === 'tag' ? { tag: feed.tag } : feed.of === 'followed' ? { feed: 'followed' } : {}
    return mount(ArticleList, {
      key: 'list',
      conduit: this.props.conduit,
      feed,
      page,
      address: to(''),
      query,
      empty:
        feed.of === 'followed'
          ? 'Articles of the people you follow are shown here. Open an article you like and follow its author.'
          : 'No articles are here yet.',
    })
  }
}

const banner = () => html`<div class="banner">
  <h1>conduit</h1>
  <p>A place to share your knowledge.</p>
</div>`
