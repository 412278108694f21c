/** Rows that move: from list to list and within one, in browsers that can move nodes and in those that can't. Each title is what a visitor would say. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { each, html, LiveComponent } from '../../engine/index.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

const shows = (tab: Page, selector: string, text: string) =>
  tab.waitForFunction(
    ([at, wanted]) => document.querySelector(at!)?.textContent === wanted,
    [selector, text],
  )

interface Card {
  id: string
  column: string
  n: number
}

class Board extends LiveComponent {
  columns = ['todo', 'done']
  cards: Card[] = [
    { id: 'a', column: 'todo', n: 0 },
    { id: 'b', column: 'todo', n: 0 },
    { id: 'c', column: 'done', n: 0 },
  ]
  where = 'end'
  turns = 0
  move(id: string, column: string, at = 'end') {
    const card = this.cards.find((one) => one.id === id)!
    const others = this.cards.filter((one) => one !== card)
    card.column = column
    card.n++
    this.cards = at === 'end' ? [...others, card] : [card, ...others]
    this.turns++
  }
  toDone = () => this.move('a', 'done')
  toTodo = () => this.move('a', 'todo', 'front')
  toNew = () => {
    this.columns = [...this.columns, 'new']
    this.move('a', 'new')
  }
  dropNew = () => {
    this.columns = ['todo', 'done']
    this.move('a', 'todo')
  }
  swap = () => {
    this.cards.reverse()
    this.turns++
  }
  card = (card: Card) => html`<li id=${card.id}>
    <b>${card.id} ${card.n}</b> <input class="own">
    <details><summary>more</summary>text</details>
    <div class="scroll" style="height: 40px; overflow: auto"><p style="height: 400px">long</p></div>
    <dialog><input class="inside"></dialog><span popover="manual">pop</span>
    <x-kept></x-kept>
  </li>`
  getTemplate() {
    const of = (column: string) => this.cards.filter((one) => one.column === column)
    return html`<main>
      <button id="toDone" lv-click=${this.toDone}>1</button>
      <button id="toTodo" lv-click=${this.toTodo}>2</button>
      <button id="toNew" lv-click=${this.toNew}>3</button>
      <button id="dropNew" lv-click=${this.dropNew}>4</button>
      <button id="swap" lv-click=${this.swap}>5</button>
      <i id="turns">${this.turns}</i>
      ${each(
        this.columns,
        (name) => name,
        (name) =>
          html`<section id="col-${name}">${
            of(name).length > 0
              ? html`<ul>${each(of(name), (one) => one.id, this.card)}</ul>`
              : html`<p>nothing here</p>`
          }</section>`,
      )}
    </main>`
  }
}

const press = (tab: Page, id: string) =>
  tab.evaluate((id) => document.getElementById(id)!.click(), id)

/** Opens the board; `moves` is whether the browser can move nodes without taking them out. */
async function board(moves: boolean): Promise<Page> {
  const { tab } = await open(Board)
  if (moves) return tab
  await tab.addInitScript(() => {
    for (const { prototype } of [Element, DocumentFragment, Document])
      Reflect.deleteProperty(prototype, 'moveBefore')
  })
  await tab.reload()
  await tab.waitForFunction(() => document.documentElement.dataset.telar === 'connected')
  expect(await tab.evaluate(() => 'moveBefore' in document)).toBe(false)
  return tab
}

/** What the visitor has in card a. */
async function useCard(tab: Page) {
  await tab.fill('#a .own', 'typed by me')
  await tab.click('#a summary')
  await tab.evaluate(() => {
    const card = document.getElementById('a')!
    Object.assign(window, { card, kept: card.querySelector('x-kept') })
    Object.assign(card.querySelector('x-kept')!, { state: 'mine' })
    card.querySelector('.scroll')!.scrollTop = 120
    const field = card.querySelector<HTMLInputElement>('.own')!
    field.focus()
    field.setSelectionRange(2, 5)
  })
}

const cardNow = (tab: Page) =>
  tab.evaluate(() => {
    const card = document.getElementById('a')!
    const field = card.querySelector<HTMLInputElement>('.own')!
    const own = window as unknown as { card: Element; kept: Element }
    return {
      isSame: card === own.card,
      column: card.closest('section')!.id,
      typed: field.value,
      focused: document.activeElement === field,
      selection: [field.selectionStart, field.selectionEnd],
      open: card.querySelector('details')!.open,
      scroll: card.querySelector('.scroll')!.scrollTop,
      state: (card.querySelector('x-kept') as unknown as { state: string }).state,
    }
  })

const KEPT = {
  isSame: true,
  typed: 'typed by me',
  focused: true,
  selection: [2, 5],
  open: true,
  scroll: 120,
  state: 'mine',
}

test.each([true, false])(
  'a card that goes to another column keeps what I have in it (moveBefore: %s)',
  async (moves) => {
    const tab = await board(moves)
    await useCard(tab)
    let turn = 0
    // To a list behind its own, to one before it, into a column that only comes, out of one that goes with it, and back when its own list was empty.
    for (const [id, column] of [
      ['toDone', 'col-done'],
      ['toTodo', 'col-todo'],
      ['toNew', 'col-new'],
      ['dropNew', 'col-todo'],
      ['toDone', 'col-done'],
      ['swap', 'col-done'],
    ] as const) {
      await press(tab, id)
      await shows(tab, '#turns', `${++turn}`)
      expect(await cardNow(tab)).toEqual({ ...KEPT, column })
    }
    await shows(tab, '#a b', 'a 5')
    // Its handlers and texts are its own still, and so are those of the others.
    expect(await tab.locator('li').allTextContents()).toHaveLength(3)
    expect(await tab.locator('#a').count()).toBe(1)
    await tab.close()
  },
)

test.each([true, false])(
  'a dialog that asks me for an answer goes on asking when its row moves, and so does what popped up (moveBefore: %s)',
  async (moves) => {
    const tab = await board(moves)
    await tab.evaluate(() => {
      const dialog = document.querySelector<HTMLDialogElement>('#a dialog')!
      dialog.returnValue = 'before'
      dialog.showModal()
      const field = dialog.querySelector<HTMLInputElement>('.inside')!
      field.value = 'half an answer'
      field.focus()
      field.setSelectionRange(4, 4)
      document.querySelector<HTMLElement>('#a [popover]')!.showPopover()
    })
    let turn = 0
    for (const id of ['toDone', 'toTodo', 'swap']) {
      await press(tab, id)
      await shows(tab, '#turns', `${++turn}`)
      const now = await tab.evaluate(() => {
        const dialog = document.querySelector<HTMLDialogElement>('#a dialog')!
        const field = dialog.querySelector<HTMLInputElement>('.inside')!
        return {
          modal: dialog.matches(':modal'),
          returnValue: dialog.returnValue,
          popped: document.querySelector('#a [popover]')!.matches(':popover-open'),
          focused: document.activeElement === field,
          caret: field.selectionStart,
          value: field.value,
        }
      })
      expect(now).toEqual({
        modal: true,
        returnValue: 'before',
        popped: true,
        focused: true,
        caret: 4,
        value: 'half an answer',
      })
    }
    // It is closed as it was opened.
    await tab.keyboard.press('Escape')
    await tab.waitForFunction(() => !document.querySelector<HTMLDialogElement>('#a dialog')!.open)
    await tab.close()
  },
)

class Groups extends LiveComponent {
  groups = ['x', 'y']
  round = 0
  replace = () => {
    this.groups = ['x', 'z']
    this.round++
  }
  getTemplate() {
    return html`<main><button id="replace" lv-click=${this.replace}>${this.round}</button>${each(
      this.groups,
      (name) => name,
      (name) =>
        html`<ul id=${name}>${each(
          [1, 2],
          (n) => n,
          (n) => html`<li>${name}${n} <input></li>`,
        )}</ul>`,
    )}</main>`
  }
}

test('rows that are numbered from one in each group are not taken for those of a group that has gone', async () => {
  const { tab } = await open(Groups)
  await tab.fill('#y li:first-child input', 'about y1')
  await tab.fill('#x li:first-child input', 'about x1')
  await tab.click('#replace')
  await shows(tab, '#replace', '1')
  expect(await tab.inputValue('#z li:first-child input')).toBe('')
  expect(await tab.inputValue('#x li:first-child input')).toBe('about x1')
  expect(await tab.locator('li').allTextContents()).toEqual(['x1 ', 'x2 ', 'z1 ', 'z2 '])
  await tab.close()
})
