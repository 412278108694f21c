/** Every sentence of the workspace, by the part that says it. Each language fills in all of them. */
import type { Owner, Phase, Step } from '../../container/types.ts'
import type { NameSentences } from '../../workspace/file-names.ts'
import type { TakeHomeWords } from './take-home.ts'

export type Lang = 'en' | 'es'
export type EndReason = Extract<Phase, { name: 'ended' }>['reason']

export interface Words {
  readonly lang: Lang
  readonly close: string
  readonly cancel: string
  readonly tools: {
    readonly run: string
    readonly runNow: string
    readonly start: string
    readonly stop: string
    readonly check: string
    readonly checkNow: string
    readonly solve: string
    readonly reset: string
    readonly share: string
    readonly wasReset: string
    readonly solved: string
    readonly bringBack: string
  }
  readonly panes: {
    readonly list: string
    readonly code: string
    readonly preview: string
    readonly console: string
    /** The noun alone: the number stands before it. */
    problems(count: number): string
    readonly betweenEditorAndPreview: string
    readonly betweenPreviewAndConsole: string
    readonly waiting: string
  }
  readonly history: {
    readonly name: string
    readonly empty: string
    when(at: number): string
    before(why: string): string
  }
  readonly notices: {
    readonly dismiss: string
    stateKept(except: string): string
    readonly saved: string
    readonly notSaved: string
    readonly offline: string
  }
  readonly earlier: {
    offer(lesson: string): string
    /** The reader's code can't be taken, because of these files. */
    clash(lesson: string, files: readonly string[]): string
    readonly take: string
    taken(lesson: string): string
  }
  readonly files: {
    readonly list: string
    readonly add: string
    more(name: string): string
    rename(name: string): string
    remove(name: string): string
    readonly left: string
    readonly right: string
    readonly addVerb: string
    readonly renameVerb: string
    readonly name: string
    readonly endings: string
    readonly refused: NameSentences
  }
  readonly editor: {
    readonly name: string
    readonly failed: string
    readonly tabLeaves: string
    readonly tabIndents: string
    readonly format: string
    readonly notKept: string
    readonly kept: string
    readonly keeping: string
  }
  readonly console: {
    readonly problems: string
    readonly none: string
    readonly nothing: string
    /** What stands in backticks is shown as code. */
    readonly how: string
    dropped(gone: number, left: number): string
    readonly clear: string
    run(run: number): string
    clock(at: number): string
    frames(count: number): string
    readonly owners: Readonly<Record<Owner, string>>
    /** A link to what the reference says of an error code, and the page where it stands. */
    explain(code: string): string
    readonly errors: string
  }
  readonly check: {
    readonly results: string
    readonly close: string
    readonly states: Readonly<Record<'passed' | 'failed' | 'skipped', string>>
    readonly running: string
    /** The step that fails when a check could not be run, or not to its end. */
    readonly unfinished: string
    readonly all: string
    some(passed: number, of: number): string
    /** How long the check took. */
    took(ms: number): string
    /** Stands before the sum of a result that is not of the code in the editor. */
    readonly old: string
    readonly again: string
    readonly showMe: string
    readonly stopShowing: string
    readonly runToSee: string
    readonly linesInstead: string
    readonly compare: string
    readonly comparing: string
    readonly cost: Readonly<Record<'yours' | 'other' | 'bytes', string>>
    bytes(count: number): string
    readonly whatCounts: string
    readonly otherFails: string
    readonly otherAnswer: string
    readonly why: string
  }
  readonly solve: {
    readonly name: string
    readonly about: string
    readonly same: string
    readonly take: string
    readonly keep: string
    file(name: string, added: number, removed: number): string
    readonly added: string
    readonly removed: string
    unchanged(lines: number): string
  }
  readonly lines: {
    readonly name: string
    readonly about: string
    readonly list: string
    readonly below: string
    line(at: number, of: number): string
    leftOut(at: number): string
    up(text: string): string
    down(text: string): string
    readonly grip: string
    readonly handle: string
    readonly check: string
    right(count: number): string
    readonly rightButMore: string
    readonly allRight: string
    readonly take: string
    readonly taken: string
    picked(at: number): string
    moved(at: number, of: number): string
    dropped(at: number, of: number): string
    cancelled(at: number): string
  }
  readonly preview: {
    readonly name: string
    /** The title of the frame that shows a visitor's page. */
    frame(number: number): string
    readonly reload: string
    readonly second: string
    visitor(number: number): string
    readonly ownWindow: string
    readonly wire: Readonly<Record<'connecting' | 'disconnected' | 'stale', string>>
    readonly old: Readonly<Record<'failed' | 'ended' | 'stopped' | 'asleep', string>>
    /** How long it took until the code ran, in milliseconds: that of a new server, or in a running one. */
    readonly took: Readonly<Record<'start' | 'swap', (ms: number) => string>>
  }
  readonly placeholder: {
    readonly nothingCanRun: string
    readonly tryAgain: string
    readonly notStarted: string
    readonly yourFault: string
    readonly otherFault: string
    readonly fromLink: string
    readonly fromLinkHow: string
    readonly nothingYet: string
    readonly nothingYetHow: string
    /** Follows the keys that run. */
    readonly keys: string
    readonly stopped: string
    readonly loop: string
    /** Stands below the end of a container whose host cannot be reached. */
    readonly away: string
    readonly tryNow: string
    readonly startAgain: string
    readonly waitsForTurn: string
    readonly sleeps: string
    readonly sleepsWhy: string
    readonly wake: string
    readonly ends: Readonly<Record<EndReason, string>>
    readonly steps: Readonly<Record<Step, string>>
    readonly waitsForContainer: string
    readonly starting: string
    step(at: number, of: number, name: string): string
    /** How long a step took, beside its name. */
    took(ms: number): string
    inLine(position: number, booting: boolean): string
    readonly where: string
    readonly hosts: Readonly<Record<'self' | 'stackblitz', string>>
    readonly refused: string
    readonly consent: string
    readonly cannotShut: string
    readonly refusedWhy: string
    readonly consentWhy: string
    readonly notHeld: string
    readonly agree: string
  }
  readonly wire: {
    readonly name: string
    readonly messages: string
    readonly list: string
    readonly server: string
    readonly page: string
    readonly empty: string
    earlier(count: number): string
    readonly up: string
    readonly down: string
    readonly sent: string
    readonly received: string
    saySent(word: string, size: string): string
    sayReceived(word: string, size: string): string
  }
  readonly frame: {
    readonly up: string
    readonly down: string
    applied(time: string): string
    answers(word: string, size: string, time: string): string
    readonly says: string
    readonly does: string
    readonly bytes: string
    readonly hex: string
    moreBytes(count: number): string
    more(count: number): string
    readonly before: string
    readonly after: string
    readonly repaint: string
    number(number: number): string
    acknowledges(number: number): string
    unread(why: string): string
  }
  readonly share: {
    readonly name: string
    readonly about: string
    readonly link: string
    readonly copy: string
    readonly copied: Readonly<Record<'copying' | 'copied' | 'refused', string>>
    long(length: number, limit: number): string
  }
  readonly takeHome: TakeHomeWords
  readonly playground: {
    /** Before the link to one's own playground. */
    example(title: string): string
    readonly copy: string
    readonly back: string
    readonly bad: string
    readonly own: string
    /** Where the playground of this language is. */
    readonly path: string
  }
}
