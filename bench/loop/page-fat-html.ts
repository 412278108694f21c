/** The client of fat-html: sends what was clicked, and morphs the answer over the page. */
import { Idiomorph } from 'idiomorph'

const socket = new WebSocket(location.href.replace('http', 'ws'))
socket.onmessage = ({ data }) => {
  if (data === '') document.documentElement.dataset.bench = 'ready'
  else Idiomorph.morph(document.getElementById('main')!, data as string)
}
document.addEventListener('click', ({ target }) => {
  const { on, id } = (target as Element).closest<HTMLElement>('[data-on]')?.dataset ?? {}
  if (on) socket.send(JSON.stringify({ event: on, id: Number(id) }))
})
