/** A client of the JSON encoding in 50 lines: no slots, no tables; the markers in the markup say where everything is. */
const { token, epoch, ws } = JSON.parse(document.getElementById('telar').textContent)
const socket = new WebSocket(new URL(ws, location.href.replace('http', 'ws')), ['telar.2.json'])
const send = (message) => socket.send(JSON.stringify(message))
let [seq, frame] = [0, 0]
socket.onopen = () => send({ type: 'hello', token, epoch, frame, seq, path: location.pathname })
socket.onmessage = ({ data }) => {
  const { frame: number, operations: ops } = JSON.parse(data)
  for (const op of number > frame ? ops : []) operations[op.type]?.(op)
  if (number > frame) frame = number
}
function hear({ type, target }) {
  const element = target.closest(`[lv-${type}]`)
  const [slot, component = 0] = element?.getAttribute(`lv-${type}`).split('.').reverse() ?? []
  const event = { type: 'event', event: type, component: +component, slot: +slot, frame }
  if (element) send({ ...event, seq: ++seq, data: { value: String(target.value ?? '') } })
}
for (const type of ['click', 'input', 'change']) document.addEventListener(type, hear)
const marked = (name, target) => document.querySelector(`[${name}~="${target}"]`)
function comment(pattern) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT)
  while (walker.nextNode()) if (pattern.test(walker.currentNode.data)) return walker.currentNode
}
function range(target, found = document.createRange()) {
  const name = target.replace('.', '\\.')
  found.row = document.querySelector(`[lv-r^="${target} "]`) ?? comment(RegExp(`^\\[${name} `))
  const [row, child] = [found.row, marked('lv-t', target)]
  if (child) found.selectNodeContents(child)
  else if (row) found.setStartBefore(row)
  else found.setStartAfter(comment(RegExp(`^([\\d. ]* )?${name}( |$)`)))
  if (row) found.setEndAfter(comment(RegExp(`^\\]${name}$`)) ?? row)
  else if (!child) found.setEndBefore(comment(RegExp(`^/(.* )?${name}( |$)`)))
  return found
}
function put(node, at) {
  at.collapse(Boolean(at.row))
  at.insertNode(typeof node === 'string' ? at.createContextualFragment(node) : node)
}
const operations = {
  setText: ({ target, value }) => operations.setHTML({ target, value: new Text(value) }),
  setHTML: ({ target, value }) => range(target).deleteContents() ?? put(value, range(target)),
  setAttribute: ({ target, name, value }) => marked('lv-s', target).setAttribute(name, value),
  removeAttribute: ({ target, name }) => marked('lv-s', target).removeAttribute(name),
  setProperty: ({ target, name, value }) => (marked('lv-s', target)[name] = value),
  setClass: ({ target, name, on }) => marked('lv-s', target).classList.toggle(name, on),
  insert: ({ target, before, value }) => put(value, range(before ?? target)),
  move: ({ target, before }) => put(range(target).extractContents(), range(before)),
  remove: ({ target }) => range(target).deleteContents(),
  order: ({ target, rows }) => rows.map((row) => put(range(row).extractContents(), range(target))),
}
