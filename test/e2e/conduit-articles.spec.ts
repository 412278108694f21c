/** Conduit's articles: written, changed, deleted, tagged, read, listed. */
import { expect, test } from '@playwright/test'
import {
  addTag,
  another,
  BASE,
  live,
  open,
  preview,
  publish,
  signUp,
  someArticle,
  tagField,
} from './conduit.ts'

test.describe('an author', () => {
  test.beforeEach(({ page }) => signUp(page).then(() => {}))

  test('publishes an article and reads it at its address, tags included', async ({ page }) => {
    const article = await publish(page)
    await expect(page.locator('.article-content')).toHaveText(article.body)
    for (const tag of article.tags)
      await expect(page.getByRole('link', { name: tag, exact: true })).toBeVisible()
    await expect(page).toHaveTitle(`${article.title} · Conduit`)
  })

  test('sees what is missing beside each field, and keeps what was written', async ({ page }) => {
    await open(page, '/editor')
    await page.getByLabel('Text').fill('Only a text')
    await page.getByRole('button', { name: 'Publish article' }).click()
    await expect(page.getByLabel('Title')).toHaveAccessibleDescription("A title can't be empty.")
    await expect(page.getByLabel('Title')).toBeFocused()
    await expect(page.getByLabel('Summary')).toHaveAccessibleDescription(
      "A summary can't be empty.",
    )
    await expect(page.getByLabel('Text')).toHaveValue('Only a text')
    await expect(page).toHaveURL(/\/editor$/)
  })

  test('edits an article; its address stays', async ({ page }) => {
    const { path, title } = await publish(page)
    await page.getByRole('link', { name: 'Edit article' }).click()
    await live(page)
    await expect(page.getByLabel('Title')).toHaveValue(title)
    await page.getByLabel('Title').fill(`New ${title}`)
    await page.getByRole('button', { name: 'Publish article' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`New ${title}`)
    await expect(page).toHaveURL(new RegExp(`${path}$`))
  })

  test('is asked before an article is deleted, may keep it, and does not find it after', async ({
    page,
  }) => {
    const { path, title } = await publish(page)
    await page.getByRole('button', { name: 'Delete article' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('button', { name: 'Delete article' }).click()
    await page.getByRole('button', { name: 'Delete for good' }).click()
    await expect(page).toHaveURL(new RegExp(`${BASE}/$`))
    await expect(preview(page, title)).toHaveCount(0)
    expect((await page.goto(BASE + path))?.status()).toBe(404)
  })

  test('adds tags, takes one out, and publishes the rest', async ({ page }) => {
    await open(page, '/editor')
    const { title, description, body, tags } = someArticle()
    await page.getByLabel('Title').fill(title)
    await page.getByLabel('Summary').fill(description)
    await page.getByLabel('Text').fill(body)
    for (const tag of ['alpha', ...tags]) await addTag(page, tag)
    await page.getByRole('button', { name: 'Remove the tag alpha' }).click()
    await expect(page.getByRole('button', { name: 'Remove the tag alpha' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Publish article' }).click()
    await expect(page).toHaveURL(/\/article\//)
    for (const tag of tags)
      await expect(page.getByRole('link', { name: tag, exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'alpha', exact: true })).toHaveCount(0)
  })

  test('removes all tags of an article', async ({ page }) => {
    const { tags } = await publish(page)
    await page.getByRole('link', { name: 'Edit article' }).click()
    await live(page)
    for (const tag of tags)
      await page.getByRole('button', { name: `Remove the tag ${tag}` }).click()
    await expect(page.getByRole('button', { name: /^Remove the tag/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Publish article' }).click()
    await expect(page).toHaveURL(/\/article\//)
    await expect(page.getByRole('list', { name: 'Tags' })).toHaveCount(0)
  })

  test('adds a tag once, however often and in whichever case it is written', async ({ page }) => {
    await open(page, '/editor')
    await addTag(page, 'weaving')
    await tagField(page).fill('  WEAVING ')
    await tagField(page).press('Enter')
    await expect(tagField(page)).toHaveValue('')
    await expect(page.getByRole('button', { name: /^Remove the tag/ })).toHaveCount(1)
  })

  test('finds the new article first in the global feed, with all that a preview shows', async ({
    page,
  }) => {
    const article = await publish(page)
    await open(page, '/')
    const shown = preview(page, article.title)
    await expect(shown.getByText(article.description)).toBeVisible()
    await expect(shown.locator('.author')).toBeVisible()
    for (const tag of article.tags)
      await expect(shown.getByRole('link', { name: tag, exact: true })).toBeVisible()
    await shown.getByRole('link', { name: article.title, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(article.title)
  })

  test('sees Markdown as headings, lists, links and code', async ({ page }) => {
    await publish(page, {
      ...someArticle(),
      body: '# A heading\n\n- one item\n\n[A link](https://example.com)\n\n`code`',
    })
    const content = page.locator('.article-content')
    await expect(content.getByRole('heading', { name: 'A heading' })).toBeVisible()
    await expect(content.getByRole('listitem')).toHaveText('one item')
    await expect(content.getByRole('link', { name: 'A link' })).toHaveAttribute(
      'href',
      'https://example.com',
    )
    await expect(content.locator('code')).toHaveText('code')
  })

  test('leaves the editor with something written, and is asked first', async ({ page }) => {
    await open(page, '/editor')
    await page.getByLabel('Title').fill('Half an article')
    // The server has heard of it.
    await expect(page.locator('form[lv-unsaved]')).toHaveCount(1)
    const asked = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.dismiss()
      return dialog.type()
    })
    await page.getByRole('link', { name: 'Home', exact: true }).click()
    expect(await asked).toMatch(/confirm|beforeunload/)
    await expect(page.getByLabel('Title')).toHaveValue('Half an article')
  })

  test('only sees the ways to change their own article', async ({ page, browser }) => {
    const { path } = await publish(page)
    const berta = await another(browser)
    await open(berta.page, path)
    await expect(berta.page.getByRole('button', { name: /^Follow/ })).toBeVisible()
    await expect(berta.page.getByRole('link', { name: 'Edit article' })).toHaveCount(0)
    await expect(berta.page.getByRole('button', { name: 'Delete article' })).toHaveCount(0)
    const answer = await berta.page.goto(`${BASE}${path.replace('/article/', '/editor/')}`)
    expect(answer?.status()).toBe(403)
    await berta.page.context().close()
  })

  test('turns the pages of their own articles', async ({ page }) => {
    test.slow()
    const titles: string[] = []
    for (let i = 0; i < 11; i += 1) titles.push((await publish(page)).title)
    await page.locator('.byline .author').first().click()
    await expect(preview(page, titles[10]!)).toBeVisible()
    await expect(preview(page, titles[0]!)).toHaveCount(0)
    await page.getByRole('link', { name: 'Page 2' }).click()
    await expect(preview(page, titles[0]!)).toBeVisible()
    await expect(page).toHaveURL(/\?page=2$/)
    await expect(page.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
    await page.goBack()
    await expect(preview(page, titles[10]!)).toBeVisible()
  })
})

test('a reader opens an article from the home page', async ({ page }) => {
  await open(page, '/?tag=weaving')
  await page.getByRole('link', { name: 'How to read a weaving draft', exact: true }).click()
  await expect(page).toHaveURL(/\/article\/how-to-read-a-weaving-draft$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How to read a weaving draft')
})

test('a popular tag leads to its articles alone, in a feed of its own', async ({ page }) => {
  await open(page, '/')
  await page
    .getByRole('complementary', { name: 'Popular tags' })
    .getByRole('link', { name: 'trains' })
    .click()
  await expect(page).toHaveURL(/\?tag=trains$/)
  await expect(page.getByRole('link', { name: '# trains' })).toHaveAttribute('aria-current', 'page')
  await expect(preview(page, 'A timetable is a map')).toBeVisible()
  await expect(preview(page, 'Beans that forgive clay')).toHaveCount(0)
})

test('a tag that nobody uses shows an empty feed, not an error', async ({ page }) => {
  await open(page, '/?tag=nobody-uses-this')
  await expect(page.getByText('No articles are here yet.')).toBeVisible()
})

test('a page number that is none shows the first page', async ({ page }) => {
  for (const asked of ['-1', '0', '1.5', 'x', '99999999999']) {
    await page.goto(`${BASE}/?tag=weaving&page=${asked}`)
    await expect(preview(page, 'How to read a weaving draft')).toBeVisible()
  }
})

test('an article that does not exist says so and leads on', async ({ page }) => {
  const answer = await page.goto(`${BASE}/article/nowhere`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such article.')
  await page.getByRole('link', { name: 'Read what is new' }).click()
  await expect(page).toHaveURL(new RegExp(`${BASE}/$`))
})

test('a page that does not exist says so', async ({ page }) => {
  const answer = await page.goto(`${BASE}/nowhere/at/all`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no')
})
