/** Where a session's address leads: what components, links and the browser's history ask for. The turn that asks goes there at its end. */
import { checkAddress, readable, resolved } from '../component/address.ts'
import { InputError } from '../component/errors.ts'
import { type Outcome, redirect } from '../component/outcome.ts'
import type { UpEvent } from '../protocol/ops.ts'
import { elsewhere, hearsParams, Move, tooEarly } from './move.ts'
import { Pipeline } from './pipeline.ts'

export abstract class Addressed extends Pipeline {
  /** A form that was sent without script is handled; where its handler leads is the answer to the browser. */
  // Declared only, as few sessions have it: a field takes room in each.
  declare posting: { leadsTo?: Outcome } | undefined

  patch(url: string, replace: boolean): void {
    const call = 'this.patch()'
    checkAddress(url, call)
    if (this.posting) return void (this.posting.leadsTo = redirect(url))
    if (!this.prepared) throw tooEarly(call)
    if (!this.busy) return this.turn(this.tree.root, 'commit', () => this.patch(url, replace))
    this.moving ??= new Move(this, 'program')
    if (!this.moving.ask(url, replace)) throw elsewhere(call, url, this.page)
  }

  navigate(url: string, replace: boolean): void {
    const call = 'this.navigate()'
    checkAddress(url, call)
    if (this.posting) return void (this.posting.leadsTo = redirect(url))
    if (!this.prepared) throw tooEarly(call)
    if (!this.busy) return this.turn(this.tree.root, 'commit', () => this.navigate(url, replace))
    this.moving ??= new Move(this, 'program')
    this.moving.leave(replace ? { url, replace } : { url })
  }

  /** Before the first view is shown, whoever asked for it is answered with the outcome. */
  leave(outcome: Outcome): void {
    if (!this.prepared && !this.isTakenUp) return
    const { around, info } = this
    const url = outcome.url ?? around.outcomeAddress?.(outcome)
    if (url === undefined) return this.report(outcome)
    this.moving ??= new Move(this, 'program')
    this.moving.leave(outcome.url === undefined ? { url, as: info.url } : { url })
    if (this.busy) return
    this.screen.newAddress = this.moving.outcome()
    this.moving = undefined
  }

  /** The visitor follows a link, or goes back or forward; `detail` says which. */
  protected goTo({ data: { value = '', detail } }: UpEvent): void {
    const isBack = detail === 'history'
    const { url, isOwn } = readable(value) ? resolved(value, this.info.url) : NOWHERE
    if (!isOwn) throw noAddress(value)
    this.moving = new Move(this, isBack ? 'history' : 'link')
    const isHeard = hearsParams(this.tree)
    // Without one that hears of it, nobody would check whether this visitor may see what the new address names.
    if (isHeard && this.moving.ask(value, false)) return
    this.moving.leave({ url: url.pathname + url.search + url.hash })
  }
}

const NOWHERE = { url: new URL('http://here.invalid'), isOwn: false }

const noAddress = (url: string) =>
  new InputError(
    `Expected an address of this site, received ${JSON.stringify(url.slice(0, 100))}. Nothing was changed.`,
    [],
  )
