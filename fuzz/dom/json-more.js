// What the 50 lines leave out and the property asks for: mounted components, drivers, pushed events.
operations.mount = ({ target, component }) => {
  const own = `${component}.0`
  const slot = marked('lv-t', target)
  if (slot) slot.setAttribute('lv-t', `${slot.getAttribute('lv-t')} ${own}`)
  else {
    const name = target.replace('.', '\\.')
    const open = comment(RegExp(`^([\\d. ]* )?${name}( |$)`))
    comment(RegExp(`^/(.* )?${name}( |$)`)).data += ` ${own}`
    open.data += ` ${own}`
  }
}
const { setText } = operations
operations.setText = (op) => {
  if (op.target.startsWith('#')) document.querySelector(op.target).textContent = op.value
  else setText(op)
}
operations.read = ({ id, target }) =>
  send({ type: 'reply', id, data: { value: document.querySelector(target).textContent } })

// To the end of a slot that only its rows name: up to the comment that closes what nothing behind the row has opened.
const { move } = operations
operations.move = (op) => {
  if (op.before !== null) return move(op)
  const row = range(op.target)
  let end = row.endContainer.childNodes[row.endOffset] ?? null
  for (let open = 0; end; end = end.nextSibling) {
    const marker = end.nodeType === 8 ? /^[\d[\]/]/.exec(end.data)?.[0] : undefined
    if (!marker) continue
    if (!/[\]/]/.test(marker)) open++
    else if (open-- === 0) break
  }
  row.startContainer.insertBefore(row.extractContents(), end)
}

// As the page's window says in its welcome.
const [PART, MOST] = [128, 8_000]

// A method that many rows share is told by data-* which of them it was.
let heard
for (const type of ['click', 'input', 'change']) {
  const note = ({ target }) => {
    heard = target.closest(`[lv-${type}]`)
  }
  document.addEventListener(type, note, true)
}
const leave = socket.send.bind(socket)
socket.send = (message) => {
  const up = JSON.parse(message)
  if (up.type === 'event') up.data.dataset = { ...heard.dataset }
  const event = JSON.stringify(up)
  if (up.type !== 'event' || event.length <= PART) return leave(event)
  for (let at = 0, index = 0; at < event.length; at += PART, index++) {
    const content = event.slice(at, at + PART)
    const left = event.length - at - content.length
    leave(JSON.stringify({ type: 'part', seq: up.seq, index, left, content }))
    // The first part says how large it is.
    if (event.length > MOST) return
  }
}
