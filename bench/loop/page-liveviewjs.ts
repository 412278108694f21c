/** LiveViewJS's client: Phoenix's of the version that speaks its format. */
import { LiveSocket } from 'liveviewjs-client'
import { Socket } from 'phoenix'

const csrf = document.querySelector('meta[name=csrf-token]')!.getAttribute('content')
new LiveSocket('/live', Socket, { params: { _csrf_token: csrf } }).connect()
// Its own sign that it has joined.
window.addEventListener('phx:page-loading-stop', () => {
  document.documentElement.dataset.bench = 'ready'
})
