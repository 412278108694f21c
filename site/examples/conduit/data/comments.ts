/** Comments below an article. */
import { type Author, NotYoursError } from './articles.ts'
import type { Database } from './tables.ts'

export interface Comment {
  id: number
  body: string
  createdAt: Date
  authorId: number
  author: Author
}

/** More than anyone reads; it bounds what a page holds. */
export const MAX_COMMENTS = 200

/** The newest comments on an article, newest first. */
export async function listComments(db: Database, articleId: number): Promise<Comment[]> {
  const rows = await commentsOf(db)
    .where('article_id', '=', articleId)
    .orderBy('comments.id', 'desc')
    .limit(MAX_COMMENTS)
    .execute()
  return rows.map(commentOf)
}

/** Adds a comment, and returns it as readers see it. @throws NotYoursError when the article is gone. */
export async function addComment(
  db: Database,
  { articleId, authorId, body }: { articleId: number; authorId: number; body: string },
): Promise<Comment> {
  const article = await db
    .selectFrom('articles')
    .select('id')
    .where('id', '=', articleId)
    .forShare()
    .executeTakeFirst()
  if (!article) throw new NotYoursError('article')
  const { id } = await db
    .insertInto('comments')
    .values({ article_id: articleId, author_id: authorId, body })
    .returning('id')
    .executeTakeFirstOrThrow()
  return commentOf(await commentsOf(db).where('comments.id', '=', id).executeTakeFirstOrThrow())
}

/** Deletes a comment of this author. @throws NotYoursError */
export async function removeComment(db: Database, authorId: number, id: number): Promise<void> {
  const removed = await db
    .deleteFrom('comments')
    .where('id', '=', id)
    .where('author_id', '=', authorId)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw new NotYoursError('comment')
}

const commentsOf = (db: Database) =>
  db
    .selectFrom('comments')
    .innerJoin('users', 'users.id', 'comments.author_id')
    .select([
      'comments.id',
      'comments.body',
      'comments.created_at',
      'author_id',
      'username',
      'image',
    ])

interface CommentRow extends Author {
  id: number
  body: string
  created_at: Date
  author_id: number
}

const commentOf = ({ id, body, created_at, author_id, username, image }: CommentRow): Comment => ({
  id,
  body,
  createdAt: created_at,
  authorId: author_id,
  author: { username, image },
})
