/** Compares what stands in a tab with a fresh paint, node by node. */

/** What may differ, since the visitor or the kind of client made it so. */
export interface Allowed {
  /** What the visitor typed into a field that no handler took, and how often the server had set it by then. */
  typed(element: Element): { text: string; touched: string; isOverwritten?: boolean } | undefined
  /** Properties come by ops alone; markup does not carry them. */
  properties: boolean
}

/** Throws with the place of the first difference. */
export function compare(shown: Element, fresh: Element, allowed: Allowed): void {
  children(shown, fresh, '')

  function children(a: Node, b: Node, at: string) {
    const [left, right] = [standing(a), standing(b)]
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      both(left[i], right[i], `${at}/${i}`)
    }
  }

  function both(a: string | Element | undefined, b: string | Element | undefined, at: string) {
    if (typeof a !== 'object' || typeof b !== 'object') {
      if (a !== b) throw differs(at, text(a), text(b))
      return
    }
    const here = `${at}<${b.localName}>`
    if (a.localName !== b.localName || a.namespaceURI !== b.namespaceURI) {
      throw differs(here, `${a.namespaceURI} ${a.localName}`, `${b.namespaceURI} ${b.localName}`)
    }
    const [left, right] = [attributesOf(a), attributesOf(b)]
    if (left !== right) throw differs(here, left, right)
    field(a as HTMLInputElement, b as HTMLInputElement, here)
    const json = a.getAttribute('data-j')
    if (json !== null && allowed.properties) {
      const payload = JSON.stringify((a as Element & { payload?: unknown }).payload) ?? 'nothing'
      if (payload !== json) throw differs(`${here}.payload`, payload, json)
    }
    // What scripts of the page put there is none of the server's.
    if (a.localName === 'textarea' || a.hasAttribute('lv-ignore')) return
    if (a.localName === 'template') {
      children((a as HTMLTemplateElement).content, (b as HTMLTemplateElement).content, here)
    } else children(a, b, here)
  }

  function field(a: HTMLInputElement, b: HTMLInputElement, at: string) {
    if ('open' in b) return opened(a as unknown as HTMLDetailsElement, b as never, at)
    if (!/^(input|textarea|select)$/.test(a.localName)) return
    if (a.checked !== b.checked) throw differs(`${at}.checked`, `${a.checked}`, `${b.checked}`)
    const typed = allowed.typed(a)
    if (typed?.isOverwritten) return
    // The 50 lines set a choice and a slider once, whatever options and limits come after it.
    if (/^(select|range)/.test(a.type) && !allowed.properties) return
    if (typed && typed.touched === b.getAttribute('data-t')) {
      if (!isTyped(a, typed.text)) throw differs(`${at}.value`, a.value, `the typed ${typed.text}`)
    } else if (!isSame(a, b) && !(typed && isTyped(a, typed.text))) {
      throw differs(`${at}.value`, a.value, b.value)
    }
  }

  // What the visitor has opened stands until the server says something new.
  function opened(a: HTMLDetailsElement, b: HTMLDetailsElement, at: string) {
    const own = allowed.typed(a)
    const isUntouched = own?.touched === b.getAttribute('data-t')
    const fits = isUntouched ? [own!.text] : [`${b.open}`, own?.text]
    if (!fits.includes(`${a.open}`)) throw differs(`${at}.open`, `${a.open}`, fits.join(' or '))
  }
}

// A number may be written in many ways; browsers put a slider's into the shortest one and below its limit, jsdom leaves it.
const isSame = (a: HTMLInputElement, b: HTMLInputElement) =>
  a.value === b.value || (/^(number|range)$/.test(a.type) && numberIn(a) === numberIn(b))

// A slider that was moved stays below a limit that comes after.
const isTyped = (field: HTMLInputElement, text: string) =>
  field.value === text ||
  (field.type === 'range' && field.valueAsNumber === Math.min(Number(text), Number(field.max)))

const numberIn = ({ type, valueAsNumber, max }: HTMLInputElement) =>
  type === 'range' ? Math.min(valueAsNumber, Number(max)) : valueAsNumber

/** Elements and texts; neighbouring texts are one, comments are markers. */
function standing(parent: Node): (string | Element)[] {
  const nodes: (string | Element)[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 1) nodes.push(node as Element)
    else if (node.nodeType === 3 && (node as Text).data !== '') {
      const last = nodes.length - 1
      if (typeof nodes[last] === 'string') nodes[last] += (node as Text).data
      else nodes.push((node as Text).data)
    }
  }
  return nodes
}

function attributesOf(element: Element): string {
  const isField = /^(input|select|textarea|option|details|dialog)$/.test(element.localName)
  return [...element.attributes]
    .filter(
      ({ name }) =>
        !name.startsWith('lv-') &&
        !(isField && OF_FIELDS.test(name) && !isOptionValue(element, name)),
    )
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .sort()
    .join(' ')
}

// They are first values; what stands in the field is compared as the property.
const OF_FIELDS = /^(checked|selected|value|open)$/

// An option's value is an attribute and nothing else.
const isOptionValue = ({ localName }: Element, name: string) =>
  localName === 'option' && name === 'value'

const text = (node: string | Element | undefined) =>
  typeof node === 'object' ? `<${node.localName}>` : JSON.stringify(node)

const differs = (at: string, shown: string | undefined, fresh: string | undefined) =>
  new Error(`Expected ${fresh} at ${at}, as in a fresh page, received ${shown}.`)
