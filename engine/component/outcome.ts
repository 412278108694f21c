/** Where a visit ends instead of at its page: at another address, or at the page for what does not exist or is not allowed. */
import { CodedError } from '../protocol/coded-error.ts'
import { checkAddress } from './address.ts'

/**
 * What `redirect`, `notFound` and `forbidden` return, to be thrown. It is no failure: nothing is undone, and no boundary shows it.
 *
 * @example
 * const outcome: Outcome = redirect('/login')
 * outcome.status // 303
 */
export class Outcome extends CodedError<'redirect' | 'not-found' | 'forbidden'> {
  override readonly name = 'Outcome'
  /** Who can mend it. */
  readonly owner = 'app'
  /** The status of the answer, if no page was shown before. */
  readonly status: 303 | 403 | 404
  /** Where the visitor goes, when it is a redirect. */
  readonly url: string | undefined

  constructor(code: Outcome['code'], status: Outcome['status'], sentence: string, url?: string) {
    super(code, sentence)
    this.status = status
    this.url = url
  }
}

/**
 * Sends the visitor to another address: `throw redirect('/login')`. It works in `start`, `getTemplate`, `paramsChanged`, handlers,
 * timers and `authenticate`. A first paint is answered with 303; a page that is open navigates. What the handler had changed before is kept.
 *
 * `url` is a path of this site, or begins with `https:` or `http:`.
 *
 * @param url A path of this site, or an address with `https:` or `http:`.
 * @throws ComponentError 'address-invalid' for any other address, such as `javascript:` or `//other.example`.
 * @example
 * class Account extends LiveComponent {
 *   start() {
 *     if (!this.session.identity) throw redirect('/login')
 *   }
 *   getTemplate() {
 *     return html`<h1>Your account</h1>`
 *   }
 * }
 * const server = await serve({ pages: [page('/account', Account)], port: 0 })
 * const answer = await fetch(`${server.address}/account`, { redirect: 'manual' })
 * answer.status // 303
 * answer.headers.get('location') // '/login'
 * await server.close()
 */
export function redirect(url: string): Outcome {
  checkAddress(url, 'redirect()')
  return new Outcome('redirect', 303, `The visitor is sent to ${url}.`, url)
}

/**
 * Shows the page for what does not exist: `throw notFound()`. A first paint is answered with 404 and `errorPages[404]` of the server,
 * or a plain page with the sentence. A page that is open is replaced by it.
 *
 * @param sentence What the page for 404 shows: `session.params.message` of `errorPages[404]`.
 * @example
 * class User extends LiveComponent {
 *   start() {
 *     throw notFound(`There is no user ${this.session.params.id}.`)
 *   }
 *   getTemplate() {
 *     return html`<h1>A user</h1>`
 *   }
 * }
 * const server = await serve({ pages: [page('/users/:id', User)], port: 0 })
 * const answer = await fetch(`${server.address}/users/7`)
 * answer.status // 404
 * const markup = await answer.text()
 * markup.includes('There is no user 7.') // true
 * await server.close()
 */
export function notFound(sentence = 'There is nothing at this address.'): Outcome {
  return new Outcome('not-found', 404, sentence)
}

/**
 * Shows the page for what this visitor may not see: `throw forbidden()`. It is answered with 403; everything else is as with `notFound`.
 *
 * @param sentence What the page for 403 shows.
 * @example
 * const secret = page('/secret', Counter, {
 *   authenticate: () => {
 *     throw forbidden('Only the owner may see this.')
 *   },
 * })
 * const server = await serve({ pages: [secret], port: 0 })
 * const answer = await fetch(`${server.address}/secret`)
 * answer.status // 403
 * await server.close()
 */
export function forbidden(sentence = 'You may not see this page.'): Outcome {
  return new Outcome('forbidden', 403, sentence)
}
