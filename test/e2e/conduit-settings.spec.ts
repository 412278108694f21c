/** Conduit's settings: each is saved, shown, and nothing else is changed by it. */
import { expect, type Page, test } from '@playwright/test'
import { live, logOut, open, signIn, signUp, somebody } from './conduit.ts'

const IMAGE = 'https://images.example/portrait.png'
// One pixel, since the test has no other site.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function save(page: Page, values: Record<string, string>) {
  await open(page, '/settings')
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value)
  await page.getByRole('button', { name: 'Save settings' }).click()
}

test.beforeEach(({ page }) =>
  page.route(IMAGE, (route) => route.fulfill({ contentType: 'image/png', body: PIXEL })),
)

test('the settings show what is set, but for the password', async ({ page }) => {
  const ana = await signUp(page)
  await open(page, '/settings')
  await expect(page.getByLabel('Name')).toHaveValue(ana.username)
  await expect(page.getByLabel('E-mail')).toHaveValue(ana.email)
  await expect(page.getByLabel('New password')).toHaveValue('')
})

test('a new biography stands on the profile', async ({ page }) => {
  const ana = await signUp(page)
  await save(page, { 'About you': 'Weaves and reads' })
  await expect(page).toHaveURL(new RegExp(`/profile/${ana.username}$`))
  await expect(page.getByText('Weaves and reads')).toBeVisible()
})

test('a new picture stands on the profile and in the bar', async ({ page }) => {
  await signUp(page)
  await save(page, { 'Address of your picture': IMAGE })
  await expect(page.locator(`.user-info img[src="${IMAGE}"]`)).toBeVisible()
  await expect(page.locator(`.navbar img[src="${IMAGE}"]`)).toBeVisible()
})

test('biography and picture are saved together', async ({ page }) => {
  await signUp(page)
  await save(page, { 'About you': 'Both', 'Address of your picture': IMAGE })
  await expect(page.getByText('Both')).toBeVisible()
  await expect(page.locator(`.user-info img[src="${IMAGE}"]`)).toBeVisible()
})

test('a picture that is no address of the secure web is refused', async ({ page }) => {
  await signUp(page)
  for (const address of ['javascript:alert(1)', 'http://images.example/x.png', 'x']) {
    await save(page, { 'Address of your picture': address })
    await expect(page.getByLabel('Address of your picture')).toHaveAccessibleDescription(
      /Write an address that starts with https/,
    )
  }
})

test('the name in the bar stays when something else is saved', async ({ page }) => {
  const ana = await signUp(page)
  await save(page, { 'About you': 'x' })
  await expect(page).toHaveURL(/\/profile\//)
  await expect(page.getByRole('banner').getByRole('link', { name: ana.username })).toBeVisible()
})

test('settings are saved twice in a row', async ({ page }) => {
  await signUp(page)
  await save(page, { 'About you': 'First' })
  await expect(page).toHaveURL(/\/profile\//)
  await open(page, '/settings')
  await expect(page.getByLabel('About you')).toHaveValue('First')
  await save(page, { 'About you': 'Second' })
  await expect(page.getByText('Second')).toBeVisible()
})

test('a new name is the new address of the profile, and stands in the bar', async ({ page }) => {
  await signUp(page)
  const renamed = somebody('carla').username
  await save(page, { Name: renamed })
  await expect(page).toHaveURL(new RegExp(`/profile/${renamed}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(renamed)
  await expect(page.getByRole('banner').getByRole('link', { name: renamed })).toBeVisible()
})

test('a new name needs no new password', async ({ page }) => {
  const ana = await signUp(page)
  const renamed = somebody('carla').username
  await save(page, { Name: renamed })
  await expect(page).toHaveURL(/\/profile\//)
  await logOut(page)
  await signIn(page, ana)
  await expect(page.getByRole('link', { name: renamed })).toBeVisible()
})

test("another one's name is refused at its field", async ({ page }) => {
  const ana = await signUp(page)
  await logOut(page)
  await signUp(page, somebody('berta'))
  await save(page, { Name: ana.username })
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(
    /Somebody has that name already/,
  )
})

test('a new address is the one to log in with', async ({ page }) => {
  const ana = await signUp(page)
  const { email } = somebody('new')
  await save(page, { 'E-mail': email })
  await expect(page).toHaveURL(/\/profile\//)
  await logOut(page)
  await signIn(page, { ...ana, email })
  await expect(page.getByRole('link', { name: ana.username })).toBeVisible()
})

test('a new password replaces the old one', async ({ page }) => {
  const ana = await signUp(page)
  await save(page, { 'New password': 'a newer password' })
  await expect(page).toHaveURL(/\/profile\//)
  await logOut(page)
  await signIn(page, ana)
  await expect(page.getByText('There is no account with that address')).toBeVisible()
  await signIn(page, { ...ana, password: 'a newer password' })
  await expect(page.getByRole('link', { name: ana.username })).toBeVisible()
})

test('a new password logs all other browsers out, while they look', async ({ page, browser }) => {
  const ana = await signUp(page)
  const elsewhere = await (await browser.newContext()).newPage()
  await signIn(elsewhere, ana)
  await expect(elsewhere.getByRole('link', { name: ana.username })).toBeVisible()
  await live(elsewhere)
  await save(page, { 'New password': 'a newer password' })
  await expect(elsewhere.getByRole('link', { name: 'Sign up' })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: ana.username })).toBeVisible()
  await elsewhere.context().close()
})
