/** Every kind of control in a form, as a visitor uses it in Chromium. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { each, form, html, LiveComponent } from '../../engine/index.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

const shows = (tab: Page, selector: string, text: string) =>
  expect.poll(() => tab.locator(selector).textContent(), { timeout: 10_000 }).toBe(text)
const holds = (tab: Page, selector: string, text: string) =>
  expect.poll(() => tab.locator(selector).inputValue(), { timeout: 10_000 }).toBe(text)
const sent = async (tab: Page) => JSON.parse((await tab.locator('output').textContent()) || 'null')
const isSent = (tab: Page, values: object) =>
  expect.poll(() => sent(tab), { timeout: 10_000 }).toEqual(values)

/** A page with one form that shows what its handler got. */
abstract class Sent extends LiveComponent {
  saved = ''
  save(values: unknown) {
    this.saved = JSON.stringify(values)
  }
}

class Boxes extends Sent {
  wishes = form(
    z.object({
      news: z.boolean(),
      toppings: z.array(z.string()).min(1, 'Choose a topping'),
      size: z.enum(['small', 'large'], { required_error: 'Choose a size' }),
    }),
    { initial: { toppings: ['ham'] } },
  )
  getTemplate() {
    const { wishes } = this
    return html`<form lv-submit=${wishes.submit(this.save)}>
      <label><input type="checkbox" ${wishes.field('news')}> News</label>
      <fieldset>${each(
        ['ham', 'figs', 'rocket'],
        (one) => one,
        (one) =>
          html`<label><input type="checkbox" value=${one} ${wishes.field('toppings')}> ${one}</label>`,
      )}${wishes.error('toppings')}</fieldset>
      <fieldset>
        <label><input type="radio" value="small" ${wishes.field('size')}> Small</label>
        <label><input type="radio" value="large" ${wishes.field('size')}> Large</label>
        ${wishes.error('size')}
      </fieldset>
      <button>Order</button><button type="button" lv-click=${() => wishes.reset()}>Reset</button>
      </form><output>${this.saved}</output>`
  }
}

test('a box that I tick is a yes, several of one name are a list', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Boxes)
  expect(await tab.getByLabel('ham').isChecked()).toBe(true)
  await tab.getByLabel('News').check()
  await tab.getByLabel('rocket').check()
  await tab.getByLabel('Large').check()
  await tab.getByText('Order').click()
  await isSent(tab, { news: true, toppings: ['ham', 'rocket'], size: 'large' })
})

test('a group of boxes with nothing ticked says so beside the group', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Boxes)
  await tab.getByLabel('ham').uncheck()
  await shows(tab, '[id$=toppings-error]', 'Choose a topping')
  await tab.getByLabel('figs').check()
  await shows(tab, '[id$=toppings-error]', '')
})

test('radio buttons of which I chose none say so, and the first of them gets the focus', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Boxes)
  await tab.getByText('Order').click()
  await shows(tab, '[id$=size-error]', 'Choose a size')
  await expect
    .poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).value))
    .toBe('small')
})

test('boxes and radio buttons go back to how they were when the form is reset', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Boxes)
  for (const name of ['News', 'rocket', 'Large']) await tab.getByLabel(name).check()
  await tab.getByText('Reset').click()
  await expect.poll(() => tab.getByLabel('rocket').isChecked()).toBe(false)
  for (const name of ['News', 'Large']) expect(await tab.getByLabel(name).isChecked()).toBe(false)
  expect(await tab.getByLabel('ham').isChecked()).toBe(true)
})

class Choices extends Sent {
  trip = form(
    z.object({
      country: z.string().min(1, 'Choose a country'),
      days: z.array(z.string()).min(2, 'Choose two days'),
      note: z.string().max(20, 'At most 20 letters'),
      from: z.string({ required_error: 'Choose a date' }).date(),
      price: z.number({ invalid_type_error: 'Enter a number' }).optional(),
    }),
    { initial: { country: '' } },
  )
  getTemplate() {
    const { trip } = this
    return html`<form novalidate lv-submit=${trip.submit(this.save)}>
      <select ${trip.field('country')}><option value="">–</option><option value="be">Belgium</option><option value="pt">Portugal</option></select>${trip.error('country')}
      <select multiple ${trip.field('days')}><option>Mon</option><option>Tue</option><option>Wed</option></select>${trip.error('days')}
      <textarea ${trip.field('note')}></textarea>${trip.error('note')}
      <input type="date" ${trip.field('from')}>${trip.error('from')}
      <input inputmode="decimal" type="number" step="any" ${trip.field('price')}>${trip.error('price')}
      <button>Book</button><button type="button" lv-click=${() => trip.reset()}>Reset</button>
      </form><output>${this.saved}</output>`
  }
}

test('choices, dates, numbers and long texts are sent as what they are', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Choices)
  await tab.selectOption('[name=country]', 'pt')
  await tab.selectOption('[name=days]', ['Mon', 'Wed'])
  await tab.fill('[name=note]', 'two\nlines')
  await tab.fill('[name=from]', '2026-12-24')
  await tab.fill('[name=price]', '12.50')
  await tab.getByText('Book').click()
  await isSent(tab, {
    country: 'pt',
    days: ['Mon', 'Wed'],
    note: 'two\nlines',
    from: '2026-12-24',
    price: 12.5,
  })
})

test('a number that I type with a zero behind the point stays what I typed', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Choices)
  await tab.locator('[name=price]').pressSequentially('12.50', { delay: 40 })
  await tab.keyboard.press('Tab')
  await tab.getByText('Book').click()
  await shows(tab, '[id$=country-error]', 'Choose a country')
  await holds(tab, '[name=price]', '12.50')
})

test('a number that I leave empty is no number, and no zero', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Choices)
  await tab.selectOption('[name=country]', 'pt')
  await tab.selectOption('[name=days]', ['Mon', 'Wed'])
  await tab.fill('[name=from]', '2026-12-24')
  await tab.getByText('Book').click()
  await isSent(tab, { country: 'pt', days: ['Mon', 'Wed'], note: '', from: '2026-12-24' })
})

test('a choice of several that is too small says so, and what I chose stays', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Choices)
  await tab.selectOption('[name=days]', ['Tue'])
  await shows(tab, '[id$=days-error]', 'Choose two days')
  expect(await tab.locator('[name=days]').evaluate((one) => (one as HTMLSelectElement).value)).toBe(
    'Tue',
  )
})

test('all controls are empty again after a reset', { tags: ['A21', 'form-controls'] }, async () => {
  const { tab } = await open(Choices)
  await tab.selectOption('[name=country]', 'pt')
  await tab.selectOption('[name=days]', ['Mon', 'Wed'])
  await tab.fill('[name=note]', 'a note')
  await tab.fill('[name=from]', '2026-12-24')
  await tab.fill('[name=price]', '12.50')
  await tab.getByText('Reset').click()
  for (const name of ['country', 'days', 'note', 'from', 'price'])
    await holds(tab, `[name=${name}]`, '')
  expect(await tab.locator('.lv-error').allTextContents()).toEqual(['', '', '', '', ''])
})

class Order extends Sent {
  order = form(
    z.object({
      address: z.object({ city: z.string().min(1, 'Enter a city') }),
      items: z.array(
        z.object({
          name: z.string().min(1, 'Enter a name'),
          count: z.number().min(1, 'At least one'),
        }),
      ),
    }),
    { initial: { address: { city: '' }, items: [{ name: '', count: 1 }] } },
  )
  add() {
    this.order.set('items', [...this.order.values.items!, { name: '', count: 1 }])
  }
  remove = ({ dataset }: { dataset: Record<string, string> }) => {
    this.order.set(
      'items',
      this.order.values.items!.filter((_, i) => i !== Number(dataset.at)) as never,
    )
  }
  getTemplate() {
    const { order } = this
    return html`<form id="order" novalidate lv-submit=${order.submit(this.save)}>
      <input ${order.field('address.city')}>${order.error('address.city')}
      ${each(
        order.values.items!.map((_, i) => i),
        (i) => i,
        (i) => html`<p><input ${order.field(`items[${i}].name`)}>${order.error(`items[${i}].name`)}
          <input type="number" ${order.field(`items[${i}].count`)}>${order.error(`items[${i}].count`)}
          <button type="button" data-at=${i} lv-click=${this.remove}>Remove</button></p>`,
      )}
      <button type="button" id="add" lv-click=${this.add}>Add</button></form>
      <button form="order" id="send">Order</button><output>${this.saved}</output>`
  }
}

test('an address and the lines of an order are sent as they are nested', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Order)
  await tab.fill('[name="address.city"]', 'Ghent')
  await tab.fill('[name="items[0].name"]', 'Flax')
  await tab.click('#add')
  await tab.fill('[name="items[1].name"]', 'Wool')
  await tab.fill('[name="items[1].count"]', '3')
  await tab.click('#send')
  await isSent(tab, {
    address: { city: 'Ghent' },
    items: [
      { name: 'Flax', count: 1 },
      { name: 'Wool', count: 3 },
    ],
  })
})

test('a line that is wrong says so in that line, and gets the focus', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Order)
  await tab.fill('[name="address.city"]', 'Ghent')
  await tab.fill('[name="items[0].name"]', 'Flax')
  await tab.click('#add')
  await tab.fill('[name="items[1].count"]', '0')
  await tab.click('#send')
  await shows(tab, '[id$="items[1].name-error"]', 'Enter a name')
  await shows(tab, '[id$="items[1].count-error"]', 'At least one')
  await shows(tab, '[id$="items[0].name-error"]', '')
  await expect
    .poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).name))
    .toBe('items[1].name')
})

test('a line that I remove takes its text along, the others keep theirs', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Order)
  await tab.fill('[name="items[0].name"]', 'Flax')
  await tab.click('#add')
  await tab.fill('[name="items[1].name"]', 'Wool')
  await tab.getByText('Remove').first().click()
  await expect.poll(() => tab.locator('p').count()).toBe(1)
  await holds(tab, '[name="items[0].name"]', 'Wool')
})

class Outside extends Sent {
  search = form(z.object({ words: z.string().min(1, 'Enter words'), scope: z.string() }))
  getTemplate() {
    const { search } = this
    return html`<input form="s" ${search.field('words')}>${search.error('words')}
      <form id="s" lv-submit=${search.submit(this.save)}><button>Search</button></form>
      <select form="s" ${search.field('scope')}><option>all</option><option>mine</option></select>
      <output>${this.saved}</output>`
  }
}

test('fields that stand outside of their form are sent with it', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Outside)
  await tab.fill('[name=words]', 'linen')
  await tab.keyboard.press('Enter')
  await isSent(tab, { words: 'linen', scope: 'all' })
})

class Steps extends Sent {
  step = 1
  account = form(
    z
      .object({ kind: z.enum(['person', 'company']), vat: z.string().min(3, 'Enter the number') })
      .or(z.object({ kind: z.literal('person'), vat: z.undefined().or(z.literal('')) })),
    { initial: { kind: 'person' } },
  )
  getTemplate() {
    const { account } = this
    return html`<form lv-submit=${account.submit(this.save)}>
      <select ${account.field('kind')}><option>person</option><option>company</option></select>
      ${account.values.kind === 'company' ? html`<input ${account.field('vat')}>${account.error('vat')}` : ''}
      <button>Save</button></form><output>${this.saved}</output>`
  }
}

test('a field that comes with a choice is there at once and is checked too', {
  tags: ['A21', 'form-controls'],
}, async () => {
  const { tab } = await open(Steps)
  expect(await tab.locator('[name=vat]').count()).toBe(0)
  await tab.selectOption('[name=kind]', 'company')
  await tab.fill('[name=vat]', 'BE 0123')
  await tab.getByText('Save').click()
  await isSent(tab, { kind: 'company', vat: 'BE 0123' })
})

class Changes extends LiveComponent {
  said: string[] = []
  heard({ name, value }: { name: string; value: string }) {
    this.said.push(`${name}=${value}`)
  }
  getTemplate() {
    return html`<form lv-change=${this.heard}><input name="a"><input name="b"></form><output>${this.said.join(' ')}</output>`
  }
}

test('one handler on a form knows which field I changed', {
  tags: ['A7', 'event-names'],
}, async () => {
  const { tab } = await open(Changes)
  await tab.fill('[name=a]', '1')
  await tab.keyboard.press('Tab')
  await tab.fill('[name=b]', '2')
  await tab.keyboard.press('Tab')
  await shows(tab, 'output', 'a=1 b=2')
})
