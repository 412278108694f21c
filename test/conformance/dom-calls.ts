/** Writes down the calls by which a page is changed, in the order in which they are made. */

type Callable = (...values: unknown[]) => unknown

// A template is parsed in a document of its own: that changes nothing in the page.
const inPage = (self: unknown) =>
  !(self instanceof Node) || (self.ownerDocument === document && self.nodeName !== 'TEMPLATE')

/** The list that grows from now on. */
export function watchDom(): string[] {
  const log: string[] = []
  const shown = (value: unknown) =>
    value instanceof Node ? value.nodeName.toLowerCase() : JSON.stringify(value)

  function method(
    owner: object,
    name: string,
    describe?: (self: unknown, values: unknown[]) => string,
  ) {
    const original = (owner as Record<string, Callable>)[name]!
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...values: unknown[]) {
        const call = `${name}(${values.map(shown).join(', ')})`
        if (inPage(this)) log.push(describe?.(this, values) ?? `${shown(this)}.${call}`)
        return original.apply(this, values)
      },
    })
  }

  function property(owner: object, name: string) {
    const { get, set } = Object.getOwnPropertyDescriptor(owner, name)!
    Object.defineProperty(owner, name, {
      configurable: true,
      get,
      set(this: Node, value: unknown) {
        if (inPage(this)) log.push(`${shown(this)}.${name} = ${JSON.stringify(value)}`)
        set!.call(this, value)
      },
    })
  }

  method(Node.prototype, 'insertBefore')
  method(Element.prototype, 'moveBefore')
  method(Element.prototype, 'setAttribute')
  method(Element.prototype, 'removeAttribute')
  method(Element.prototype, 'remove')
  method(CharacterData.prototype, 'remove')
  method(CharacterData.prototype, 'before')
  method(Node.prototype, 'dispatchEvent', (self, [event]) => {
    const { type, detail } = event as CustomEvent
    return `${shown(self)}.dispatchEvent(${type} ${JSON.stringify(detail)})`
  })
  method(
    DOMTokenList.prototype,
    'toggle',
    (_, values) => `classList.toggle(${values.map(shown).join(', ')})`,
  )
  method(Range.prototype, 'deleteContents', (self) => {
    const range = self as Range
    const nodes = [...range.startContainer.childNodes].slice(range.startOffset, range.endOffset)
    return `deleteContents(${nodes.map(shown).join(', ')})`
  })
  property(CharacterData.prototype, 'data')
  property(Node.prototype, 'textContent')
  property(Element.prototype, 'innerHTML')
  property(HTMLElement.prototype, 'hidden')
  property(HTMLInputElement.prototype, 'value')
  return log
}
