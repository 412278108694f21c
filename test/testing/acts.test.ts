/** What a visitor does in the kit is what a browser makes of it: which events, in which order, with what in them. */
import { expect, test } from 'vitest'
import { html, LiveComponent, type LiveEvent } from '../../engine/index.ts'
import { byLabel, byPlaceholder, byRole, byText, visit } from '../../engine/testing/index.ts'

class Told extends LiveComponent {
  told: string[] = []
  tell(what: string) {
    return () => this.told.push(what)
  }
  getTemplate() {
    return html``
  }
}

test('the mouse comes over from the outside in, and leaves from the inside out', {
  tags: ['A7', 'A23', 'kit-events'],
}, async () => {
  class Nested extends Told {
    getTemplate() {
      return html`<main>
        <div lv-mouseenter=${this.tell('outer in')} lv-mouseleave=${this.tell('outer out')}>
          <b lv-mouseenter=${this.tell('inner in')} lv-mouseleave=${this.tell('inner out')}>Inside</b>
        </div>
        <i lv-mousemove=${this.tell('moved')}>Outside</i>
      </main>`
    }
  }
  const tab = await visit(Nested)
  await tab.hover(byText('Inside'))
  await tab.hover(byText('Inside'))
  await tab.hover(byText('Outside'))
  expect(tab.state.told).toEqual(['outer in', 'inner in', 'inner out', 'outer out', 'moved'])
})

test('a double click is two clicks and one more event', { tags: ['A7', 'A23'] }, async () => {
  class Twice extends Told {
    getTemplate() {
      return html`<p lv-click=${this.tell('click')} lv-dblclick=${this.tell('dblclick')}>Here</p>`
    }
  }
  const tab = await visit(Twice)
  await tab.dblclick(byText('Here'))
  expect(tab.state.told).toEqual(['click', 'click', 'dblclick'])
})

class Board extends Told {
  dragged = ''
  getTemplate() {
    return html`<main>
      <i draggable="true" data-card="7" lv-dragend=${this.tell('end')} lv-dragstart=${({
        dataset,
      }: LiveEvent) => {
        this.dragged = dataset.card!
      }}>Card</i>
      <section aria-label="Done" lv-drop=${() => this.told.push(`drop ${this.dragged}`)}></section>
      <p>Elsewhere</p>
      <a href="/">Home</a>
    </main>`
  }
}

test('what is dragged is dropped where something takes it', {
  tags: ['A7', 'A23', 'kit-events'],
}, async () => {
  const tab = await visit(Board)
  await tab.drag(byText('Card'), byRole('region', { name: 'Done' }))
  expect(tab.state.told).toEqual(['drop 7', 'end'])
})

test('keys drag too: picked up, taken to a place, dropped; Escape and Tab put it back', {
  tags: ['A7', 'A23'],
}, async () => {
  const tab = await visit(Board)
  for (const key of [' ', 'ArrowRight', 'Enter']) await tab.press(byText('Card'), key)
  expect(tab.state.told).toEqual(['drop 7', 'end'])
  for (const key of ['Enter', 'ArrowRight', 'Escape']) await tab.press(byText('Card'), key)
  for (const key of [' ', 'ArrowRight', 'Tab']) await tab.press(byText('Card'), key)
  expect(tab.state.told).toEqual(['drop 7', 'end', 'end', 'end'])
})

test.each([
  [
    'drag what is not draggable',
    byText('Elsewhere'),
    byRole('region'),
    'the <p> “Elsewhere”: neither it nor anything around it is draggable.',
  ],
  [
    'drag to where nothing takes it',
    byText('Card'),
    byText('Elsewhere'),
    'the <i> “Card”: nothing takes it at the <p> “Elsewhere”: there is no lv-drop.',
  ],
])('to %s is refused with a sentence', { tags: ['A23'] }, async (_, what, onto, sentence) => {
  const tab = await visit(Board)
  await expect(tab.drag(what, onto)).rejects.toThrow(sentence)
  expect(tab.state.told).toEqual([])
})

class Choice extends LiveComponent {
  sent: object = {}
  getTemplate() {
    return html`<form lv-submit=${({ form }: LiveEvent) => {
      this.sent = form
    }}>
      <label for="colours">Colours</label>
      <select id="colours" name="colours" multiple>
        <option value="r" selected>Red</option>
        <option value="g">Green</option>
        <option value="b">Blue</option>
      </select>
      <label for="size">Size</label>
      <select id="size" name="size"><option>S</option><option>L</option></select>
      <input name="note" placeholder="A note" value="none" />
      <button>Send</button>
      <button type="reset">Start over</button>
    </form>`
  }
}

test('a select with multiple sends all that is chosen, by label or value', {
  tags: ['A7', 'A23', 'kit-events'],
}, async () => {
  const tab = await visit(Choice)
  await tab.select(byLabel('Colours'), 'Green', 'b')
  await tab.select(byLabel('Size'), 'L')
  await tab.click(byRole('button', { name: 'Send' }))
  expect(tab.state.sent).toEqual({ colours: ['g', 'b'], size: 'L', note: 'none' })
})

test('a reset gives back what the markup says', { tags: ['A7', 'A23'] }, async () => {
  const tab = await visit(Choice)
  await tab.select(byLabel('Colours'), 'Blue')
  await tab.fill(byPlaceholder('A note'), 'hurry')
  await tab.click(byRole('button', { name: 'Start over' }))
  await tab.submit()
  expect(tab.state.sent).toEqual({ colours: 'r', size: 'S', note: 'none' })
})

test('two options for a select that takes one are refused', { tags: ['A23'] }, async () => {
  const tab = await visit(Choice)
  await expect(tab.select(byLabel('Size'), 'S', 'L')).rejects.toThrow(
    'the combobox “Size”: it takes one option, not 2.',
  )
})

test('Tab takes the focus on and Shift+Tab back, and what is hidden or disabled is passed over', {
  tags: ['A7', 'A23', 'kit-events'],
}, async () => {
  class Stops extends LiveComponent {
    getTemplate() {
      return html`<main>
        <button>One</button><button disabled>Off</button><button hidden>Hidden</button>
        <button tabindex="-1">Skipped</button><a href="/two">Two</a>
      </main>`
    }
  }
  const tab = await visit(Stops)
  await tab.focus(byText('One'))
  await tab.press(byText('One'), 'Tab')
  expect(tab.focused(byText('Two'))).toBe(true)
  await tab.press(byText('Two'), 'Shift+Tab')
  expect(tab.focused(byText('One'))).toBe(true)
})

test('focus and blur are heard where they are and, as focusin, around it', {
  tags: ['A7', 'A23'],
}, async () => {
  class Focus extends Told {
    getTemplate() {
      return html`<main lv-focus=${this.tell('never')} lv-focusin=${this.tell('in')} lv-focusout=${this.tell('out')}>
        <input aria-label="Field" lv-focus=${this.tell('focus')} lv-blur=${this.tell('blur')} />
      </main>`
    }
  }
  const tab = await visit(Focus)
  await tab.focus(byLabel('Field'))
  await tab.blur()
  expect(tab.state.told).toEqual(['focus', 'in', 'blur', 'out'])
})

test('any event is fired with what it carries', { tags: ['A7', 'A23', 'kit-events'] }, async () => {
  class Pad extends LiveComponent {
    seen: unknown[] = []
    getTemplate() {
      return html`<div
        id="pad"
        lv-pointermove=${({ x, y }: LiveEvent) => this.seen.push([x, y])}
        lv-rated=${({ detail }: LiveEvent) => this.seen.push(detail)}
      ></div>`
    }
  }
  const tab = await visit(Pad)
  await tab.fire('#pad', 'pointermove', { x: 3, y: 4 })
  await tab.fire('#pad', 'rated', { detail: { stars: 5 } })
  expect(tab.state.seen).toEqual([[3, 4], { stars: 5 }])
})

test('Enter in a checkbox sends the form and leaves the box as it is', {
  tags: ['A7', 'A23'],
}, async () => {
  class Agree extends Told {
    getTemplate() {
      return html`<form lv-submit=${this.tell('submit')}><label><input type="checkbox" /> Agree</label><button>Send</button></form>`
    }
  }
  const tab = await visit(Agree)
  await tab.press(byRole('checkbox'), 'Enter')
  expect(tab.state.told).toEqual(['submit'])
  expect(tab.checked(byRole('checkbox'))).toBe(false)
})

class Strict extends Told {
  getTemplate() {
    return html`<form lv-submit=${this.tell('submit')} lv-input=${({ value }: LiveEvent) => this.told.push(value)}>
      <label>Code <input pattern="[A-Z]+" maxlength="3" /></label>
      <label>Mail <input type="email" /></label>
      <label>Size <select><option disabled>XS</option><option>S</option></select></label>
      <button>Send</button>
    </form>`
  }
}

test.each([
  ['Code', 'abc', 'the field “Code” holds “abc” which does not match its pattern.'],
  ['Mail', 'nobody', 'the field “Mail” holds “nobody” which is not of its type.'],
])(
  'a form is not sent while %s is %s, and the sentence says why',
  { tags: ['A7', 'A23'] },
  async (label, text, why) => {
    const tab = await visit(Strict)
    await tab.fill(byLabel(label), text)
    await expect(tab.click(byRole('button'))).rejects.toThrow(why)
    await expect(tab.press(byLabel(label), 'Enter')).rejects.toThrow(why)
    await expect(tab.submit()).rejects.toThrow(why)
    expect(tab.state.told).toEqual([text])
  },
)

test('a field takes no more letters than it may hold', { tags: ['A7', 'A23'] }, async () => {
  const tab = await visit(Strict)
  await tab.fill(byLabel('Code'), 'ABCD')
  await tab.press(byLabel('Code'), 'E')
  expect(tab.value(byLabel('Code'))).toBe('ABC')
})

test('an option that is disabled is refused with a sentence', { tags: ['A23'] }, async () => {
  const tab = await visit(Strict)
  await expect(tab.select(byLabel('Size'), 'XS')).rejects.toThrow('its option “XS” is disabled.')
})

test('a field that was left after typing follows the state, as one that has the focus does', {
  tags: ['A7', 'A23', 'kit-events'],
}, async () => {
  class Notes extends LiveComponent {
    note = ''
    write = (event: LiveEvent) => {
      this.note = event.value
    }
    send = () => {
      this.note = ''
    }
    getTemplate() {
      return html`<main>
        <input aria-label="Note" value=${this.note} lv-input=${this.write} />
        <button lv-click=${this.send}>Send</button>
      </main>`
    }
  }
  const tab = await visit(Notes)
  for (let time = 1; time <= 2; time += 1) {
    await tab.fill(byLabel('Note'), 'Two loaves')
    await tab.click(byRole('button'))
    expect(tab.value(byLabel('Note'))).toBe('')
  }
})

test('a box whose press is heard as a click follows the state from then on', {
  tags: ['A7', 'A23', 'kit-events'],
}, async () => {
  class Box extends LiveComponent {
    isOn = false
    turnOn = () => {
      this.isOn = true
    }
    turnOff = () => {
      this.isOn = false
    }
    getTemplate() {
      return html`<main>
        <input type="checkbox" aria-label="On" checked=${this.isOn} lv-click=${this.turnOn} />
        <button lv-click=${this.turnOff}>Off</button>
      </main>`
    }
  }
  const tab = await visit(Box)
  for (let time = 1; time <= 2; time += 1) {
    await tab.click(byLabel('On'))
    expect(tab.checked(byLabel('On'))).toBe(true)
    await tab.click(byRole('button'))
    expect(tab.checked(byLabel('On'))).toBe(false)
  }
})

test('a form that nobody hears is named: a browser would load the page again', {
  tags: ['A7', 'A23'],
}, async () => {
  class Unheard extends LiveComponent {
    sent = 0
    send() {
      this.sent += 1
    }
    getTemplate() {
      return html`<form id="forgotten"><input aria-label="Name"><button>Send</button></form>
        <form lv-submit=${this.send}><button>Save</button></form>
        <form action="/search"><button>Search</button></form>
        <form method="dialog"><button>Close</button></form>`
    }
  }
  const tab = await visit(Unheard)
  const unheard =
    'Expected an element to submit, received the form “Send”: it has no lv-submit, so a browser loads the page again and what was typed is lost. Write <form lv-submit=${…}>.'
  await expect(tab.click(byRole('button', { name: 'Send' }))).rejects.toThrow(unheard)
  await expect(tab.press(byLabel('Name'), 'Enter')).rejects.toThrow(unheard)
  await expect(tab.submit('#forgotten')).rejects.toThrow(unheard)
  for (const name of ['Save', 'Search', 'Close']) await tab.click(byRole('button', { name }))
  expect(tab.state.sent).toBe(1)
})
