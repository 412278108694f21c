/** The comments below an article: what one reader says, all others see at once. */
import { each, html, LiveComponent, validated } from 'telar'
import { type Comment, MAX_COMMENTS } from '../data/comments.ts'
import { type ArticleNews, topicOf } from '../data/conduit.ts'
import { CommentForm } from '../data/rules.ts'
import { to } from '../place.ts'
import { avatar, byline, type PageProps, userOf } from './frame.ts'

interface CommentsProps extends PageProps {
  articleId: number
}

export class Comments extends LiveComponent<CommentsProps> {
  comments: Comment[] = []

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

  say = validated(CommentForm, async ({ body }) => {
    const user = userOf(this.session)
    if (!user) return
    this.insert(await this.props.conduit.comment(user.id, this.props.articleId, body))
  })

  async remove(comment: Comment) {
    const user = userOf(this.session)
    if (!user) return
    await this.props.conduit.removeComment(user.id, this.props.articleId, comment.id)
    this.comments = this.comments.filter(({ id }) => id !== comment.id)
  }

  getTemplate() {
    return html`<section class="comments" aria-labelledby="comments-heading">
      <h2 id="comments-heading">Comments <span class="count">(${this.comments.length})</span></h2>
      ${userOf(this.session) ? this.form() : signIn()}
      <ol role="log" aria-label="Comments, newest first">
        ${each(
          this.comments,
          ({ id }) => id,
          (comment) => this.card(comment),
        )}
      </ol>
    </section>`
  }

  form() {
    const user = userOf(this.session)!
    return html`<form class="card comment-form" lv-submit=${this.say}>
      <label for="comment">Write a comment</label>
      <textarea id="comment" name="body" rows="3" required></textarea>
      <div class="card-footer">${avatar(user)} <button>Post comment</button></div>
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
  html`<p class="note"><a href=${to('login')}>Sign in</a> or <a href=${to('register')}>sign up</a> to add a comment.</p>`
