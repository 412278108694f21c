/** Everything that Conduit does with its data: each write is one transaction, and readers hear of it once it is committed. */
import type { Bus } from 'telar/server'
import * as accounts from './accounts.ts'
import * as articles from './articles.ts'
import * as comments from './comments.ts'
import { type DatabaseOptions, openDatabase } from './database.ts'
import * as people from './people.ts'
import type { ArticleValues, SettingsValues, SignUpValues } from './rules.ts'
import type { Database } from './tables.ts'

/** What is published about an article, to all who read it. */
export type ArticleNews =
  | { kind: 'commented'; comment: comments.Comment }
  | { kind: 'comment-removed'; id: number }
  | { kind: 'favorites'; count: number }
  | { kind: 'saved' }
  | { kind: 'removed' }

/** What is published to all who look at lists. */
export type ListNews = { kind: 'published' } | { kind: 'favorites'; id: number; count: number }

export const LISTS = 'conduit:lists'
export const topicOf = (articleId: number) => `conduit:article:${articleId}`

export class Conduit {
  readonly #bus: Bus
  readonly #options: DatabaseOptions
  #opening: Promise<Database> | undefined

  constructor(bus: Bus, options: DatabaseOptions = {}) {
    this.#bus = bus
    this.#options = options
  }

  /** Opens the database at the first call. One that failed is tried again at the next. */
  open(): Promise<Database> {
    this.#opening ??= openDatabase(this.#options).catch((error) => {
      this.#opening = undefined
      throw error
    })
    return this.#opening
  }

  async close(): Promise<void> {
    const db = await this.#opening?.catch(() => undefined)
    await db?.destroy()
  }

  async list(feed: articles.Feed, reader: articles.Reader, page: number) {
    return articles.listArticles(await this.open(), feed, { reader, page })
  }

  async tags() {
    return articles.popularTags(await this.open())
  }

  async article(slug: string, reader: articles.Reader) {
    return articles.readArticle(await this.open(), slug, reader)
  }

  async comments(articleId: number) {
    return comments.listComments(await this.open(), articleId)
  }

  async profile(username: string, reader: articles.Reader) {
    return people.readProfile(await this.open(), username, reader)
  }

  async userOf(token: string) {
    return accounts.readLogin(await this.open(), token)
  }

  async publish(authorId: number, values: ArticleValues) {
    const added = await this.#write((db) => articles.addArticle(db, authorId, values))
    this.#tell(LISTS, { kind: 'published' })
    return added.slug
  }

  async save(authorId: number, slug: string, values: ArticleValues) {
    const id = await this.#write((db) => articles.saveArticle(db, authorId, slug, values))
    this.#tell(topicOf(id), { kind: 'saved' })
  }

  async remove(authorId: number, slug: string) {
    const id = await this.#write((db) => articles.removeArticle(db, authorId, slug))
    this.#tell(topicOf(id), { kind: 'removed' })
  }

  async favorite(userId: number, id: number, on: boolean) {
    const count = await this.#write((db) => articles.setFavorite(db, userId, id, on))
    this.#tell(topicOf(id), { kind: 'favorites', count })
    this.#tell(LISTS, { kind: 'favorites', id, count })
    return count
  }

  async comment(authorId: number, articleId: number, body: string) {
    const comment = await this.#write((db) =>
      comments.addComment(db, { articleId, authorId, body }),
    )
    this.#tell(topicOf(articleId), { kind: 'commented', comment })
    return comment
  }

  async removeComment(authorId: number, articleId: number, id: number) {
    await this.#write((db) => comments.removeComment(db, authorId, id))
    this.#tell(topicOf(articleId), { kind: 'comment-removed', id })
  }

  async follow(followerId: number, followedId: number, on: boolean) {
    await this.#write((db) => people.setFollowing(db, followerId, followedId, on))
  }

  /** Makes an account: returns a ticket to log in with. @throws TakenError */
  async signUp(values: SignUpValues): Promise<string> {
    const hashed = await accounts.withHash(values)
    return this.#write(async (db) => accounts.addTicket(db, await accounts.addUser(db, hashed)))
  }

  /** A ticket to log in with; undefined when address and password belong to nobody. */
  async logIn(values: { email: string; password: string }): Promise<string | undefined> {
    const id = await accounts.findUser(await this.open(), values)
    return id === undefined ? undefined : this.#write((db) => accounts.addTicket(db, id))
  }

  /** Logs a browser in: returns its cookie; undefined when the ticket was used or is too old. */
  async enter(ticket: string): Promise<string | undefined> {
    return this.#write((db) => accounts.addLogin(db, ticket))
  }

  /** Logs this browser out; returns the login that has ended. */
  async logOut(token: string): Promise<string> {
    return this.#write((db) => accounts.removeLogin(db, token))
  }

  /** Returns the logins that a new password has ended. @throws TakenError */
  async saveSettings(user: Pick<accounts.User, 'id' | 'login'>, values: SettingsValues) {
    const hashed = await accounts.withHash(values)
    return this.#write((db) => accounts.saveUser(db, user, hashed))
  }

  async #write<Result>(change: (db: Database) => Promise<Result>): Promise<Result> {
    const db = await this.open()
    return db.transaction().execute(change)
  }

  #tell(topic: typeof LISTS, news: ListNews): void
  #tell(topic: string, news: ArticleNews): void
  #tell(topic: string, news: unknown): void {
    this.#bus.publish(topic, news)
  }
}
