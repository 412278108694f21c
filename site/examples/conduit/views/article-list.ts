/** One page of a feed, kept up to date: favourites change as others press them, and new articles are announced. */
import { classes, each, html, LiveComponent } from 'telar'
import { type Feed, PAGE_SIZE, type Preview } from '../data/articles.ts'
import { LISTS, type ListNews } from '../data/conduit.ts'
import { to, withQuery } from '../place.ts'
import { byline, type PageProps, signedIn, userOf } from './frame.ts'

interface ArticleListProps extends PageProps {
  feed: Feed
  page: number
  /** The address of this feed; its other pages have `page` in their query. */
  address: string
  query?: Record<string, string>
  /** What is said when the feed has no article. */
  empty: string
}

export class ArticleList extends LiveComponent<ArticleListProps> {
  articles: Preview[] = []
  pages = 0
  /** Articles that were published since this list was loaded. */
  unseen = 0

  override start() {
    return this.load()
  }

  override connected() {
    this.subscribe<ListNews>(LISTS, this.hear)
  }

  /** Another page or feed: what is shown stays until the other one is loaded. */
  override propsChanged({ feed, page }: Readonly<Record<string, unknown>>) {
    const asked = JSON.stringify([this.props.feed, this.props.page])
    if (asked !== JSON.stringify([feed, page])) void this.turn(this.load)
  }

  override placeholder() {
    return html`<p class="note" role="status">Loading articles…</p>`
  }

  async load() {
    const { conduit, feed, page } = this.props
    const { articles, pages } = await conduit.list(feed, userOf(this.session)?.id ?? 0, page)
    this.articles = articles
    this.pages = pages
    this.unseen = 0
  }

  hear(news: ListNews) {
    if (news.kind === 'published') this.unseen += 1
    else {
      const shown = this.articles.find(({ id }) => id === news.id)
      if (shown) shown.favorites = news.count
    }
  }

  async favorite(article: Preview) {
    const user = signedIn(this.session)
    const on = !article.favorited
    const count = await this.props.conduit.favorite(user.id, article.id, on)
    article.favorited = on
    article.favorites = count
  }

  getTemplate() {
    const { feed, page, empty } = this.props
    const showsNew = this.unseen > 0 && feed.of === 'all' && page === 1
    return html`<div class="articles">
      <p class="news" role="status">${
        showsNew
          ? html`<button class="quiet news-button" lv-click=${this.load}>${this.unseen === 1 ? 'Show 1 new article' : `Show ${this.unseen} new articles`}</button>`
          : ''
      }</p>
      ${this.articles.length === 0 ? html`<p class="note empty-feed-message">${empty}</p>` : ''}
      ${each(
        this.articles,
        ({ id }) => id,
        (article) => this.preview(article),
      )}
      ${this.pages > 1 ? this.pagination() : ''}
    </div>`
  }

  preview(article: Preview) {
    return html`<article class="article-preview">
      <div class="article-meta">${byline(article.author, article.createdAt)} ${this.heart(article)}</div>
      <h2><a lv-link class="preview-link" href=${to('article', article.slug)}>${article.title}</a></h2>
      <p>${article.description}</p>
      ${tagList(article.tags)}
    </article>`
  }

  heart(article: Preview) {
    const text = html`<span aria-hidden="true">♥</span> ${article.favorites}`
    const label = (verb: string) =>
      `${verb} ${article.title}: ${article.favorites} ${article.favorites === 1 ? 'reader has' : 'readers have'}`
    return userOf(this.session)
      ? html`<button class="heart ${classes({ on: article.favorited })}" aria-pressed=${article.favorited} aria-label=${label('Favorite')} lv-click=${() => this.favorite(article)}>${text}</button>`
      : html`<a lv-link class="heart" href=${to('login')} aria-label=${label('Sign in to favorite')}>${text}</a>`
  }

  pagination() {
    const { address, query, page } = this.props
    const numbers = pagesAround(page, this.pages)
    return html`<nav class="pagination" aria-label="Pages">
      <ul>
        ${numbers.map((number) =>
          number === undefined
            ? html`<li aria-hidden="true">…</li>`
            : html`<li><a lv-link class="page-link" href=${withQuery(address, { ...query, page: number === 1 ? '' : number })} aria-label="Page ${number}" aria-current=${number === page ? 'page' : null}>${number}</a></li>`,
        )}
      </ul>
    </nav>`
  }
}

export const tagList = (tags: readonly string[]) =>
  tags.length === 0
    ? ''
    : html`<ul class="tag-list" aria-label="Tags">
        ${tags.map((tag) => html`<li><a lv-link class="tag-default" href=${withQuery(to(''), { tag })}>${tag}</a></li>`)}
      </ul>`

/** The first, the last and those around the current one; undefined where some are left out. */
function pagesAround(page: number, pages: number): (number | undefined)[] {
  const near = Array.from({ length: pages }, (_, i) => i + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
  return near.flatMap((number, i) =>
    i > 0 && number - near[i - 1]! > 1 ? [undefined, number] : [number],
  )
}

/** The page that an address asks for: 1 unless it is a whole number in reach. */
export function pageOf(text: string | undefined): number {
  const page = Number(text ?? 1)
  return Number.isInteger(page) && page >= 1 && page * PAGE_SIZE <= 2 ** 31 ? page : 1
}
