/** Conduit's log-ins: signing up, in and out, and what is closed without. */
import { expect, test } from '@playwright/test'
import { BASE, live, logOut, open, publish, signIn, signUp, somebody, tagField } from './conduit.ts'

const problem = 'There is no account with that address and password.'

test('somebody signs up, is home and logged in, and may write', async ({ page }) => {
  await signUp(page)
  await expect(page).toHaveURL(new RegExp(`${BASE}/$`))
  await page.getByRole('link', { name: 'New article' }).click()
  await expect(page).toHaveURL(/\/editor$/)
  await expect(page.getByLabel('Title')).toBeVisible()
})

test('somebody logs in again with the same address and password', async ({ page }) => {
  const ana = await signUp(page)
  await logOut(page)
  await signIn(page, ana)
  await expect(page.getByRole('link', { name: ana.username })).toBeVisible()
})

test('an address in capital letters is the same address', async ({ page }) => {
  const ana = await signUp(page)
  await logOut(page)
  await signIn(page, { ...ana, email: ana.email.toUpperCase() })
  await expect(page.getByRole('link', { name: ana.username })).toBeVisible()
})

test('an unknown address is answered with one sentence that does not say which was wrong', async ({
  page,
}) => {
  await signIn(page, somebody())
  await expect(page.getByRole('alert').filter({ hasText: problem })).toBeVisible()
  await expect(page).toHaveURL(/\/login/)
})

test('a wrong password is answered with the same sentence, and the address stays', async ({
  page,
}) => {
  const ana = await signUp(page)
  await logOut(page)
  await signIn(page, { ...ana, password: 'another password' })
  await expect(page.getByRole('alert').filter({ hasText: problem })).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(ana.email)
  await expect(page.getByRole('link', { name: 'Sign up' })).toBeVisible()
})

test('an empty form is told what is missing', async ({ page }) => {
  await open(page, '/register')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(
    'A name has 3 characters or more.',
  )
  await expect(page.getByLabel('Name')).toBeFocused()
  await expect(page).toHaveURL(/\/register$/)
})

test('a password that is too short is told once the field is left, and no sooner', async ({
  page,
}) => {
  await open(page, '/register')
  const password = page.getByLabel('Password')
  await password.pressSequentially('short')
  await expect(password).not.toHaveAttribute('aria-invalid', 'true')
  await password.blur()
  await expect(password).toHaveAccessibleDescription('A password has 8 characters or more.')
  await password.fill('long enough now')
  await password.blur()
  await expect(password).not.toHaveAttribute('aria-invalid', 'true')
})

test('an address that has an account is refused at its field', async ({ page }) => {
  const ana = await signUp(page)
  await logOut(page)
  await open(page, '/register')
  const other = somebody()
  await page.getByLabel('Name').fill(other.username)
  await page.getByLabel('E-mail').fill(ana.email)
  await page.getByLabel('Password').fill(other.password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(
    /There is an account with that address already/,
  )
  await expect(page).toHaveURL(/\/register/)
})

test('a name that somebody has is refused at its field', async ({ page }) => {
  const ana = await signUp(page)
  await logOut(page)
  await open(page, '/register')
  await page.getByLabel('Name').fill(ana.username.toUpperCase())
  await page.getByLabel('E-mail').fill(somebody().email)
  await page.getByLabel('Password').fill('a long password')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(
    /Somebody has that name already/,
  )
})

test('a name that would be no address is refused', async ({ page }) => {
  await open(page, '/register')
  await page.getByLabel('Name').fill('a/b c')
  await page.getByLabel('Name').blur()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(
    'A name has letters, digits, - and _ only.',
  )
})

test('a log-out shows the page of a visitor', async ({ page }) => {
  const ana = await signUp(page)
  await logOut(page)
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: ana.username })).toHaveCount(0)
})

test('a log-out in one tab ends the other one too, without a reload by hand', async ({
  page,
  context,
}) => {
  const ana = await signUp(page)
  const other = await context.newPage()
  await open(other, '/')
  await expect(other.getByRole('link', { name: ana.username })).toBeVisible()
  await logOut(page)
  await expect(other.getByRole('link', { name: 'Sign up' })).toBeVisible()
  await expect(other.getByRole('link', { name: ana.username })).toHaveCount(0)
})

test('a log-out leaves the same person logged in elsewhere', async ({ page, browser }) => {
  const ana = await signUp(page)
  const elsewhere = await (await browser.newContext()).newPage()
  await signIn(elsewhere, ana)
  await expect(elsewhere.getByRole('link', { name: ana.username })).toBeVisible()
  await logOut(page)
  await elsewhere.reload()
  await expect(elsewhere.getByRole('link', { name: ana.username })).toBeVisible()
  await elsewhere.context().close()
})

test('a reload keeps the log-in', async ({ page }) => {
  const ana = await signUp(page)
  await page.reload()
  await expect(page.getByRole('link', { name: ana.username })).toBeVisible()
})

test('a cookie that somebody made up is nobody, and the page still opens', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'conduit-login', value: 'made-up', url: `${baseURL}${BASE}/` }])
  await open(page, '/')
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
})

for (const path of ['/editor', '/editor/how-to-read-a-weaving-draft', '/settings'])
  test(`${path} leads to the log-in, and from there back`, async ({ page }) => {
    const ana = await signUp(page)
    await logOut(page)
    await page.goto(BASE + path)
    await expect(page).toHaveURL(/\/login\?next=/)
    await live(page)
    await page.getByLabel('E-mail').fill(ana.email)
    await page.getByLabel('Password').fill(ana.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(new RegExp(`${BASE}${path}$`))
  })

test('an article that is open when its author logs out elsewhere offers no more changes', async ({
  page,
  context,
}) => {
  await signUp(page)
  const { path } = await publish(page)
  const other = await context.newPage()
  await open(other, path)
  await expect(other.getByRole('button', { name: 'Delete article' })).toBeVisible()
  await logOut(page)
  await expect(other.getByRole('button', { name: 'Delete article' })).toHaveCount(0)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody signs up, logs out and logs in', async ({ page }) => {
    const ana = somebody()
    await page.goto(`${BASE}/register`)
    await page.getByLabel('Name').fill(ana.username)
    await page.getByLabel('E-mail').fill(ana.email)
    await page.getByLabel('Password').fill(ana.password)
    await page.getByRole('button', { name: 'Sign up' }).click()
    await expect(page.getByRole('link', { name: ana.username })).toBeVisible()
    await page.goto(`${BASE}/settings`)
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.getByRole('link', { name: 'Sign in', exact: true }).click()
    await page.getByLabel('E-mail').fill(ana.email)
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText(problem)).toBeVisible()
    await expect(page.getByLabel('E-mail')).toHaveValue(ana.email)
    await page.getByLabel('Password').fill(ana.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('link', { name: ana.username })).toBeVisible()
  })

  test('a form with mistakes comes back with what was typed and what is wrong', async ({
    page,
  }) => {
    await page.goto(`${BASE}/register`)
    await page.getByLabel('Name').fill('ab')
    await page.getByLabel('E-mail').fill('no-address')
    await page
      .locator('form')
      .first()
      .evaluate((form) => form.setAttribute('novalidate', ''))
    await page.getByRole('button', { name: 'Sign up' }).click()
    await expect(page.getByText('A name has 3 characters or more.')).toBeVisible()
    await expect(page.getByLabel('Name')).toHaveValue('ab')
  })

  test('a reader turns pages, follows tags and reads an article with its comments', async ({
    page,
  }) => {
    await page.goto(`${BASE}/?tag=weaving`)
    await page.getByRole('link', { name: 'How to read a weaving draft', exact: true }).click()
    await expect(page.getByText('Filling in three rows on paper was what I needed.')).toBeVisible()
    await page.getByRole('link', { name: 'marta-weaves', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('marta-weaves')
  })

  test('an author writes an article and a reader a comment', async ({ page }) => {
    const ana = somebody()
    await page.goto(`${BASE}/register`)
    await page.getByLabel('Name').fill(ana.username)
    await page.getByLabel('E-mail').fill(ana.email)
    await page.getByLabel('Password').fill(ana.password)
    await page.getByRole('button', { name: 'Sign up' }).click()
    await page.getByRole('link', { name: 'New article' }).click()
    await page.getByLabel('Title').fill(`By hand ${ana.username}`)
    await page.getByLabel('Summary').fill('No script at all')
    await page.getByLabel('Text').fill('It *works*.')
    await tagField(page).fill('plain, html')
    await page.getByRole('button', { name: 'Publish article' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`By hand ${ana.username}`)
    await expect(page.getByRole('link', { name: 'plain', exact: true })).toBeVisible()
    await page.getByLabel('Write a comment').fill('So does this')
    await page.getByRole('button', { name: 'Post comment' }).click()
    await expect(page.getByText('So does this')).toBeVisible()
  })
})
