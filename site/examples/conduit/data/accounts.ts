/** People and their logins: signing up, logging in and out, settings. */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { hashPassword, isPassword } from './passwords.ts'
import type { SettingsValues, SignUpValues } from './rules.ts'
import type { Database } from './tables.ts'

/** Who is logged in, as pages know it. */
export interface User {
  id: number
  username: string
  email: string
  bio: string
  image: string
  /** Which of this user's logins it is: one for each browser. */
  login: string
}

/** Another account has that name or address. */
export class TakenError extends Error {
  override name = 'TakenError'
  readonly field: 'username' | 'email'

  constructor(field: TakenError['field']) {
    super(TAKEN[field])
    this.field = field
  }
}

const TAKEN = {
  username: 'Somebody has that name already. Choose another one.',
  email: 'There is an account with that address already. Log in, or use another one.',
}

/** A browser stays logged in for 30 days. */
export const LOGIN_SECONDS = 30 * 86_400
const TICKET_MS = 60_000

/** Makes an account. @throws TakenError */
export async function addUser(
  db: Database,
  { username, email, password }: SignUpValues,
): Promise<number> {
  const row = { username, email, password, bio: '', image: '' }
  const { id } = await unlessTaken(() =>
    db.insertInto('users').values(row).returning('id').executeTakeFirstOrThrow(),
  )
  return id
}

/** The account with this address and password, if there is one. */
export async function findUser(
  db: Database,
  { email, password }: { email: string; password: string },
): Promise<number | undefined> {
  const found = await db
    .selectFrom('users')
    .select(['id', 'password'])
    .where(lower('email'), '=', email.toLowerCase())
    .executeTakeFirst()
  const right = await isPassword(password, found?.password ?? null)
  return right ? found?.id : undefined
}

/**
 * Lets this user in: returns a ticket, which is worth one log-in within a minute. A page can't set a cookie, since it talks over a
 * socket; so it leads the browser to an address that takes the ticket and sets one.
 */
export async function addTicket(db: Database, userId: number, now = Date.now()): Promise<string> {
  const ticket = newSecret()
  const expires = new Date(now + TICKET_MS)
  await db.deleteFrom('tickets').where('expires_at', '<', new Date(now)).execute()
  await db
    .insertInto('tickets')
    .values({ id: hashOf(ticket), user_id: userId, expires_at: expires })
    .execute()
  return ticket
}

/** Logs a browser in: returns what its cookie is to hold, or undefined when the ticket is not worth anything any more. */
export async function addLogin(
  db: Database,
  ticket: string,
  now = Date.now(),
): Promise<string | undefined> {
  const taken = await db
    .deleteFrom('tickets')
    .where('id', '=', hashOf(ticket))
    .where('expires_at', '>', new Date(now))
    .returning('user_id')
    .executeTakeFirst()
  if (!taken) return undefined
  const token = newSecret()
  const expires = new Date(now + LOGIN_SECONDS * 1_000)
  await db.deleteFrom('logins').where('expires_at', '<', new Date(now)).execute()
  await db
    .insertInto('logins')
    .values({ id: hashOf(token), user_id: taken.user_id, expires_at: expires })
    .execute()
  return token
}

/** Whose cookie this is; undefined when nobody is logged in with it. */
export function readLogin(
  db: Database,
  token: string,
  now = Date.now(),
): Promise<User | undefined> {
  return db
    .selectFrom('logins')
    .innerJoin('users', 'users.id', 'logins.user_id')
    .select(['users.id', 'username', 'email', 'bio', 'image', 'logins.id as login'])
    .where('logins.id', '=', hashOf(token))
    .where('expires_at', '>', new Date(now))
    .executeTakeFirst()
}

/** Logs that browser out, and returns which login it was. */
export async function removeLogin(db: Database, token: string): Promise<string> {
  const login = hashOf(token)
  await db.deleteFrom('logins').where('id', '=', login).execute()
  return login
}

/** Saves settings. A new password logs all other browsers out; their logins are returned. @throws TakenError */
export async function saveUser(
  db: Database,
  user: Pick<User, 'id' | 'login'>,
  { username, email, bio, image, password }: SettingsValues,
): Promise<string[]> {
  const change = { username, email, bio, image, ...(password !== '' && { password }) }
  await unlessTaken(() => db.updateTable('users').set(change).where('id', '=', user.id).execute())
  if (password === '') return []
  const others = await db
    .deleteFrom('logins')
    .where('user_id', '=', user.id)
    .where('id', '<>', user.login)
    .returning('id')
    .execute()
  return others.map(({ id }) => id)
}

/** Replaces the password by its hash, outside of any transaction: it takes its time on purpose. */
export async function withHash<Values extends { password: string }>(
  values: Values,
): Promise<Values> {
  return values.password === ''
    ? values
    : { ...values, password: await hashPassword(values.password) }
}

const newSecret = () => randomBytes(32).toString('base64url')

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

const lower = (column: 'email' | 'username') => sql<string>`lower(${sql.ref(column)})`

const UNIQUE_VIOLATION = '23505'

async function unlessTaken<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== UNIQUE_VIOLATION) throw error
    throw new TakenError(constraint === 'users_email' ? 'email' : 'username')
  }
}
