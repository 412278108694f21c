/** An article, with what its readers do to it and say about it. */
import { classes, html, LiveComponent, mount, notFound, raw, redirect } from 'telar'
import type { Article } from '../data/articles.ts'
import { type ArticleNews, topicOf } from '../data/conduit.ts'
import { BASE, to } from '../place.ts'
import { tagList } from './article-list.ts'
import { Comments } from './comments-view.ts'
import { byline, frame, type PageProps, signedIn, userOf } from './frame.ts'
import { renderMarkdown } from './markdown.ts'

export class ArticlePage extends LiveComponent<PageProps> {
  article!: Article
  removed = false
  /** Whether the author was asked if it is to be deleted. */
  asked = false

  override start() {
    return this.load()
  }

  override connected() {
    this.subscribe<ArticleNews>(topicOf(this.article.id), this.hear)
  }

  async load() {
    const { slug = '' } = this.session.params
    const article = await this.props.conduit.article(slug, userOf(this.session)?.id ?? 0)
    if (!article) throw notFound('There is no such article.')
    this.article = article
    this.title(`${article.title} · Conduit`)
  }

  async hear(news: ArticleNews) {
    if (news.kind === 'favorites') this.article.favorites = news.count
    else if (news.kind === 'saved') await this.load()
    else if (news.kind === 'removed') this.removed = true
  }

  async favorite() {
    const [user, article] = [signedIn(this.session), this.article]
    const on = !article.favorited
    article.favorites = await this.props.conduit.favorite(user.id, article.id, on)
    article.favorited = on
  }

  async follow() {
    const [user, article] = [signedIn(this.session), this.article]
    await this.props.conduit.follow(user.id, article.authorId, !article.following)
    article.following = !article.following
  }

  ask(on: boolean) {
    this.asked = on
  }

  async remove() {
    const [user, article] = [signedIn(this.session), this.article]
    await this.props.conduit.remove(user.id, article.slug)
    throw redirect(`${BASE}/`)
  }

  getTemplate() {
    const { article } = this
    if (this.removed) {
      return frame(
        this.session,
        html`<section class="narrow missing" role="status">
          <h1>This article was deleted</h1>
          <p><a lv-link href="${BASE}/">Read what is new</a> instead.</p>
        </section>`,
      )
    }
    const { id, body, tags, title, description } = article
    return frame(
      this.session,
      html`<article class="article-page">
        <div class="banner">
          <h1>${title}</h1>
          <p>${description}</p>
          <div class="article-meta">${byline(article.author, article.createdAt)} ${this.actions(article)}</div>
        </div>
        <div class="narrow">
          ${mount(ArticleBody, { key: 'body', body })}
          ${tagList(tags)}
        </div>
      </article>
      <div class="narrow">${mount(Comments, { key: id, conduit: this.props.conduit, articleId: id })}</div>`,
    )
  }

  actions(article: Article) {
    const user = userOf(this.session)
    if (!user) {
      return html`<a lv-link class="button" href=${to('login')}>Follow ${article.author.username}</a>
        <a lv-link class="button" href=${to('login')}>Favorite article <span class="count">(${article.favorites})</span></a>`
    }
    if (user.id === article.authorId) return this.ownActions(article)
    return html`<button class=${classes({ on: article.following })} lv-click=${this.follow}>${article.following ? 'Unfollow' : 'Follow'} ${article.author.username}</button>
      <button class=${classes({ on: article.favorited })} lv-click=${this.favorite}>${article.favorited ? 'Unfavorite' : 'Favorite'} article <span class="count">(${article.favorites})</span></button>`
  }

  ownActions({ slug }: Article) {
    return this.asked
      ? html`<span role="alert">Delete it with all its comments?</span>
        <button class="danger" lv-click=${this.remove}>Delete for good</button>
        <button class="quiet" lv-click=${() => this.ask(false)}>Keep it</button>`
      : html`<a lv-link class="button" href=${to('editor', slug)}>Edit article</a>
        <button class="danger" lv-click=${() => this.ask(true)}>Delete article</button>`
  }
}

/** A component of its own, so that the text is rendered when it changes and not with each favourite. */
class ArticleBody extends LiveComponent<{ body: string }> {
  getTemplate() {
    return html`<div class="article-content">${raw(renderMarkdown(this.props.body))}</div>`
  }
}
