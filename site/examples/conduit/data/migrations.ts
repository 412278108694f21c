/** How the tables come to be. A migration that was released is never changed; a later one changes what it made. */
import { type Kysely, type Migration, sql } from 'kysely'

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-begin': { up: begin },
}

async function begin(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('users')
    .addColumn('id', 'integer', (it) => it.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('username', 'text', (it) => it.notNull())
    .addColumn('email', 'text', (it) => it.notNull())
    .addColumn('password', 'text')
    .addColumn('bio', 'text', (it) => it.notNull())
    .addColumn('image', 'text', (it) => it.notNull())
    .addColumn('created_at', 'timestamptz', (it) => it.notNull().defaultTo(sql`now()`))
    .execute()
  // Ana and ana would be one person to a reader.
  await sql`create unique index users_username on users (lower(username))`.execute(db)
  await sql`create unique index users_email on users (lower(email))`.execute(db)

  for (const name of ['logins', 'tickets'] as const) {
    await schema
      .createTable(name)
      .addColumn('id', 'text', (it) => it.primaryKey())
      .addColumn('user_id', 'integer', (it) =>
        it.notNull().references('users.id').onDelete('cascade'),
      )
      .addColumn('expires_at', 'timestamptz', (it) => it.notNull())
      .execute()
    await schema.createIndex(`${name}_user`).on(name).column('user_id').execute()
  }

  await schema
    .createTable('follows')
    .addColumn('follower_id', 'integer', (it) =>
      it.notNull().references('users.id').onDelete('cascade'),
    )
    .addColumn('followed_id', 'integer', (it) =>
      it.notNull().references('users.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('follows_pair', ['follower_id', 'followed_id'])
    .addCheckConstraint('follows_other', sql`follower_id <> followed_id`)
    .execute()

  await schema
    .createTable('articles')
    .addColumn('id', 'integer', (it) => it.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('slug', 'text', (it) => it.notNull().unique())
    .addColumn('title', 'text', (it) => it.notNull())
    .addColumn('description', 'text', (it) => it.notNull())
    .addColumn('body', 'text', (it) => it.notNull())
    .addColumn('author_id', 'integer', (it) =>
      it.notNull().references('users.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (it) => it.notNull().defaultTo(sql`now()`))
    .addColumn('updated_at', 'timestamptz', (it) => it.notNull().defaultTo(sql`now()`))
    .execute()
  await schema.createIndex('articles_author').on('articles').column('author_id').execute()
  await schema.createIndex('articles_newest').on('articles').columns(['created_at', 'id']).execute()

  await schema
    .createTable('article_tags')
    .addColumn('article_id', 'integer', (it) =>
      it.notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('tag', 'text', (it) => it.notNull())
    .addColumn('place', 'integer', (it) => it.notNull())
    .addPrimaryKeyConstraint('article_tags_pair', ['article_id', 'tag'])
    .execute()
  await schema.createIndex('article_tags_tag').on('article_tags').column('tag').execute()

  await schema
    .createTable('favorites')
    .addColumn('user_id', 'integer', (it) =>
      it.notNull().references('users.id').onDelete('cascade'),
    )
    .addColumn('article_id', 'integer', (it) =>
      it.notNull().references('articles.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('favorites_pair', ['user_id', 'article_id'])
    .execute()
  await schema.createIndex('favorites_article').on('favorites').column('article_id').execute()

  await schema
    .createTable('comments')
    .addColumn('id', 'integer', (it) => it.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('article_id', 'integer', (it) =>
      it.notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('author_id', 'integer', (it) =>
      it.notNull().references('users.id').onDelete('cascade'),
    )
    .addColumn('body', 'text', (it) => it.notNull())
    .addColumn('created_at', 'timestamptz', (it) => it.notNull().defaultTo(sql`now()`))
    .execute()
  await schema.createIndex('comments_article').on('comments').column('article_id').execute()
}
