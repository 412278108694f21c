/** Writing an article, or writing one anew. */
import {
  each,
  forbidden,
  form,
  html,
  LiveComponent,
  type LiveEvent,
  notFound,
  redirect,
} from 'telar'
import type { Article } from '../data/articles.ts'
import { ArticleForm, type ArticleValues, MAX_TAGS, readTags } from '../data/rules.ts'
import { to } from '../place.ts'
import { frame, type PageProps, signedIn } from './frame.ts'

export class Editor extends LiveComponent<PageProps> {
  article = form(ArticleForm, { initial: { title: '', description: '', body: '', tag: '' } })
  tags: string[] = []
  /** The tags that it has without what is written here. */
  kept: string[] = []

  override async start() {
    const user = signedIn(this.session)
    const { slug } = this.session.params
    if (slug === undefined) return
    const article = await this.props.conduit.article(slug, user.id)
    if (!article) throw notFound('There is no such article.')
    if (article.authorId !== user.id) throw forbidden('Only its author can change an article.')
    this.fill(article)
  }

  fill({ title, description, body, tags }: Article) {
    this.article.reset({ title, description, body, tag: '' })
    this.tags = tags
    this.kept = tags
  }

  get isUnsaved() {
    return this.article.isChanged || this.tags.join() !== this.kept.join()
  }

  /** Adds what is typed to the tags, and says whether that worked. */
  addTags(typed: string): boolean {
    const { tags, problem } = readTags(typed)
    const all = [...new Set([...this.tags, ...tags])]
    const wrong = all.length > MAX_TAGS ? `An article has at most ${MAX_TAGS} tags.` : problem
    if (wrong === undefined) this.tags = all
    else this.article.setError('tag', wrong)
    return wrong === undefined
  }

  pressEnter({ value }: LiveEvent) {
    if (this.addTags(value)) this.article.set('tag', '')
  }

  removeTag(removed: string) {
    this.tags = this.tags.filter((tag) => tag !== removed)
  }

  async send({ tag, ...values }: Omit<ArticleValues, 'tags'> & { tag: string }) {
    const user = signedIn(this.session)
    if (!this.addTags(tag)) return
    const { slug } = this.session.params
    const article = { ...values, tags: this.tags }
    if (slug !== undefined) await this.props.conduit.save(user.id, slug, article)
    const address = slug ?? (await this.props.conduit.publish(user.id, article))
    // Nothing is unsaved any more, so that the page may be left.
    this.article.reset({ ...values, tag: '' })
    this.kept = this.tags
    throw redirect(to('article', address))
  }

  getTemplate() {
    const { article } = this
    return frame(
      this.session,
      html`<section class="narrow">
        <h1>${this.session.params.slug === undefined ? 'New article' : 'Edit article'}</h1>
        <form lv-submit=${article.submit(this.send)} novalidate lv-unsaved=${this.isUnsaved ? 'What you have written here is not published yet. Leave the page?' : null}>
          <label class="field-label" for=${article.id('title')}>Title</label>
          <input autocomplete="off" ${article.field('title')} />
          ${article.error('title')}
          <label class="field-label" for=${article.id('description')}>Summary</label>
          <input autocomplete="off" ${article.field('description')} />
          ${article.error('description')}
          <label class="field-label" for=${article.id('body')}>Text, in Markdown</label>
          <textarea rows="14" ${article.field('body')}></textarea>
          ${article.error('body')}
          <label class="field-label" for=${article.id('tag')}>Tags, each with Enter or a comma</label>
          <input autocomplete="off" lv-keydown=${this.pressEnter} lv-key="Enter" lv-prevent ${article.field('tag')} />
          ${article.error('tag')}
          <ul class="tag-list added-tags" aria-label="Added to this article">
            ${each(
              this.tags,
              (tag) => tag,
              (tag) =>
                html`<li class="tag-pill">${tag} <button type="button" aria-label="Remove the tag ${tag}" lv-click=${() => this.removeTag(tag)}>×</button></li>`,
            )}
          </ul>
          <button class="submit" lv-busy="Publishing…">Publish article</button>
        </form>
      </section>`,
    )
  }
}
