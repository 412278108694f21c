/** Authors and articles for a new database, so that there is something to read. */
import { sql } from 'kysely'
import { ARTICLES, AUTHORS, COMMENTS } from './sample-texts.ts'
import type { Database } from './tables.ts'

/** Does nothing once there is anybody in the database. */
export async function addSamples(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Of two processes that open a new database together, one adds them and the other waits.
    await sql`lock table users in share row exclusive mode`.execute(trx)
    const somebody = await trx.selectFrom('users').select('id').limit(1).executeTakeFirst()
    if (somebody) return

    const users = await trx
      .insertInto('users')
      .values(
        AUTHORS.map(({ username, bio }) => ({
          username,
          bio,
          email: `${username}@conduit.example`,
          password: null,
          image: '',
        })),
      )
      .returning(['id', 'username'])
      .execute()
    const ids = new Map(users.map(({ id, username }) => [username, id]))

    for (const [age, article] of ARTICLES.entries()) {
      const { id } = await trx
        .insertInto('articles')
        .values({
          slug: article.slug,
          title: article.title,
          description: article.description,
          body: article.body,
          author_id: ids.get(article.author)!,
          // The first one is the newest: two days ago, then three more for each.
          created_at: sql`now() - make_interval(days => ${2 + age * 3}::int)`,
          updated_at: sql`now() - make_interval(days => ${2 + age * 3}::int)`,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await trx
        .insertInto('article_tags')
        .values(article.tags.map((tag, place) => ({ article_id: id, tag, place })))
        .execute()
      const readers = users.filter(
        ({ username }, place) => username !== article.author && place <= age % users.length,
      )
      if (readers.length > 0) {
        await trx
          .insertInto('favorites')
          .values(readers.map((reader) => ({ user_id: reader.id, article_id: id })))
          .execute()
      }
      const said = COMMENTS.filter(({ slug }) => slug === article.slug)
      if (said.length > 0) {
        await trx
          .insertInto('comments')
          .values(
            said.map(({ author, body }) => ({
              article_id: id,
              author_id: ids.get(author)!,
              body,
              created_at: sql<Date>`now() - interval '1 day'`,
            })),
          )
          .execute()
      }
    }
  })
}
