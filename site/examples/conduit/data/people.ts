/** Profiles, and who follows whom. */
import { sql } from 'kysely'
import type { Reader } from './articles.ts'
import type { Database } from './tables.ts'

export interface Profile {
  id: number
  username: string
  bio: string
  image: string
  /** Whether this reader follows them. */
  following: boolean
}

/** The person of that name, in whichever case it is written; undefined when there is none. */
export function readProfile(
  db: Database,
  username: string,
  reader: Reader,
): Promise<Profile | undefined> {
  return db
    .selectFrom('users')
    .select([
      'id',
      'username',
      'bio',
      'image',
      sql<boolean>`exists(select from follows where follower_id = ${reader} and followed_id = id)`.as(
        'following',
      ),
    ])
    .where(sql<string>`lower(username)`, '=', username.toLowerCase())
    .executeTakeFirst()
}

/** Follows somebody, or no longer. Nobody follows themselves. */
export async function setFollowing(
  db: Database,
  followerId: number,
  followedId: number,
  on: boolean,
): Promise<void> {
  if (followerId === followedId) return
  if (on) {
    await db
      .insertInto('follows')
      .values({ follower_id: followerId, followed_id: followedId })
      .onConflict((it) => it.doNothing())
      .execute()
  } else {
    await db
      .deleteFrom('follows')
      .where('follower_id', '=', followerId)
      .where('followed_id', '=', followedId)
      .execute()
  }
}
