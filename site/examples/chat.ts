/** A chat room: messages to all, or to one visitor, and a list of who is there. */
import { classes, each, html, LiveComponent, type LiveEvent } from 'telar'

interface Person {
  id: string
  name: string
}

interface Line {
  id: string
  from: Person
  text: string
  /** The only recipient, if there is one. */
  to?: Person
}

const ROOM = 'chat:room'
const PRESENT = 'chat:present'
const LONGEST_NAME = 30
const LONGEST_LINE = 500
/** More than anyone scrolls back through; it limits what a session keeps. */
const MAX_LINES = 200

export default class Chat extends LiveComponent {
  me: Person | undefined
  lines: Line[] = []
  /** The recipient of the next line; everyone if undefined. */
  partner: Person | undefined
  draft = ''
  problem = ''

  override connected() {
    if (this.me) this.enter(this.me)
  }

  join({ form }: LiveEvent) {
    const name = String(form.name ?? '').trim()
    this.problem = nameProblem(name)
    if (this.problem) return
    // Random, since a counted id is unique only within its session.
    this.me = { id: Math.floor(this.random() * 2 ** 48).toString(36), name }
    this.enter(this.me)
  }

  write({ value }: LiveEvent) {
    this.draft = value
  }

  say() {
    const text = this.draft.trim()
    if (!this.me || text === '') return
    this.problem = text.length > LONGEST_LINE ? `At most ${LONGEST_LINE} characters, please.` : ''
    if (this.problem) return
    const line: Line = { id: `${this.me.id}-${this.id()}`, from: this.me, text }
    if (this.partner) line.to = this.partner
    if (line.to) this.hear(line)
    this.publish(line.to ? privateTo(line.to) : ROOM, line)
    this.draft = ''
  }

  talkTo(person: Person | undefined) {
    this.partner = person
  }

  getTemplate() {
    return this.me ? this.room(this.me) : this.door()
  }

  private enter(me: Person) {
    this.track(PRESENT, me)
    this.subscribe<Line>(ROOM, this.hear)
    this.subscribe<Line>(privateTo(me), this.hear)
  }

  private hear(line: Line) {
    this.lines = [...this.lines, line].slice(-MAX_LINES)
  }

  private people(): Person[] {
    return [...this.present<Person>(PRESENT)]
  }

  private door() {
    return html`<main class="door">
      <h1>Chat</h1>
      <form lv-submit=${this.join}>
        <label>Your name <input name="name" autocomplete="nickname" required aria-describedby="name-problem" /></label>
        <button>Enter</button>
      </form>
      <p id="name-problem" role="alert">${this.problem}</p>
    </main>`
  }

  private room(me: Person) {
    const others = this.people().filter(({ id }) => id !== me.id)
    const partner = others.find(({ id }) => id === this.partner?.id)
    return html`<main>
      <nav aria-label="Who is here">
        <h2>Here now <span class="count">${others.length + 1}</span></h2>
        <ul>
          <li><button aria-pressed=${String(!this.partner)} lv-click=${() => this.talkTo(undefined)}>Everyone</button></li>
          ${each(
            others,
            ({ id }) => id,
            (person) =>
              html`<li><button aria-pressed=${String(person.id === this.partner?.id)} lv-click=${() => this.talkTo(person)}>${person.name}</button></li>`,
          )}
        </ul>
      </nav>
      <section>
        <h1>${this.partner ? `With ${this.partner.name} alone` : 'With everyone'}</h1>
        <div class="scroll" tabindex="0">
          <ol role="log" aria-label="What was said">
            ${each(
              this.lines,
              (line) => line.id,
              (
                line,
              ) => html`<li class=${classes({ own: line.from.id === me.id, private: line.to })}>
                <strong>${line.from.id === me.id ? 'You' : line.from.name}</strong>
                ${line.to ? html`<em>to ${line.to.id === me.id ? 'you' : line.to.name} alone</em>` : ''}
                <span>${line.text}</span>
              </li>`,
            )}
          </ol>
        </div>
        ${
          this.partner && !partner
            ? html`<p role="status">${this.partner.name} has left.</p>`
            : this.writing()
        }
        <p role="alert">${this.problem}</p>
      </section>
    </main>`
  }

  private writing() {
    const whom = this.partner?.name ?? 'everyone'
    return html`<form lv-submit=${this.say}>
      <input value=${this.draft} lv-input=${this.write} lv-debounce="200" aria-label="Say to ${whom}" placeholder="Say to ${whom}" autocomplete="off" autofocus />
      <button>Send</button>
    </form>`
  }
}

const privateTo = ({ id }: Person) => `chat:to:${id}`

function nameProblem(name: string): string {
  if (name === '') return 'A name, please: the others see it.'
  return name.length > LONGEST_NAME ? `At most ${LONGEST_NAME} characters, please.` : ''
}
