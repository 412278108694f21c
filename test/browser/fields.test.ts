/** Fields: what the server says and what the visitor types. Each title is what a visitor would say. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { each, html, LiveComponent } from '../../engine/index.ts'
import type { LiveEvent } from '../../engine/template/template-value.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()
const shows = (tab: Page, selector: string, text: string) =>
  tab.waitForFunction(
    ([at, wanted]) => document.querySelector(at!)?.textContent === wanted,
    [selector, text],
  )
const holds = (tab: Page, selector: string, value: unknown) =>
  expect
    .poll(() => tab.locator(selector).evaluate((field) => (field as HTMLInputElement).value), {
      timeout: 10_000,
    })
    .toBe(value)

class Numbers extends LiveComponent {
  price = 0
  level = 3
  day = '2024-02-29'
  clamped = 0
  setPrice = (e: LiveEvent) => {
    this.price = Number(e.value)
  }
  setLevel = (e: LiveEvent) => {
    this.level = Number(e.value)
  }
  setDay = (e: LiveEvent) => {
    this.day = e.value
  }
  clamp = (e: LiveEvent) => {
    this.clamped = Math.min(10, Number(e.value))
  }
  getTemplate() {
    return html`<main>
      <input id="price" type="number" step="any" value=${this.price} lv-input=${this.setPrice}><b>${this.price}</b>
      <input id="clamp" type="number" value=${this.clamped} lv-input=${this.clamp}><i>${this.clamped}</i>
      <input id="level" value=${150 + this.level} type="range" min=${0} max=${200}>
      <input id="day" type="date" value=${this.day} lv-input=${this.setDay}>
    </main>`
  }
}

test('a price that I type with a zero behind the point stays what I type', async () => {
  const { tab } = await open(Numbers)
  await tab.press('#price', 'ControlOrMeta+A')
  await tab.locator('#price').pressSequentially('20.05', { delay: 60 })
  await shows(tab, 'b', '20.05')
  await holds(tab, '#price', '20.05')
  await tab.press('#price', 'ControlOrMeta+A')
  await tab.locator('#price').pressSequentially('-1e2', { delay: 60 })
  await shows(tab, 'b', '-100')
  await holds(tab, '#price', '-1e2')
})

test('a number that is too large is put back each time, not only the first', async () => {
  const { tab } = await open(Numbers)
  for (const typed of ['55', '99', '123']) {
    await tab.fill('#clamp', typed)
    await holds(tab, '#clamp', '10')
  }
  await shows(tab, 'i', '10')
})

test('a slider shows its value whatever the order of its attributes', async () => {
  const { tab } = await open(Numbers)
  await holds(tab, '#level', '153')
})

class Form extends LiveComponent {
  amount = 10
  color = 'red'
  ticks = 0
  agree = true
  change = (e: LiveEvent) => {
    this.amount = Math.min(10, Number(e.form.amount))
  }
  pick = (e: LiveEvent) => {
    this.ticks++
    if (e.value !== 'blue') this.color = e.value
  }
  keep = () => {
    this.ticks++
  }
  getTemplate() {
    return html`<main>
      <form lv-input=${this.change}><input id="amount" name="amount" value=${this.amount}><input id="free" name="free"></form>
      ${['red', 'green', 'blue'].map((one) => html`<input type="radio" name="color" id=${one} value=${one} checked=${one === this.color} lv-change=${this.pick}>`)}
      <input type="checkbox" id="agree" checked=${this.agree} lv-change=${this.keep}>
      <select id="size" value=${this.color} lv-change=${this.pick}><option>red</option><option>green</option><option>blue</option></select>
      <b>${this.ticks}</b>
    </main>`
  }
}

test('a form that clamps what I type shows the clamped number each time, and leaves its other fields alone', async () => {
  const { tab } = await open(Form)
  await tab.fill('#free', 'mine')
  for (const typed of ['55', '99', '77']) {
    await tab.fill('#amount', typed)
    await holds(tab, '#amount', '10')
  }
  await holds(tab, '#free', 'mine')
})

test('a choice that is refused is shown back: radio buttons, a box, a select', async () => {
  const { tab } = await open(Form)
  await tab.click('#blue')
  await shows(tab, 'b', '1')
  await expect.poll(() => tab.isChecked('#red')).toBe(true)
  await tab.click('#green')
  await shows(tab, 'b', '2')
  await tab.click('#blue')
  await shows(tab, 'b', '3')
  await expect.poll(() => tab.isChecked('#green')).toBe(true)
  await tab.click('#agree')
  await shows(tab, 'b', '4')
  await expect.poll(() => tab.isChecked('#agree')).toBe(true)
  await tab.click('#agree')
  await shows(tab, 'b', '5')
  await expect.poll(() => tab.isChecked('#agree')).toBe(true)
  await tab.selectOption('#size', 'blue')
  await shows(tab, 'b', '6')
  await holds(tab, '#size', 'green')
  await tab.selectOption('#size', 'blue')
  await shows(tab, 'b', '7')
  await holds(tab, '#size', 'green')
})

class Choices extends LiveComponent {
  options: string[] = []
  value = 'b "quoted" & <so>'
  many = ['y', 'z']
  text = '\n</textarea> first\r\nsecond'
  saved = ''
  load = () => {
    this.options = ['a', 'b "quoted" & <so>', 'c']
  }
  front = () => {
    this.options.unshift('new')
  }
  save = (e: LiveEvent) => {
    this.saved = JSON.stringify(e.form)
  }
  pickMany = (e: LiveEvent) => {
    this.many = e.values.filter((one) => one !== 'x')
  }
  getTemplate() {
    return html`<main>
      <button id="load" lv-click=${this.load}>load</button><button id="front" lv-click=${this.front}>front</button>
      <select id="late" value=${this.value}>${this.options.map((one) => html`<option>${one}</option>`)}</select>
      <select id="here" value=${this.value}><option title="a > b">a</option><option>  b   "quoted" &amp; &lt;so> </option></select>
      <select id="many" multiple value=${this.many} lv-change=${this.pickMany}>${each(
        ['x', 'y', 'z'],
        (x) => x,
        (x) => html`<option value=${x}>${x}!</option>`,
      )}</select>
      <form lv-submit=${this.save}><textarea id="text" name="text" value=${this.text} rows="3"></textarea><button id="save">save</button></form>
      <p>${this.saved}</p><b>${this.many.join()}</b><i>${this.options.length}</i>
    </main>`
  }
}

test('a select shows its value when its options come later, and when one more comes in front', async () => {
  const { tab } = await open(Choices)
  await holds(tab, '#here', 'b "quoted" & <so>')
  await tab.click('#load')
  await shows(tab, 'i', '3')
  await holds(tab, '#late', 'b "quoted" & <so>')
  await tab.click('#front')
  await shows(tab, 'i', '4')
  await holds(tab, '#late', 'b "quoted" & <so>')
})

class Stock extends LiveComponent {
  colors = ['red', 'green']
  color = 'red'
  heard: string[] = []
  setStock = (colors: string) => {
    this.colors = colors.split(' ')
  }
  getTemplate() {
    const { color, colors } = this
    const options = () =>
      each(
        colors,
        (one) => one,
        (one) => html`<option>${one}</option>`,
      )
    return html`<main>
      <button id="gone" lv-click=${() => this.setStock('sold-out green blue')}>gone</button>
      <button id="again" lv-click=${() => this.setStock('sold-out red blue')}>again</button>
      <button id="other" lv-click=${() => {
        this.color = 'violet'
      }}>other</button>
      <form><select id="plain" value=${color} lv-change=${(e: LiveEvent) => {
        this.heard.push(e.value)
      }}>
        <optgroup label="-" disabled><option>never</option></optgroup>${options()}</select></form>
      <select id="first" value=${color}><option disabled>pick one</option>${options()}</select>
      <select id="long" size="3" value=${color}>${options()}</select>
      <select id="renamed" value=${color}><option>none</option><option>${colors.includes('red') ? 'red' : 'rot'}</option></select>
      <b>${colors.join()}</b><i>${color}</i><p>${this.heard.join()}</p>
    </main>`
  }
}

test('a select whose value is not among its options shows what a reload would, and its value once it is there again', async () => {
  const { tab } = await open(Stock)
  const all = async (wanted: string[]) => {
    for (const [i, id] of ['plain', 'first', 'long', 'renamed'].entries())
      await holds(tab, `#${id}`, wanted[i])
  }
  await all(['red', 'red', 'red', 'red'])
  await tab.click('#gone')
  await shows(tab, 'b', 'sold-out,green,blue')
  await all(['sold-out', 'sold-out', '', 'none'])
  await tab.click('#again')
  await shows(tab, 'b', 'sold-out,red,blue')
  await all(['red', 'red', 'red', 'red'])
  await tab.click('#other')
  await shows(tab, 'i', 'violet')
  await all(['sold-out', 'sold-out', '', 'none'])
  // Nobody has chosen anything: leaving the field tells no handler.
  await tab.focus('#plain')
  await tab.focus('#first')
  await tab.click('#again')
  await shows(tab, 'p', '')
  await all(['sold-out', 'sold-out', '', 'none'])
})

test('a select of many shows all that are chosen, says all that I choose, and takes a refusal back', async () => {
  const { tab } = await open(Choices)
  const chosen = () =>
    tab
      .locator('#many')
      .evaluate((one) =>
        Array.from((one as HTMLSelectElement).selectedOptions, (o) => o.value).join(),
      )
  expect(await chosen()).toBe('y,z')
  await tab.selectOption('#many', ['x', 'y'])
  await shows(tab, 'b', 'y')
  await expect.poll(chosen).toBe('y')
  await tab.selectOption('#many', ['x', 'y'])
  await expect.poll(chosen).toBe('y')
})

test('a text area that was given its text as value is painted with it, and saving it untouched keeps it', async () => {
  const { server, tab } = await open(Choices)
  const painted = await (await fetch(server.address)).text()
  expect(painted).toContain('>\n\n&lt;/textarea&gt; first\nsecond</textarea>')
  await tab.click('#save')
  await shows(tab, 'p', JSON.stringify({ text: '\n</textarea> first\nsecond' }))
})

class Pushed extends LiveComponent {
  heading = 'first'
  note = 'first'
  connected() {
    this.subscribe('fields', (message) => {
      this.heading = this.note = String(message)
    })
  }
  send = () => {
    this.publish('fields', 'pushed')
  }
  submit = () => {}
  getTemplate() {
    return html`<main>
      <input id="title" value=${this.heading}><textarea id="note" value=${this.note}></textarea><b>${this.heading}</b>
      <form lv-submit=${this.submit}><input id="own" value=${this.heading}><button id="go">go</button><button type="reset" id="reset">reset</button></form>
      <button id="send" lv-click=${this.send}>send</button>
    </main>`
  }
}

test('what I type where nobody listens stays when news come, until I reset or send it', async () => {
  const { tab } = await open(Pushed)
  await tab.fill('#title', 'mine')
  await tab.fill('#own', 'mine too')
  await tab.evaluate(() => document.querySelector<HTMLElement>('#send')!.click())
  await shows(tab, 'b', 'pushed')
  await holds(tab, '#title', 'mine')
  await holds(tab, '#own', 'mine too')
  await holds(tab, '#note', 'pushed')
  await tab.click('#reset')
  await holds(tab, '#own', 'pushed')
  await tab.fill('#own', 'mine again')
  await tab.click('#go')
  await holds(tab, '#own', 'pushed')
})

class Trim extends LiveComponent {
  /** What was heard so far waits for this. */
  static gate: Promise<void>
  static heard = 0
  v = ''
  trim = async (e: LiveEvent) => {
    Trim.heard++
    await Trim.gate
    this.v = e.value.trimEnd()
  }
  getTemplate() {
    return html`<main><input value=${this.v} lv-input=${this.trim} lv-debounce="50"><p>${this.v}</p></main>`
  }
}

test('what I type while the answer to older typing is under way is never replaced by it', async () => {
  const { tab } = await open(Trim)
  let answer = () => {}
  Trim.gate = new Promise((resolve) => {
    answer = resolve
  })
  await tab.fill('input', 'x ')
  await expect.poll(() => Trim.heard).toBe(1)
  await tab.locator('input').press('End')
  await tab.locator('input').pressSequentially('y')
  answer()
  await shows(tab, 'p', 'x y')
  await holds(tab, 'input', 'x y')
})

class Failing extends LiveComponent {
  name = 'old'
  presses = 0
  save = (e: LiveEvent) => {
    if (e.value === 'bad') throw new Error('not this')
    this.name = e.value.toUpperCase()
  }
  press = () => {
    this.name = 'pushed'
    this.presses++
  }
  getTemplate() {
    return html`<main><input value=${this.name} lv-change=${this.save}><button lv-click=${this.press}>p</button><p>${this.name}</p><b>${this.presses}</b></main>`
  }
}

test('text whose handler failed stays, and counts once it is taken', async () => {
  const { tab } = await open(Failing)
  await tab.fill('input', 'bad')
  await tab.locator('input').blur()
  await tab.click('button')
  await shows(tab, 'b', '1')
  await holds(tab, 'input', 'bad')
  await tab.fill('input', 'good')
  await tab.locator('input').blur()
  await shows(tab, 'p', 'GOOD')
  await holds(tab, 'input', 'GOOD')
})

class Chooser extends LiveComponent {
  isOpen = false
  choice = 'b'
  heard = 0
  open = () => {
    this.isOpen = true
  }
  choose = ({ value }: { value: string }) => {
    this.heard++
    this.choice = value
  }
  getTemplate() {
    const options = ['a', 'b'].map((one) => html`<option>${one}</option>`)
    return html`<button lv-click=${this.open}>open</button><output>${this.heard}</output>
      ${this.isOpen ? html`<select value=${this.choice} lv-change=${this.choose}>${options}</select>` : ''}`
  }
}

test('a choice that comes into a page without fields shows its value, and nobody is told that I chose another', async () => {
  const { tab, complaints } = await open(Chooser)
  await tab.click('button')
  await tab.waitForFunction(() => document.querySelector('select')?.value === 'b')
  // Whatever was told by then is answered before this.
  await tab.selectOption('select', 'a')
  await tab.waitForFunction(() => document.querySelector('output')!.textContent !== '0')
  expect(await tab.textContent('output')).toBe('1')
  expect(complaints).toEqual([])
})
