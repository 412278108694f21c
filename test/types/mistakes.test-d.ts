/** Mistakes that the compiler must find: `tsc` fails when one of these lines is no error any more. Never run. */
import {
  each,
  html,
  Layout,
  LiveComponent,
  type LiveEvent,
  mount,
  page,
  provided,
  stream,
} from '../../engine/index.ts'
import { fileStore, serve } from '../../engine/server/index.ts'
import { byRole, step, visit } from '../../engine/testing/index.ts'

class Card extends LiveComponent<{ title: string; size?: number }> {
  getTemplate() {
    // @ts-expect-error props are read-only
    this.props.title = 'other'
    // @ts-expect-error there is no such prop
    return html`<p>${this.props.titel}</p>`
  }
}

class Plain extends LiveComponent {
  getTemplate() {
    return html`<p></p>`
  }
}

class Handlers extends LiveComponent {
  items = [{ id: 1, name: 'Warp' }]
  rename(_event: { title: string }) {}
  number(_event: { value: number }) {}
  two(_event: LiveEvent, _second: string) {}
  async save(_event: LiveEvent) {}

  right() {
    return [
      html`<p lv-click=${this.save} lv-input=${(event) => event.value.length}></p>`,
      html`<p lv-keydown=${({ key, ctrl }: { key: string; ctrl?: boolean }) => `${key} ${ctrl}`}></p>`,
      html`<p .items=${this.items} .options=${{ wide: true }} .when=${new Date(0)} ?hidden=${true}></p>`,
      html`<p>${'text'} ${1} ${1n} ${null} ${undefined} ${this.items.length > 1 && 'many'}</p>`,
      html`<ul>${each(
        this.items,
        ({ id }) => id,
        ({ name }) => html`<li>${name}</li>`,
      )}</ul>`,
      html`${mount(Card, { title: 'Warp', key: 1 })}${mount(Plain)}`,
    ]
  }

  wrong() {
    // @ts-expect-error no event has a title
    html`<p lv-click=${this.rename}></p>`
    // @ts-expect-error the value of a field is a text
    html`<p lv-input=${this.number}></p>`
    // @ts-expect-error a handler is given one thing
    html`<p lv-click=${this.two}></p>`
    // @ts-expect-error no event has this
    html`<p lv-click=${(event) => event.valeu}></p>`
    // @ts-expect-error a promise is no view
    html`<p>${this.save}${Promise.resolve('later')}</p>`
    // @ts-expect-error a component is mounted
    html`<p>${Card}</p>`
    // @ts-expect-error a symbol shows nothing
    html`<p>${Symbol('no')}</p>`
    const row = () => html`<li></li>`
    // @ts-expect-error a key is a text or a number
    each(this.items, (item) => item, row)
    // @ts-expect-error items have no such field
    each(this.items, ({ uid }) => uid, row)
    const id = (item: { id: number }) => item.id
    const text = () => 'text'
    // @ts-expect-error a row is a view
    each(this.items, id, text)
    // @ts-expect-error a number is no deadline's method
    this.after(100, 5)
    // @ts-expect-error a topic is a text
    this.publish(7, 'hello')
    // @ts-expect-error a receiver takes one message, its topic and its cursor
    this.subscribe('room', (_message: string, _topic: string, _cursor: string, _more: string) => {})
    // @ts-expect-error the light is on or off
    this.provide(Light, 'dim')
    // @ts-expect-error a title is a text
    this.title(5)
  }

  getTemplate() {
    return html`${this.right()[0]}`
  }
}

const Light = provided<'on' | 'off'>('light', 'off')

export function mounts() {
  // @ts-expect-error there is no such prop
  mount(Card, { titel: 'Warp' })
  // @ts-expect-error the title is a text
  mount(Card, { title: 5 })
  // @ts-expect-error the title must be there
  mount(Card)
  // @ts-expect-error a key is a text or a number
  mount(Plain, { key: {} })
  // @ts-expect-error an object is no component
  mount({ getTemplate: () => '' })
}

export function pages() {
  page('/', Card, { props: { title: 'Warp' } })
  page('/', Plain)
  page('/', () => new Plain(), { title: 'Plain' })
  // @ts-expect-error the title must be there
  page('/', Card)
  // @ts-expect-error there is no such prop
  page('/', Card, { props: { titel: 'Warp' } })
  // @ts-expect-error there is no such option
  page('/', Plain, { titel: 'Plain' })
  // @ts-expect-error a path is a text
  page(7, Plain)
  // @ts-expect-error pages are made by page()
  serve({ pages: [Plain] })
  // @ts-expect-error a port is a number
  serve({ pages: [page('/', Plain)], port: '3000' })
  // @ts-expect-error the folder must be there
  serve({ pages: [page('/', Plain)], store: fileStore() })
}

export async function visits() {
  await visit(Card, { props: { title: 'Warp' } })
  // @ts-expect-error the title must be there
  await visit(Card)
  // @ts-expect-error the title is a text
  await visit(Card, { props: { title: 5 } })
  // @ts-expect-error there is no such option
  await visit(Plain, { sed: 1 })
  const tab = await visit(new Layout('home', { html: '<main lv-region="main"></main>' }))
  // @ts-expect-error a click wants to know where
  await tab.click()
  // @ts-expect-error levels are numbers
  tab.has(byRole('heading', { level: '2' }))
  // @ts-expect-error messages are told apart by their kind
  tab.messages.filter(({ kind }) => kind === 'said')
  // @ts-expect-error a step does something
  step('id', 'title')
}

export function layouts() {
  new Layout('home', {
    html: '<p id="news"></p>',
    onEventIn(message) {
      // @ts-expect-error what a message is, is to be checked
      this.driver.setText(message)
      // @ts-expect-error a layout has no such thing
      this.drive()
    },
  })
  // @ts-expect-error a region shows a component
  new Layout('home', { html: '', components: { main: 'Card' } })
  // @ts-expect-error there is no such handler
  new Layout('home', { html: '', onMessage() {} })
}

export class Streams extends LiveComponent {
  rows = stream((row: { id: number }) => row.id, { refill: () => [] })
  wrong() {
    // @ts-expect-error a row is what the key is read of
    this.rows.append({ uid: 1 })
    // @ts-expect-error rows go by their keys
    this.rows.delete('first')
    // @ts-expect-error its rows come back from somewhere
    return stream((row: { id: number }) => row.id, {})
  }
  getTemplate() {
    return html`<ol>${each(this.rows, (row) => html`<li>${row.id}</li>`)}</ol>`
  }
}

export { Handlers }
