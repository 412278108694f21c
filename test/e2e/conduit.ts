/** What Conduit's visitors do, for its scenarios: each has a name that nobody else has. */
import { type Browser, expect, type Page } from '@playwright/test'

export const BASE = '/examples/conduit'

export interface Person {
  username: string
  email: string
  password: string
}

const unique = () => Math.random().toString(36).slice(2, 10)

export function somebody(name = 'ana'): Person {
  const username = `${name}-${unique()}`
  return { username, email: `${username}@mail.example`, password: 'a long password' }
}

export const someArticle = () => ({
  title: `A title ${unique()}`,
  description: `What it is about ${unique()}`,
  body: `What it says ${unique()}`,
  tags: [`tag-${unique()}`, `tag-${unique()}`],
})

/** Opens a page of Conduit and waits until it is live. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(BASE + path)
  await live(page)
}

export const live = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-telar', 'connected')

export async function signUp(page: Page, person = somebody()): Promise<Person> {
  await open(page, '/register')
  await page.getByLabel('Name').fill(person.username)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByRole('link', { name: person.username })).toBeVisible()
  return person
}

export async function signIn(page: Page, { email, password }: Omit<Person, 'username'>) {
  await open(page, '/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function logOut(page: Page): Promise<void> {
  await open(page, '/settings')
  await page.getByRole('button', { name: 'Log out' }).click()
  await expect(page.getByRole('link', { name: 'Sign up' })).toBeVisible()
}

/** Somebody else, in a browser of their own, who is logged in. */
export async function another(browser: Browser, name = 'berta') {
  const context = await browser.newContext()
  const page = await context.newPage()
  return { page, ...(await signUp(page, somebody(name))) }
}

export async function publish(page: Page, article = someArticle()) {
  await open(page, '/editor')
  await page.getByLabel('Title').fill(article.title)
  await page.getByLabel('Summary').fill(article.description)
  await page.getByLabel('Text').fill(article.body)
  for (const tag of article.tags) await addTag(page, tag)
  await page.getByRole('button', { name: 'Publish article' }).click()
  await expect(page).toHaveURL(/\/article\/.+/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(article.title)
  await live(page)
  return { ...article, path: new URL(page.url()).pathname.slice(BASE.length) }
}

export async function addTag(page: Page, tag: string): Promise<void> {
  await tagField(page).fill(tag)
  await tagField(page).press('Enter')
  await expect(page.getByRole('button', { name: `Remove the tag ${tag}` })).toBeVisible()
}

export const tagField = (page: Page) => page.getByRole('textbox', { name: /^Tags/ })

export async function comment(page: Page, text: string): Promise<void> {
  await page.getByLabel('Write a comment').fill(text)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(comments(page).filter({ hasText: text })).toBeVisible()
}

export const comments = (page: Page) =>
  page.getByRole('log', { name: 'Comments, newest first' }).getByRole('listitem')

/** The preview of an article in a list. */
export const preview = (page: Page, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) })
