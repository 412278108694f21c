/** The tables of Conduit, as Kysely types them. */
import type { Generated, Kysely } from 'kysely'

/** The open database, or a transaction in it. */
export type Database = Kysely<Tables>

export interface Tables {
  users: UserTable
  logins: LoginTable
  tickets: LoginTable
  follows: FollowTable
  articles: ArticleTable
  article_tags: TagTable
  favorites: FavoriteTable
  comments: CommentTable
}

interface UserTable {
  id: Generated<number>
  username: string
  email: string
  /** Null for the authors of the sample articles: nobody can log in as one of them. */
  password: string | null
  bio: string
  image: string
  created_at: Generated<Date>
}

/** One row for each browser that is logged in; in `tickets`, for each that is about to be. */
interface LoginTable {
  /** SHA-256 of what the browser has, so that a stolen copy of the table opens no account. */
  id: string
  user_id: number
  expires_at: Date
}

interface FollowTable {
  follower_id: number
  followed_id: number
}

interface ArticleTable {
  id: Generated<number>
  slug: string
  title: string
  description: string
  body: string
  author_id: number
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

interface TagTable {
  article_id: number
  tag: string
  /** Its place in the article's list. */
  place: number
}

interface FavoriteTable {
  user_id: number
  article_id: number
}

interface CommentTable {
  id: Generated<number>
  article_id: number
  author_id: number
  body: string
  created_at: Generated<Date>
}
