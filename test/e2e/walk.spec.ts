/** The walk of a reader who sees nothing: home, lesson, check, playground, share, reference, by keyboard and by what the accessibility tree says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { words as workspaceEn } from '../../playground/ui/words/en/index.ts'
import { words as workspaceEs } from '../../playground/ui/words/es/index.ts'
import type { Words as WorkspaceWords } from '../../playground/ui/words/words.ts'
import { findLesson } from '../../site/lib/lessons.ts'
import { homeWords } from '../../site/words/home/of.ts'
import { type ServerWords, wordsOf } from '../../site/words/of.ts'
import { referenceWords } from '../../site/words/reference/of.ts'
import { en as searchEn } from '../../site/words/search/en.ts'
import { es as searchEs } from '../../site/words/search/es.ts'
import { LANGS, type Lang, pathIn } from '../../site/words/words.ts'
import { hears, hush, listen, press, tabTo } from './keyboard.ts'
import { joined } from './playing.ts'
import { descriptionOf, hasFocus, isInOrder, landmarksOf } from './screen-reader.ts'

const SLUG = 'counter'
const WORKSPACE: Readonly<Record<Lang, WorkspaceWords>> = { en: workspaceEn, es: workspaceEs }
const SEARCH = { en: searchEn, es: searchEs }

for (const lang of LANGS)
  test(`from the home to the reference by keyboard and screen reader: ${lang}`, {
    tag: ['@B12'],
  }, async ({ page }) => {
    const words = wordsOf(lang)
    const workspace = WORKSPACE[lang]
    await listen(page)
    await page.goto(pathIn(lang, '/'))
    await test.step('home', () => fromHome(page, lang, words))
    await test.step('lesson', () => intoLesson(page, lang, words))
    await test.step('check', () => checkAndSolve(page, lang, workspace))
    await test.step('search', () => toPlayground(page, lang, words))
    await test.step('playground', () => runAndPress(page, workspace))
    await test.step('share', () => share(page, workspace))
    await test.step('reference', () => toReference(page, lang, words))
  })

/** Skips to the content, whose first link begins the course. */
async function fromHome(page: Page, lang: Lang, words: ServerWords): Promise<void> {
  const home = homeWords(lang)
  await isInOrder(page, home.headline)
  expect((await landmarksOf(page)).slice(0, 3)).toEqual([
    'banner',
    `navigation "${words.header.main}"`,
    'main',
  ])
  await page.keyboard.press('Tab')
  await hasFocus(page, `link "${words.skip}"`)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await hasFocus(page, `link "${home.start}"`)
  await page.keyboard.press('Enter')
}

/** The list says where one is; the lesson is found by its title. */
async function intoLesson(page: Page, lang: Lang, words: ServerWords): Promise<void> {
  await isInOrder(page, words.learn.title)
  const learn = page.getByRole('navigation', { name: words.header.main }).getByRole('link', {
    name: words.header.learn,
  })
  await expect(learn).toHaveAttribute('aria-current', 'page')
  const { title } = findLesson(SLUG, lang)!
  await press(page, page.getByRole('main').getByRole('link', { name: title, exact: true }))
  await isInOrder(page, title)
  const landmarks = await landmarksOf(page)
  expect(landmarks).toContain(`navigation "${words.bar.lessons}"`)
  expect(landmarks).toContain(`region "${words.bar.workspace}"`)
  const predict = words.elements.predict.name
  await tabTo(page, page.getByRole('group', { name: predict }).first().getByRole('radio'))
  // A choice alone would not tell what is asked.
  expect(await descriptionOf(page, `group "${predict}"`)).toContain('Add one')
  await page.keyboard.press('Space')
  await expect(
    page.getByRole('group', { name: predict }).first().getByRole('radio').first(),
  ).toBeChecked()
}

/** A check that fails says the step and the way on; the solution is taken, and the check passes. */
async function checkAndSolve(page: Page, lang: Lang, words: WorkspaceWords): Promise<void> {
  const { tools, check, solve, preview } = words
  await joined(page, preview.frame(1))
  await hush(page)
  await press(page, page.getByRole('button', { name: tools.check, exact: true }))
  await hears(page, `${check.states.failed}: ${firstMissing(lang)}`)
  await hasFocus(page, `button "${tools.check}"`)
  const results = page.getByRole('region', { name: check.results })
  await expect(results.getByRole('listitem').filter({ hasText: check.states.failed })).toHaveCount(
    1,
  )

  await press(page, page.getByRole('button', { name: tools.solve, exact: true }))
  const dialog = page.getByRole('dialog', { name: solve.name })
  await expect(dialog).toHaveAccessibleDescription(solve.about)
  await press(page, dialog.getByRole('button', { name: solve.take }))
  await expect(dialog).toBeHidden()
  await hasFocus(page, `button "${tools.solve}"`)
  await hears(page, tools.solved)

  await hush(page)
  await press(page, page.getByRole('button', { name: tools.check, exact: true }))
  await hears(page, check.all)
  await hasFocus(page, `button "${tools.check}"`)
  await expect(page.getByRole('banner')).toContainText(wordsOf(lang).bar.passed)
}

/** The title of the step that the code a lesson begins with fails first. */
function firstMissing(lang: Lang): string {
  const folder = join(import.meta.dirname, '../../lessons/01-counter')
  const file = lang === 'en' ? 'check.ts' : 'check.es.json'
  const text = readFileSync(join(folder, file), 'utf8')
  const [, title] = /'?"?one-click-one'?"?[,:]\s*['"]([^'"]+)['"]/.exec(text) ?? []
  return title!
}

/** The search says how much it found and which place is chosen. */
async function toPlayground(page: Page, lang: Lang, words: ServerWords): Promise<void> {
  const said = SEARCH[lang]
  const { playground } = words.header
  await page.keyboard.press('Control+k')
  await hasFocus(page, `combobox "${said.label}"`)
  await hush(page)
  await page.keyboard.type(playground)
  const options = page.getByRole('listbox', { name: said.results }).getByRole('option')
  await expect(options.first()).toBeVisible()
  await hears(page, said.found(await options.count()))
  const wanted = page.getByRole('option', { name: `${playground} ${said.kinds.page}` })
  const field = page.getByRole('combobox', { name: said.label })
  const id = await wanted.first().getAttribute('id')
  for (let left = await options.count(); left > 0; left -= 1) {
    if ((await field.getAttribute('aria-activedescendant')) === id) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await isInOrder(page, playground)
  await expect(page).toHaveURL(new RegExp(`${pathIn(lang, '/playground')}$`))
}

/** The server starts, and a press is answered over the wire: both are said. */
async function runAndPress(page: Page, words: WorkspaceWords): Promise<void> {
  const { tools, preview, wire } = words
  await hush(page)
  await press(page, page.getByRole('button', { name: tools.run, exact: true }))
  await joined(page, preview.frame(1))
  await hears(page, preview.took.start(0).split('0')[0]!)
  await hasFocus(page, `button "${tools.run}"`)
  await hush(page)
  const add = page
    .frameLocator(`iframe[title="${preview.frame(1)}"]`)
    .getByRole('button')
    .first()
  await press(page, add)
  await hears(page, wire.sayReceived('setText', '').split(',')[0]!)
}

/** The link is in the field, selected, and the page says that it is copied. */
async function share(page: Page, words: WorkspaceWords): Promise<void> {
  const { share } = words
  await press(page, page.getByRole('button', { name: share.name, exact: true }))
  const dialog = page.getByRole('dialog', { name: share.name })
  await expect(dialog).toHaveAccessibleDescription(share.about)
  await hasFocus(page, `textbox "${share.link}"`)
  await hears(page, share.copied.copied)
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await expect(dialog.getByRole('textbox')).toHaveValue(link)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await hasFocus(page, `button "${share.name}"`)
}

/** From the workspace to a name of the reference, which says where in its list it is. */
async function toReference(page: Page, lang: Lang, words: ServerWords): Promise<void> {
  const { header } = words
  const reference = referenceWords(lang)
  await page.keyboard.press('Control+k')
  await hasFocus(page, `combobox "${SEARCH[lang].label}"`)
  await page.keyboard.press('Escape')
  await hasFocus(page, `button "${WORKSPACE[lang].share.name}"`)
  const main = page.getByRole('navigation', { name: header.main })
  await press(page, main.getByRole('link', { name: header.reference }))
  await isInOrder(page, reference.title)
  expect(await landmarksOf(page)).toContain(`navigation "${reference.nav}"`)
  const name = 'LiveComponent'
  await press(page, page.getByRole('main').getByRole('link', { name, exact: true }))
  await isInOrder(page, name)
  const list = page.getByRole('navigation', { name: reference.nav })
  await expect(list.getByRole('link', { name, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
}
