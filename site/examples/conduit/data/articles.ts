/** Articles: lists of them, one of them, and what their authors and readers do to them. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { ArticleValues } from './rules.ts'
import type { Database } from './tables.ts'

export interface Author {
  username: string
  image: string
}

/** An article as lists show it. */
export interface Preview {
  id: number
  slug: string
  title: string
  description: string
  createdAt: Date
  author: Author
  tags: string[]
  /** How many readers have it among their favourites, and whether this one has. */
  favorites: number
  favorited: boolean
}

export interface Article extends Preview {
  body: string
  authorId: number
  /** Whether this reader follows its author. */
  following: boolean
}

/** Which articles, newest first. */
export type Feed =
  | { of: 'all' }
  | { of: 'followed' }
  | { of: 'tag'; tag: string }
  | { of: 'author'; username: string }
  | { of: 'favorites'; username: string }

/** A reader's id; 0 is somebody who is not logged in. */
export type Reader = number

export const PAGE_SIZE = 10

/** One page of a feed (the first is 1), and how many pages there are. */
export async function listArticles(
  db: Database,
  feed: Feed,
  { reader, page }: { reader: Reader; page: number },
): Promise<{ articles: Preview[]; pages: number }> {
  const chosen = inFeed(db, feed, reader)
  const { count } = await chosen
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  const rows = await chosen
    .select(previewColumns(reader))
    .orderBy('articles.created_at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  return { articles: rows.map(previewOf), pages: Math.ceil(count / PAGE_SIZE) }
}

/** The article at that address; undefined when there is none. */
export async function readArticle(
  db: Database,
  slug: string,
  reader: Reader,
): Promise<Article | undefined> {
  const row = await inFeed(db, { of: 'all' }, reader)
    .select(previewColumns(reader))
    .select([
      'articles.body',
      'articles.author_id',
      sql<boolean>`exists(select from follows where follower_id = ${reader} and followed_id = author_id)`.as(
        'following',
      ),
    ])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return (
    row && {
      ...previewOf(row),
      body: row.body,
      authorId: row.author_id,
      following: row.following,
    }
  )
}

/** The tags that most articles have. */
export async function popularTags(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('article_tags')
    .select('tag')
    .groupBy('tag')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('tag')
    .limit(20)
    .execute()
  return rows.map(({ tag }) => tag)
}

/** Publishes an article; returns its address. */
export async function addArticle(
  db: Database,
  authorId: number,
  { title, description, body, tags }: ArticleValues,
): Promise<{ id: number; slug: string }> {
  const slug = slugOf(title)
  const row = { slug, title, description, body, author_id: authorId }
  const { id } = await db
    .insertInto('articles')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  await setTags(db, id, tags)
  return { id, slug }
}

/** Changes an article of this author. Its address stays, so that links to it do. @throws NotYoursError */
export async function saveArticle(
  db: Database,
  authorId: number,
  slug: string,
  { title, description, body, tags }: ArticleValues,
): Promise<number> {
  const changed = await db
    .updateTable('articles')
    .set({ title, description, body, updated_at: sql`now()` })
    .where('slug', '=', slug)
    .where('author_id', '=', authorId)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new NotYoursError('article')
  await setTags(db, changed.id, tags)
  return changed.id
}

/** Deletes an article of this author, with its comments. @throws NotYoursError */
export async function removeArticle(db: Database, authorId: number, slug: string): Promise<number> {
  const removed = await db
    .deleteFrom('articles')
    .where('slug', '=', slug)
    .where('author_id', '=', authorId)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw new NotYoursError('article')
  return removed.id
}

/** Adds it to a reader's favourites or takes it out; returns how many readers have it there now. */
export async function setFavorite(
  db: Database,
  userId: number,
  articleId: number,
  on: boolean,
): Promise<number> {
  const pair = { user_id: userId, article_id: articleId }
  if (on) {
    await db
      .insertInto('favorites')
      .columns(['user_id', 'article_id'])
      // An article that was deleted meanwhile gets none.
      .expression((it) =>
        it
          .selectFrom('articles')
          .select([sql<number>`${userId}::int`.as('user_id'), 'id as article_id'])
          .where('id', '=', articleId),
      )
      .onConflict((it) => it.doNothing())
      .execute()
  } else {
    await db
      .deleteFrom('favorites')
      .where('user_id', '=', pair.user_id)
      .where('article_id', '=', pair.article_id)
      .execute()
  }
  const { count } = await db
    .selectFrom('favorites')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow()
  return count
}

/** Somebody tried to change what belongs to another one, or what is gone. */
export class NotYoursError extends Error {
  override name = 'NotYoursError'

  constructor(what: 'article' | 'comment') {
    super(
      `Expected ${what === 'article' ? 'an article' : 'a comment'} of yours, received another one's or one that is gone. Reload the page.`,
    )
  }
}

/** What the title becomes in an address; the letters at its end keep two equal titles apart. */
function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return [words, randomBytes(4).toString('hex')].filter((part) => part !== '').join('-')
}

async function setTags(db: Database, articleId: number, tags: readonly string[]): Promise<void> {
  await db.deleteFrom('article_tags').where('article_id', '=', articleId).execute()
  const rows = [...new Set(tags)].map((tag, place) => ({ article_id: articleId, tag, place }))
  if (rows.length > 0) await db.insertInto('article_tags').values(rows).execute()
}

function inFeed(db: Database, feed: Feed, reader: Reader) {
  const all = db.selectFrom('articles').innerJoin('users', 'users.id', 'articles.author_id')
  switch (feed.of) {
    case 'all':
      return all
    case 'followed':
      return all.where((it) =>
        it(
          'author_id',
          'in',
          it.selectFrom('follows').select('followed_id').where('follower_id', '=', reader),
        ),
      )
    case 'tag':
      return all.where((it) =>
        it(
          'articles.id',
          'in',
          it.selectFrom('article_tags').select('article_id').where('tag', '=', feed.tag),
        ),
      )
    case 'author':
      return all.where(sql<string>`lower(username)`, '=', feed.username.toLowerCase())
    case 'favorites':
      return all.where((it) =>
        it(
          'articles.id',
          'in',
          it
            .selectFrom('favorites')
            .innerJoin('users as readers', 'readers.id', 'favorites.user_id')
            .select('article_id')
            .where(sql<string>`lower(readers.username)`, '=', feed.username.toLowerCase()),
        ),
      )
    default:
      return feed satisfies never
  }
}

const previewColumns = (reader: Reader) =>
  [
    'articles.id',
    'slug',
    'title',
    'description',
    'articles.created_at',
    'username',
    'image',
    sql<
      string[]
    >`array(select tag from article_tags where article_id = articles.id order by place)`.as('tags'),
    sql<number>`(select count(*)::int from favorites where article_id = articles.id)`.as(
      'favorites',
    ),
    sql<boolean>`exists(select from favorites where article_id = articles.id and user_id = ${reader})`.as(
      'favorited',
    ),
  ] as const

interface PreviewRow extends Omit<Preview, 'createdAt' | 'author'>, Author {
  created_at: Date
}

const previewOf = (row: PreviewRow): Preview => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  description: row.description,
  createdAt: row.created_at,
  author: { username: row.username, image: row.image },
  tags: row.tags,
  favorites: row.favorites,
  favorited: row.favorited,
})
