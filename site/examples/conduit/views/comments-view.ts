/** The comments below an article: what one reader says, all others see at once. */
import { each, form, html, LiveComponent } from 'telar'
import { type Comment, MAX_COMMENTS } from '../data/comments.ts'
import { type ArticleNews, topicOf } from '../data/conduit.ts'
import { CommentForm } from '../data/rules.ts'
import { to } from '../place.ts'
import { avatar, byline, type PageProps, signedIn, userOf } from './frame.ts'

interface CommentsProps extends PageProps {
  articleId: number
}

export class Comments extends LiveComponent<CommentsProps> {
  comments: Comment[] = []
  draft = form(CommentForm, { initial: { body: '' } })

  override async start() {
    this.comments = await this.props.conduit.comments(this.props.articleId)
  }

  override async connected() {
    this.subscribe<ArticleNews>(topicOf(this.props.articleId), this.hear)
    // What was said between the first paint and now, or while nobody was connected.
    this.comments = await this.props.conduit.comments(this.props.articleId)
  }

  hear(news: ArticleNews) {
    if (news.kind === 'commented') this.insert(news.comment)
    else if (news.kind === 'comment-removed') {
      this.comments = this.comments.filter(({ id }) => id !== news.id)
    }
  }

  // It may be there already: from the database, or because this reader has written it.
  insert(comment: Comment) {
    if (this.comments.some(({ id }) => id === comment.id)) return
    this.comments = [comment, ...this.comments].sort((a, b) => b.id - a.id).slice(0, MAX_COMMENTS)
  }

  async say({ body }: { body: string }) {
    const user = signedIn(this.session)
    this.insert(await this.props.conduit.comment(user.id, this.props.articleId, body))
    this.draft.reset()
  }

  async remove(comment: Comment) {
    const user = signedIn(this.session)
    await this.props.conduit.removeComment(user.id, this.props.articleId, comment.id)
    this.comments = this.comments.filter(({ id }) => id !== comment.id)
  }

  getTemplate() {
    return html`<section class="comments" aria-labelledby="comments-heading">
      <h2 id="comments-heading">Comments <span class="count">(${this.comments.length})</span></h2>
      ${userOf(this.session) ? this.form() : signIn()}
      <div role="log" aria-label="Comments, newest first">
        <ol>
          ${each(
            this.comments,
            ({ id }) => id,
            (comment) => this.card(comment),
          )}
        </ol>
      </div>
    </section>`
  }

  form() {
    const { draft } = this
    return html`<form class="card comment-form" lv-submit=${draft.submit(this.say)} novalidate>
      <label for=${draft.id('body')}>Write a comment</label>
      <textarea rows="3" ${draft.field('body')}></textarea>
      ${draft.error('body')}
      <div class="card-footer">${avatar(signedIn(this.session))} <button class="submit" lv-busy="Posting…">Post comment</button></div>
    </form>`
  }

  card(comment: Comment) {
    const isOwn = userOf(this.session)?.id === comment.authorId
    return html`<li class="card">
      <p class="card-text">${comment.body}</p>
      <div class="card-footer">
        ${byline(comment.author, comment.createdAt)}
        ${isOwn ? html`<button class="quiet" aria-label="Delete your comment: ${comment.body.slice(0, 40)}" lv-click=${() => this.remove(comment)}>Delete</button>` : ''}
      </div>
    </li>`
  }
}

const signIn = () =>
  html`<p class="note"><a lv-link href=${to('login')}>Sign in</a> or <a lv-link href=${to('register')}>sign up</a> to add a comment.</p>`
