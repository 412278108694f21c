/** The public TodoMVC specification, clause by clause, on our example. */
import { expect, type Page, test } from '@playwright/test'

const ADDRESS = '/examples/todomvc/'

async function open(page: Page, address = ADDRESS): Promise<void> {
  await page.goto(address)
  await expect(page.locator('html')).toHaveAttribute('data-telar', 'connected')
}

async function add(page: Page, ...titles: string[]): Promise<void> {
  const before = await page.locator('.todo-list li').count()
  for (const [at, title] of titles.entries()) {
    await page.locator('.new-todo').fill(title)
    await page.locator('.new-todo').press('Enter')
    await expect(page.locator('.todo-list li')).toHaveCount(before + at + 1)
  }
}

const titles = (page: Page) => page.locator('.todo-list li label')

test('without todos main and footer are hidden, and the field for new ones has the focus', async ({
  page,
}) => {
  await open(page)
  await expect(page.locator('.new-todo')).toBeFocused()
  await expect(page.locator('.main')).toHaveCount(0)
  await expect(page.locator('.footer')).toHaveCount(0)
})

test('Enter creates a todo, trimmed, at the end of the list, and clears the field; white space creates none', async ({
  page,
}) => {
  await open(page)
  await add(page, 'buy cheese', '  feed the cat  ')
  await expect(titles(page)).toHaveText(['buy cheese', 'feed the cat'])
  await expect(page.locator('.new-todo')).toHaveValue('')
  await expect(page.locator('.new-todo')).toBeFocused()
  await page.locator('.new-todo').fill('   ')
  await page.locator('.new-todo').press('Enter')
  await add(page, 'book a doctor')
  await expect(titles(page)).toHaveText(['buy cheese', 'feed the cat', 'book a doctor'])
})

test('mark all: completes and clears all, and follows what the items say', async ({ page }) => {
  await open(page)
  await add(page, 'one', 'two')
  const all = page.getByLabel('Mark all as complete')
  await all.check()
  await expect(page.locator('.todo-list li.completed')).toHaveCount(2)
  await page.getByLabel('one', { exact: true }).uncheck()
  await expect(all).not.toBeChecked()
  await page.getByLabel('one', { exact: true }).check()
  await expect(all).toBeChecked()
  await page.locator('.clear-completed').click()
  await expect(page.locator('.main')).toHaveCount(0)
  await add(page, 'three')
  await expect(all).not.toBeChecked()
})

test('an item is completed by its checkbox and deleted by its button, which shows on hover', async ({
  page,
}) => {
  await open(page)
  await add(page, 'one', 'two')
  const first = page.locator('.todo-list li').first()
  await first.locator('.toggle').check()
  await expect(first).toHaveClass('completed')
  await first.locator('.toggle').uncheck()
  await expect(first).not.toHaveClass('completed')
  await page.mouse.move(0, 0)
  await expect(first.locator('.destroy')).toHaveCSS('opacity', '0')
  await first.hover()
  await expect(first.locator('.destroy')).toHaveCSS('opacity', '1')
  await first.locator('.destroy').click()
  await expect(titles(page)).toHaveText(['two'])
})

test('a double-click edits: the rest is hidden, the field has the text and the focus', async ({
  page,
}) => {
  await open(page)
  await add(page, 'one', 'two')
  const item = page.locator('.todo-list li').nth(1)
  await item.locator('label').dblclick()
  await expect(item).toHaveClass('editing')
  await expect(item.locator('.view')).toBeHidden()
  await expect(item.locator('.edit')).toBeFocused()
  await expect(item.locator('.edit')).toHaveValue('two')
})

for (const [how, leave] of [
  ['Enter', (page: Page) => page.keyboard.press('Enter')],
  ['leaving the field', (page: Page) => page.locator('.new-todo').focus()],
] as const) {
  test(`an edit is saved, trimmed, by ${how}; an emptied one deletes its item`, async ({
    page,
  }) => {
    await open(page)
    await add(page, 'one', 'two')
    await titles(page).nth(1).dblclick()
    await page.locator('.edit').fill('  second ')
    await leave(page)
    await expect(titles(page)).toHaveText(['one', 'second'])
    await expect(page.locator('.edit')).toHaveCount(0)
    await titles(page).nth(0).dblclick()
    await page.locator('.edit').fill(' ')
    await leave(page)
    await expect(titles(page)).toHaveText(['second'])
    await expect(page.locator('.telar-status')).toHaveText('')
  })
}

test('Escape leaves an edit as it was', async ({ page }) => {
  await open(page)
  await add(page, 'one')
  await titles(page).dblclick()
  await page.locator('.edit').fill('other')
  await page.keyboard.press('Escape')
  await expect(page.locator('.edit')).toHaveCount(0)
  await expect(titles(page)).toHaveText(['one'])
})

test('the counter counts what is left, in words that fit; clear completed shows only when there is something to clear', async ({
  page,
}) => {
  await open(page)
  await add(page, 'one')
  const count = page.locator('.todo-count')
  await expect(count).toHaveText('1 item left')
  await expect(count.locator('strong')).toHaveText('1')
  await add(page, 'two')
  await expect(count).toHaveText('2 items left')
  await expect(page.locator('.clear-completed')).toHaveCount(0)
  for (const title of ['one', 'two']) await page.getByLabel(title, { exact: true }).check()
  await expect(count).toHaveText('0 items left')
  await page.getByRole('button', { name: 'Clear completed' }).click()
  await expect(page.locator('.footer')).toHaveCount(0)
})

test('the address filters: by links, by hand, over back and a reload', async ({ page }) => {
  await open(page)
  await add(page, 'one', 'two')
  await page.getByLabel('one', { exact: true }).check()
  await page.getByRole('link', { name: 'Active' }).click()
  await expect(titles(page)).toHaveText(['two'])
  await expect(page.locator('.filters .selected')).toHaveText('Active')
  await page.getByRole('link', { name: 'Completed' }).click()
  await expect(titles(page)).toHaveText(['one'])
  await page.goBack()
  await expect(titles(page)).toHaveText(['two'])
  await page.reload()
  await expect(page.locator('.filters .selected')).toHaveText('Active')
  await expect(titles(page)).toHaveText(['two'])
  // What no longer fits the filter leaves the list at once.
  await page.getByLabel('two', { exact: true }).click()
  await expect(page.locator('.todo-list li')).toHaveCount(0)
  await page.getByRole('link', { name: 'All', exact: true }).click()
  await expect(titles(page)).toHaveText(['one', 'two'])
})

test('todos are kept over a reload, under the name that the specification wants; editing is not', async ({
  page,
}) => {
  await open(page)
  await add(page, 'one', 'two')
  await page.getByLabel('two', { exact: true }).check()
  await titles(page).first().dblclick()
  await expect(page.locator('.edit')).toBeFocused()
  await page.reload()
  await expect(titles(page)).toHaveText(['one', 'two'])
  await expect(page.locator('.todo-list li').nth(1)).toHaveClass('completed')
  await expect(page.locator('.edit')).toHaveCount(0)
  const stored = await page.evaluate(() => JSON.parse(localStorage.getItem('todos-telar')!))
  expect(stored).toEqual([
    { id: expect.any(String), title: 'one', completed: false },
    { id: expect.any(String), title: 'two', completed: true },
  ])
})

test('what someone put into the storage is checked like any input', async ({ page }) => {
  await page.goto(ADDRESS)
  const bad = [null, 7, { title: 3 }, { title: '<b>bold</b>', completed: false }, { title: '' }]
  await page.evaluate((todos) => localStorage.setItem('todos-telar', JSON.stringify(todos)), bad)
  await open(page)
  await expect(titles(page)).toHaveText(['<b>bold</b>'])
})
