/** Conduit's readers among each other: following, favourites, comments that all see at once. */
import { expect, test } from '@playwright/test'
import {
  another,
  BASE,
  comment,
  comments,
  open,
  preview,
  publish,
  signUp,
  someArticle,
} from './conduit.ts'

test('a reader follows somebody on their profile, and no longer', async ({ page, browser }) => {
  await signUp(page)
  const berta = await another(browser)
  await open(page, `/profile/${berta.username}`)
  await page.getByRole('button', { name: `Follow ${berta.username}` }).click()
  await page.getByRole('button', { name: `Unfollow ${berta.username}` }).click()
  await expect(
    page.getByRole('button', { name: `Follow ${berta.username}`, exact: true }),
  ).toBeVisible()
  await berta.page.context().close()
})

test('one’s own profile leads to the settings, and can not be followed', async ({ page }) => {
  const ana = await signUp(page)
  await page.getByRole('banner').getByRole('link', { name: ana.username }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ana.username)
  await expect(page.getByRole('link', { name: 'Edit profile settings' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Follow/ })).toHaveCount(0)
})

test('a profile shows its articles, newest first', async ({ page, browser }) => {
  const berta = await another(browser)
  const first = await publish(berta.page)
  const second = await publish(berta.page)
  await open(page, `/profile/${berta.username}`)
  await expect(page.getByRole('article').getByRole('heading')).toHaveText([
    second.title,
    first.title,
  ])
  await berta.page.context().close()
})

test('favourites stand on the profile of whoever likes them', async ({ page, browser }) => {
  const ana = await signUp(page)
  const berta = await another(browser)
  const { path, title } = await publish(berta.page)
  await open(page, path)
  await page.getByRole('button', { name: /^Favorite article/ }).click()
  await expect(page.getByRole('button', { name: /^Unfavorite article/ })).toContainText('(1)')
  await open(page, `/profile/${ana.username}`)
  await expect(page.getByText(`${ana.username} has not published anything yet.`)).toBeVisible()
  await page.getByRole('link', { name: 'Favorited articles' }).click()
  await expect(page).toHaveURL(new RegExp(`/profile/${ana.username}/favorites$`))
  await expect(preview(page, title)).toBeVisible()
  await berta.page.context().close()
})

test('a favourite is taken back', async ({ page, browser }) => {
  await signUp(page)
  const berta = await another(browser)
  const { path } = await publish(berta.page)
  await open(page, path)
  await page.getByRole('button', { name: /^Favorite article/ }).click()
  await page.getByRole('button', { name: /^Unfavorite article/ }).click()
  await expect(page.getByRole('button', { name: /^Favorite article/ })).toContainText('(0)')
  await berta.page.context().close()
})

test('a favourite from a list counts for all who look at that list', async ({ page, browser }) => {
  await signUp(page)
  const berta = await another(browser)
  const { title } = await publish(berta.page)
  await open(berta.page, `/profile/${berta.username}`)
  await open(page, `/profile/${berta.username}`)
  await preview(page, title)
    .getByRole('button', { name: /^Favorite/ })
    .click()
  await expect(preview(page, title).getByRole('button', { name: /: 1 reader has$/ })).toBeVisible()
  await expect(
    preview(berta.page, title).getByRole('button', { name: /: 1 reader has$/ }),
  ).toHaveAttribute('aria-pressed', 'false')
  await berta.page.context().close()
})

test('the feed of a reader has the articles of those they follow, and no others', async ({
  page,
  browser,
}) => {
  await signUp(page)
  await open(page, '/?feed=followed')
  await expect(page.getByText(/Articles of the people you follow are shown here/)).toBeVisible()
  const berta = await another(browser)
  const { title } = await publish(berta.page)
  await open(page, `/profile/${berta.username}`)
  await page.getByRole('button', { name: `Follow ${berta.username}` }).click()
  await expect(page.getByRole('button', { name: `Unfollow ${berta.username}` })).toBeVisible()
  await open(page, '/')
  await page.getByRole('link', { name: 'Your feed' }).click()
  await expect(page.getByRole('article').getByRole('heading')).toHaveText([title])
  await berta.page.context().close()
})

test('an author is followed from an article', async ({ page }) => {
  await signUp(page)
  await open(page, '/article/eleven-stops-to-the-sea')
  await page.getByRole('button', { name: 'Follow slow-trains', exact: true }).click()
  await page.getByRole('button', { name: 'Unfollow slow-trains' }).click()
  await expect(page.getByRole('button', { name: 'Follow slow-trains', exact: true })).toBeVisible()
})

test('somebody who is not logged in is led to the log-in by follow and favorite', async ({
  page,
}) => {
  for (const name of ['Follow slow-trains', /^Favorite article/]) {
    await open(page, '/article/eleven-stops-to-the-sea')
    await page.getByRole('link', { name }).click()
    await expect(page).toHaveURL(/\/login/)
  }
})

test('a comment stands under its article, also after a reload, and its field is empty again', async ({
  page,
}) => {
  const ana = await signUp(page)
  await publish(page)
  await comment(page, 'The first one')
  await expect(page.getByLabel('Write a comment')).toHaveValue('')
  await page.reload()
  await expect(comments(page)).toHaveCount(1)
  await expect(comments(page)).toContainText(ana.username)
})

test('a comment is seen by all who read, without a reload', async ({ page, browser }) => {
  await signUp(page)
  const { path } = await publish(page)
  const reader = await (await browser.newContext()).newPage()
  await open(reader, path)
  await comment(page, 'Do you see this?')
  await expect(comments(reader)).toHaveText(/Do you see this\?/)
  await expect(reader.getByRole('heading', { name: 'Comments (1)' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete your comment: Do you see this?' }).click()
  await expect(comments(page)).toHaveCount(0)
  await expect(comments(reader)).toHaveCount(0)
  await reader.context().close()
})

test('a double click on the button posts one comment', async ({ page }) => {
  await signUp(page)
  await publish(page)
  await page.getByLabel('Write a comment').fill('Once')
  await page.getByRole('button', { name: 'Post comment' }).dblclick()
  await expect(page.getByLabel('Write a comment')).toHaveValue('')
  await comment(page, 'Twice')
  await expect(comments(page).locator('.card-text')).toHaveText(['Twice', 'Once'])
})

test('comments stand newest first', async ({ page }) => {
  await signUp(page)
  await publish(page)
  await comment(page, 'one')
  await comment(page, 'two')
  await expect(comments(page).locator('.card-text')).toHaveText(['two', 'one'])
})

test('only its author can delete a comment', async ({ page, browser }) => {
  await signUp(page)
  const { path } = await publish(page)
  await comment(page, 'Mine')
  const berta = await another(browser)
  await open(berta.page, path)
  await expect(comments(berta.page)).toHaveCount(1)
  await expect(berta.page.getByRole('button', { name: /^Delete your comment/ })).toHaveCount(0)
  await berta.page.context().close()
})

test('an empty comment is refused at its field', async ({ page }) => {
  await signUp(page)
  await publish(page)
  await page.getByLabel('Write a comment').fill('   ')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByLabel('Write a comment')).toHaveAccessibleDescription(
    "A comment can't be empty.",
  )
  await expect(comments(page)).toHaveCount(0)
})

test('what somebody has begun to write stays when others comment', async ({ page, browser }) => {
  await signUp(page)
  const { path } = await publish(page)
  const berta = await another(browser)
  await open(berta.page, path)
  const field = page.getByLabel('Write a comment')
  await field.pressSequentially('I have begun')
  await comment(berta.page, 'I was faster')
  await expect(comments(page)).toHaveText(/I was faster/)
  await expect(field).toHaveValue('I have begun')
  await expect(field).toBeFocused()
  await berta.page.context().close()
})

test('a comment that was written while a reader was away is there when they come back', async ({
  page,
  browser,
}) => {
  await signUp(page)
  const { path } = await publish(page)
  const reader = await (await browser.newContext()).newPage()
  await open(reader, path)
  await reader.context().setOffline(true)
  await reader.evaluate(() => dispatchEvent(new Event('offline')))
  await comment(page, 'While you were away')
  await reader.context().setOffline(false)
  await expect(comments(reader)).toHaveText(/While you were away/)
  await reader.context().close()
})

test('readers of an article see its changes and hear when it is deleted', async ({
  page,
  browser,
}) => {
  await signUp(page)
  const { path, title } = await publish(page)
  const reader = await (await browser.newContext()).newPage()
  await open(reader, path)
  await page.getByRole('link', { name: 'Edit article' }).click()
  await page.getByLabel('Title').fill(`Newer ${title}`)
  await page.getByRole('button', { name: 'Publish article' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`Newer ${title}`)
  await page.getByRole('button', { name: 'Delete article' }).click()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('This article was deleted')
  await reader.context().close()
})

test('whoever is on the home page is told of a new article, and shows it when they like', async ({
  page,
  browser,
}) => {
  await open(page, '/')
  const berta = await another(browser)
  const { title } = await publish(berta.page)
  await page.getByRole('button', { name: /^Show \d+ new articles?$/ }).click()
  await expect(preview(page, title)).toBeVisible()
  await berta.page.context().close()
})

test('a profile that does not exist says so', async ({ page }) => {
  const answer = await page.goto(`${BASE}/profile/nobody-here`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such person.')
})

const ATTACKS = [
  '<script>window.hit = 1</script>',
  '<img src="https://images.example/x" onerror="window.hit = 1">',
  '[x](javascript:window.hit=1)',
  '<svg onload="window.hit = 1"></svg>',
  '<iframe srcdoc="<script>parent.hit = 1</script>"></iframe>',
  '<a href="javascript:window.hit=1">x</a>',
]

for (const attack of ATTACKS)
  test(`${attack} does nothing in a title, a text, a tag, a comment or a biography`, async ({
    page,
  }) => {
    const ana = await signUp(page)
    await open(page, '/settings')
    await page.getByLabel('About you').fill(attack)
    await page.getByRole('button', { name: 'Save settings' }).click()
    await expect(page.locator('.user-info')).toContainText(attack)
    const short = attack.slice(0, 30)
    const article = { ...someArticle(), title: attack, description: attack, body: attack, tags: [] }
    await publish(page, article)
    await comment(page, attack)
    for (const path of [new URL(page.url()).pathname, `${BASE}/profile/${ana.username}`]) {
      await page.goto(path)
      for (const link of await page.locator('main a').all()) {
        expect((await link.getAttribute('href')) ?? '').not.toMatch(/^\s*javascript:/i)
      }
      expect(await page.locator('main :is(script, iframe, svg, [onerror], [onload])').count()).toBe(
        0,
      )
      expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined()
      await expect(page.locator('main')).toContainText(short)
    }
  })
