/** Conduit's queries, on PGlite and, where there is one, on a PostgreSQL server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { localBus } from '../../engine/bus/local-bus.ts'
import { startPostgres } from '../../scripts/postgres.mjs'
import {
  addLogin,
  addTicket,
  readLogin,
  TakenError,
} from '../../site/examples/conduit/data/accounts.ts'
import { NotYoursError } from '../../site/examples/conduit/data/articles.ts'
import {
  type ArticleNews,
  Conduit,
  LISTS,
  topicOf,
} from '../../site/examples/conduit/data/conduit.ts'

type DatabaseOptions = ConstructorParameters<typeof Conduit>[1]

const postgres = await startPostgres()
afterAll(() => ('stop' in postgres ? postgres.stop() : undefined))

let last = 0
const unique = (name: string) => `${name}-${++last}`

const article = (title: string, tags: string[] = []) => ({
  title,
  description: 'What it is about',
  body: 'What it says',
  tags,
})

describe('over PGlite, in memory', () => queriesWork({}))

if ('url' in postgres) describe('over PostgreSQL', () => queriesWork({ url: postgres.url }))
else
  test('no PostgreSQL server can be started here, and the reason is said', () => {
    console.warn(postgres.reason)
    expect(postgres.reason).toMatch(/^Expected .*, received/)
  })

test('a folder keeps what was written, and gets the samples once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telar-conduit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const first = new Conduit(localBus(), { folder })
  const values = { username: 'ana', email: 'ana@mail.example', password: 'long enough' }
  const token = (await first.enter(await first.signUp(values)))!
  const { id } = (await first.userOf(token))!
  const slug = await first.publish(id, article('Kept'))
  await first.close()
  const second = new Conduit(localBus(), { folder })
  expect((await second.article(slug, id))?.title).toBe('Kept')
  expect((await second.userOf(token))?.username).toBe('ana')
  expect(
    (await second.list({ of: 'author', username: 'marta-weaves' }, 0, 1)).articles,
  ).toHaveLength(3)
  await second.close()
})

test('a database that could not be opened is tried again by the next visitor', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'telar-conduit-')), 'data')
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true, force: true }))
  writeFileSync(folder, 'a file where a folder is expected')
  const conduit = new Conduit(localBus(), { folder })
  await expect(conduit.tags()).rejects.toThrow()
  rmSync(folder)
  expect(await conduit.tags()).toContain('weaving')
  await conduit.close()
})

function queriesWork(database: DatabaseOptions) {
  const bus = localBus()
  const conduit = new Conduit(bus, database)
  afterAll(() => conduit.close())

  async function person(name = 'ana') {
    const username = unique(name)
    const values = { username, email: `${username}@mail.example`, password: 'long enough' }
    const token = (await conduit.enter(await conduit.signUp(values)))!
    return { ...(await conduit.userOf(token))!, ...values, token }
  }

  async function publish(authorId: number, title: string, tags?: string[]) {
    return (await conduit.article(await conduit.publish(authorId, article(title, tags)), authorId))!
  }

  const again = async (values: { email: string; password: string }) =>
    (await conduit.enter((await conduit.logIn(values))!))!

  test('a new database has articles to read, on two pages', async () => {
    const first = await conduit.list({ of: 'all' }, 0, 1)
    expect(first.pages).toBeGreaterThanOrEqual(2)
    expect(first.articles).toHaveLength(10)
    const times = first.articles.map(({ createdAt }) => createdAt.getTime())
    expect([...times].sort((a, b) => b - a)).toEqual(times)
    expect(await conduit.tags()).toContain('weaving')
  })

  test('nobody can log in as an author of the samples', async () => {
    const email = 'marta-weaves@conduit.example'
    expect(await conduit.logIn({ email, password: '' })).toBeUndefined()
    expect(await conduit.logIn({ email, password: 'password' })).toBeUndefined()
  })

  test('whoever signs up is logged in, and logs in again with the same password alone', async () => {
    const ana = await person()
    expect(ana.username).toMatch(/^ana-/)
    expect(await conduit.logIn({ email: ana.email.toUpperCase(), password: ana.password })).toMatch(
      /^[\w-]{43}$/,
    )
    expect(await conduit.logIn({ email: ana.email, password: 'wrong password' })).toBeUndefined()
    expect(await conduit.userOf('made up')).toBeUndefined()
  })

  test('neither passwords nor cookies stand in the tables as they are', async () => {
    const ana = await person()
    const db = await conduit.open()
    const rows = JSON.stringify([
      await db.selectFrom('users').selectAll().execute(),
      await db.selectFrom('logins').selectAll().execute(),
      await db.selectFrom('tickets').selectAll().execute(),
    ])
    expect(rows).not.toContain(ana.password)
    expect(rows).not.toContain(ana.token)
    expect(rows).toContain('scrypt$16384$8$5$')
  })

  test('a name or an address that somebody has is refused, in whichever case it is written', async () => {
    const ana = await person()
    const other = { username: unique('berta'), email: 'b@mail.example', password: 'long enough' }
    const field = async (change: object) =>
      conduit.signUp({ ...other, ...change }).catch((error: TakenError) => error.field)
    expect(await field({ username: ana.username.toUpperCase() })).toBe('username')
    expect(await field({ email: ana.email.toUpperCase() })).toBe('email')
  })

  test('a ticket is worth one log-in', async () => {
    const ticket = (await conduit.logIn(await person()))!
    expect(await conduit.enter(ticket)).toBeDefined()
    expect(await conduit.enter(ticket)).toBeUndefined()
    expect(await conduit.enter('made up')).toBeUndefined()
  })

  test('a ticket that is older than a minute, and a login older than 30 days, are worth nothing', async () => {
    const ana = await person()
    const db = await conduit.open()
    const now = Date.now()
    const late = await addTicket(db, ana.id, now)
    expect(await addLogin(db, late, now + 60_001)).toBeUndefined()
    const token = (await addLogin(db, await addTicket(db, ana.id, now), now))!
    expect(await readLogin(db, token, now + 29 * 86_400_000)).toBeDefined()
    expect(await readLogin(db, token, now + 31 * 86_400_000)).toBeUndefined()
  })

  test('a log-out ends that browser and no other', async () => {
    const ana = await person()
    const other = await again(ana)
    expect(await conduit.logOut(ana.token)).toBe(ana.login)
    expect(await conduit.userOf(ana.token)).toBeUndefined()
    expect((await conduit.userOf(other))?.username).toBe(ana.username)
  })

  test('settings keep the password when none is given; a new one ends all other logins', async () => {
    const ana = await person()
    const elsewhere = await again(ana)
    const settings = { ...ana, bio: 'Weaves', image: '' }
    expect(await conduit.saveSettings(ana, { ...settings, password: '' })).toEqual([])
    expect((await conduit.userOf(elsewhere))?.bio).toBe('Weaves')
    const ended = await conduit.saveSettings(ana, { ...settings, password: 'another one' })
    expect(ended).toHaveLength(1)
    expect(await conduit.userOf(elsewhere)).toBeUndefined()
    expect((await conduit.userOf(ana.token))?.username).toBe(ana.username)
    expect(await conduit.logIn(ana)).toBeUndefined()
    expect(await conduit.logIn({ email: ana.email, password: 'another one' })).toBeDefined()
  })

  test("settings refuse another one's name", async () => {
    const [ana, berta] = [await person(), await person('berta')]
    const settings = { ...ana, username: berta.username, bio: '', image: '', password: '' }
    await expect(conduit.saveSettings(ana, settings)).rejects.toThrow(TakenError)
  })

  test('articles of equal titles have addresses of their own, in letters of any language', async () => {
    const ana = await person()
    const [one, two] = [
      await publish(ana.id, 'Über Öl & Čaj'),
      await publish(ana.id, 'Über Öl & Čaj'),
    ]
    expect(one.slug).toMatch(/^uber-ol-caj-[0-9a-f]{8}$/)
    expect(one.slug).not.toBe(two.slug)
    expect((await publish(ana.id, '!?')).slug).toMatch(/^[0-9a-f]{8}$/)
  })

  test('tags keep their order, and an edit replaces them', async () => {
    const ana = await person()
    const { slug, tags } = await publish(ana.id, 'Tagged', ['zebra', 'ant', 'zebra'])
    expect(tags).toEqual(['zebra', 'ant'])
    await conduit.save(ana.id, slug, article('Tagged anew'))
    const saved = await conduit.article(slug, ana.id)
    expect(saved?.tags).toEqual([])
    expect(saved?.title).toBe('Tagged anew')
  })

  test('only its author changes or deletes an article', async () => {
    const [ana, berta] = [await person(), await person('berta')]
    const { slug } = await publish(ana.id, 'Mine')
    await expect(conduit.save(berta.id, slug, article('Stolen'))).rejects.toThrow(NotYoursError)
    await expect(conduit.remove(berta.id, slug)).rejects.toThrow(NotYoursError)
    expect((await conduit.article(slug, 0))?.title).toBe('Mine')
    await conduit.remove(ana.id, slug)
    expect(await conduit.article(slug, 0)).toBeUndefined()
  })

  test('feeds show what they say: of all, of a tag, of who is followed, of an author, favourites', async () => {
    const [ana, berta] = [await person(), await person('berta')]
    const tag = unique('tag')
    const { id, slug } = await publish(berta.id, 'Followed', [tag])
    const slugs = async (feed: Parameters<Conduit['list']>[0]) =>
      (await conduit.list(feed, ana.id, 1)).articles.map((it) => it.slug)
    expect(await slugs({ of: 'all' })).toContain(slug)
    expect(await slugs({ of: 'tag', tag })).toEqual([slug])
    expect(await slugs({ of: 'author', username: berta.username.toUpperCase() })).toEqual([slug])
    expect(await slugs({ of: 'followed' })).toEqual([])
    expect(await slugs({ of: 'favorites', username: ana.username })).toEqual([])
    await conduit.follow(ana.id, berta.id, true)
    await conduit.favorite(ana.id, id, true)
    expect(await slugs({ of: 'followed' })).toEqual([slug])
    expect(await slugs({ of: 'favorites', username: ana.username })).toEqual([slug])
    await conduit.follow(ana.id, berta.id, false)
    expect(await slugs({ of: 'followed' })).toEqual([])
  })

  test('a favourite counts once however often it is pressed, and each reader sees their own', async () => {
    const [ana, berta] = [await person(), await person('berta')]
    const { id, slug } = await publish(berta.id, 'Liked')
    expect(await conduit.favorite(ana.id, id, true)).toBe(1)
    expect(await conduit.favorite(ana.id, id, true)).toBe(1)
    expect(await conduit.article(slug, ana.id)).toMatchObject({ favorited: true, favorites: 1 })
    expect(await conduit.article(slug, berta.id)).toMatchObject({ favorited: false, favorites: 1 })
    expect(await conduit.favorite(ana.id, id, false)).toBe(0)
    expect(await conduit.favorite(ana.id, 2_000_000_000, true)).toBe(0)
  })

  test('nobody follows themselves', async () => {
    const ana = await person()
    await conduit.follow(ana.id, ana.id, true)
    expect((await conduit.profile(ana.username, ana.id))?.following).toBe(false)
  })

  test('pages of a feed follow each other without a gap', async () => {
    const ana = await person()
    const slugs: string[] = []
    for (let i = 0; i < 12; i += 1) slugs.unshift((await publish(ana.id, `Article ${i}`)).slug)
    const pageOf = (page: number) => conduit.list({ of: 'author', username: ana.username }, 0, page)
    const [first, second, third] = [await pageOf(1), await pageOf(2), await pageOf(3)]
    expect(first.pages).toBe(2)
    expect([...first.articles, ...second.articles].map(({ slug }) => slug)).toEqual(slugs)
    expect(third.articles).toEqual([])
  })

  test('readers hear of a comment once it is in the database, and of none that failed', async () => {
    const [ana, berta] = [await person(), await person('berta')]
    const { id } = await publish(ana.id, 'Discussed')
    const heard: ArticleNews[] = []
    const counts: Promise<number>[] = []
    const stop = bus.subscribe(topicOf(id), (news) => {
      heard.push(news as ArticleNews)
      counts.push(conduit.comments(id).then(({ length }) => length))
    })
    const comment = await conduit.comment(berta.id, id, 'Good')
    await expect(conduit.comment(berta.id, 2_000_000_000, 'Lost')).rejects.toThrow(NotYoursError)
    await expect(conduit.removeComment(ana.id, id, comment.id)).rejects.toThrow(NotYoursError)
    await expect.poll(() => heard).toEqual([{ kind: 'commented', comment }])
    expect(await Promise.all(counts)).toEqual([1])
    await conduit.removeComment(berta.id, id, comment.id)
    expect(await conduit.comments(id)).toEqual([])
    stop()
  })

  test('lists hear of a new article and of favourites', async () => {
    const ana = await person()
    const heard: unknown[] = []
    const stop = bus.subscribe(LISTS, (news) => heard.push(news))
    const { id } = await publish(ana.id, 'New')
    await conduit.favorite(ana.id, id, true)
    await expect
      .poll(() => heard)
      .toEqual([{ kind: 'published' }, { kind: 'favorites', id, count: 1 }])
    stop()
  })

  test('a write that fails half-way leaves nothing behind, and the next one works', async () => {
    const ana = await person()
    const broken = { ...article('Half'), tags: ['ok', null as unknown as string] }
    await expect(conduit.publish(ana.id, broken)).rejects.toThrow()
    expect((await conduit.list({ of: 'author', username: ana.username }, 0, 1)).articles).toEqual(
      [],
    )
    await publish(ana.id, 'Whole')
  })

  test('writes that come together do not mix', async () => {
    const ana = await person()
    const { id } = await publish(ana.id, 'Busy')
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => conduit.comment(ana.id, id, `Comment ${i}`)),
    )
    expect(await conduit.comments(id)).toHaveLength(20)
  })

  test('what a visitor writes is data to the database, whatever it looks like', async () => {
    const ana = await person()
    const evil = `'); drop table users; --`
    const { slug } = await publish(ana.id, evil, [evil])
    expect(await conduit.article(slug, 0)).toMatchObject({ title: evil, tags: [evil] })
    expect((await conduit.list({ of: 'tag', tag: evil }, 0, 1)).articles).toHaveLength(1)
    expect(await conduit.profile(evil, 0)).toBeUndefined()
  })
}
