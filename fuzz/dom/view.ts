/** Components that show parts: the templates under test are built by hand and given to the real tags. */
import {
  html,
  LiveComponent,
  type LiveEvent,
  type Mount,
  mount,
  type Rendered,
  type View,
} from '../../engine/index.ts'
import type { Diary, Told } from './diary.ts'
import { editPart } from './edits.ts'
import { Book, Leaf, literals } from './leaf.ts'
import { type HandlerSlot, painter, taken } from './paint.ts'
import type { Part, Value } from './parts.ts'
import type { Pool } from './pool.ts'
import type { Context } from './shape.ts'

/** What is asked of the root component beside edits. */
export type Say = 'push' | 'drive' | 'read'

interface ChildProps {
  id: string
  context: Context
  path: string
  part: Part
  label: string
  slot?: Rendered
}

/** A class of root components of its own for each process of each tab. */
export function rootComponent(first: Part, pool: Pool, diary: Diary) {
  literals.pool = pool
  class Child extends LiveComponent<ChildProps> {
    own: Part | null = null
    /** Without a key it stays while its parent gives it another name, which its slot is then marked with. */
    readonly #names = new Set<string>()
    start() {
      this.own = structuredClone(this.props.part)
    }
    connected() {
      const { id } = this.own!
      diary.lives(id)
      this.subscribe(`edit-${id}`, (told: Told) => edited(this.own!, told))
    }
    unmounted() {
      for (const id of this.#names) diary.dies(id)
    }
    getTemplate(): View {
      const { id, context, path, label, slot } = this.props
      const born = this.own?.id ?? id
      this.#names.add(id).add(born)
      const own = this.own ? painting(born).part(this.own, context, path) : ''
      if (context !== 'flow') return own
      return html`<x-child data-p=${`${path}/child`} title=${label}>${own}${label}${slot}</x-child>`
    }
  }

  class Root extends LiveComponent {
    root = structuredClone(first)
    connected() {
      diary.lives('root')
      this.subscribe('edit-root', (told: Told) => edited(this.root, told))
      this.subscribe('say', ({ say, n }: { say: Say; n: number }) => this.say(say, n))
    }
    async say(say: Say, n: number) {
      diary.happened(`${say} ${n}`)
      if (say === 'push') this.push('note', { n })
      else if (say === 'drive') this.driver.getDriverById('side').setText(`side ${n}`)
      else diary.read(await this.driver.getText('side').catch(() => undefined))
    }
    getTemplate() {
      this.provide(Book, diary)
      return html`<div data-p="root">${painting('root').part(this.root, 'flow', 'root')}</div><aside id="side">side</aside>`
    }
  }
  return Root

  function edited(part: Part, { edit, number }: Told) {
    diary.happened(`edit ${number} of ${part.id}`)
    editPart(part, edit, pool)
  }

  function painting(owner: string) {
    return painter({ owner, pool, feature: diary.feature, handlerOf, childOf })
  }

  function handlerOf(shown: Part, valueSlot: HandlerSlot, mark: string) {
    return ({ value, idempotencyKey }: LiveEvent) => {
      diary.hit(idempotencyKey, mark)
      taken(shown, valueSlot, value)
    }
  }

  function childOf({ rows, flag, n, text }: Value, context: Context, path: string): Mount | '' {
    const [own, passed] = rows
    if (!own) return ''
    const { part } = own
    const { id } = part
    // A child without a key keeps its part while the parent may pass the same one on in its slot: one name, at two places of one view.
    const depth = path.split('/slot').length
    const key = flag ? `${id}.${n % 2}.${depth}` : undefined
    const at = `${path}.${key ?? ''}`
    const keyed = key === undefined ? {} : { key }
    if (n % 3 === 1 || (n % 3 === 2 && !passed)) {
      diary.feature('shared component')
      return mount(Leaf, { ...keyed, context, path: `${at}.leaf`, part, label: text })
    }
    // A slot's handlers are the parent's, but they go with the child that it stands in.
    const slot =
      passed && context === 'flow'
        ? painting(id).part(passed.part, 'flow', `${at}/slot`)
        : undefined
    if (slot) diary.feature('slot')
    return mount(Child, { ...keyed, id, context, path: at, part, label: text, slot })
  }
}
