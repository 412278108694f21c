/** Follows markup character by character and knows what is being written: a tag, an attribute, a value. */

/** What is being written at the end of some markup. `prefix` is the part written so far. */
export type MarkupContext =
  | { readonly kind: 'text' }
  | { readonly kind: 'tag'; readonly prefix: string; readonly closing: boolean }
  | {
      readonly kind: 'attribute'
      readonly prefix: string
      readonly tag: string
      /** Complete attribute names of the tag. */
      readonly has: readonly string[]
    }
  | {
      readonly kind: 'value'
      readonly prefix: string
      readonly tag: string
      readonly attribute: string
    }

type Inside =
  | 'text'
  | 'comment'
  | 'opening'
  | 'tag'
  | 'between'
  | 'name'
  | 'after-name'
  | 'before-value'
  | 'quoted'
  | 'bare'

/** Reads markup in pieces; between two pieces there is a hole. */
export class MarkupReader {
  private inside: Inside = 'text'
  private word = ''
  private tag = ''
  private closing = false
  private attribute = ''
  private quote = ''
  private has: string[] = []
  private last = ''

  read(letter: string): void {
    this.last = (this.last + letter).slice(-4)
    switch (this.inside) {
      case 'text':
        if (letter === '<') this.begin('opening')
        return
      case 'comment':
        if (this.last.endsWith('-->')) this.begin('text')
        return
      case 'opening':
        this.readOpening(letter)
        return
      case 'tag':
        this.readTag(letter)
        return
      case 'quoted':
        if (letter === this.quote) this.finishAttribute()
        else this.word += letter
        return
      default:
        this.readInTag(letter)
    }
  }

  /** There is a `${…}` here. */
  readHole(): void {
    if (this.inside === 'before-value') this.finishAttribute()
    else if (this.inside === 'name') this.finishAttribute()
    // The word continues after the hole, so it can't be completed.
    else this.word = ''
    this.last = ''
  }

  place(): MarkupContext {
    switch (this.inside) {
      case 'text':
      case 'comment':
        return { kind: 'text' }
      case 'opening':
        return { kind: 'tag', prefix: '', closing: this.closing }
      case 'tag':
        return { kind: 'tag', prefix: this.tag, closing: this.closing }
      case 'between':
      case 'after-name':
        return this.attributePlace('')
      case 'name':
        return this.attributePlace(this.word)
      case 'before-value':
      case 'quoted':
      case 'bare':
        return { kind: 'value', prefix: this.word, tag: this.tag, attribute: this.attribute }
      default:
        return this.inside satisfies never
    }
  }

  private attributePlace(prefix: string): MarkupContext {
    // No suggestions in `</div …`: closing tags have no attributes.
    if (this.closing) return { kind: 'text' }
    return { kind: 'attribute', prefix, tag: this.tag, has: [...this.has] }
  }

  private readOpening(letter: string): void {
    if (letter === '/') this.closing = true
    else if (letter === '!') this.begin('comment')
    else if (/[a-zA-Z]/.test(letter)) {
      this.inside = 'tag'
      this.tag = letter.toLowerCase()
    } else this.begin('text')
  }

  private readTag(letter: string): void {
    if (letter === '>') this.begin('text')
    else if (/[\s/]/.test(letter)) this.inside = 'between'
    else this.tag += letter.toLowerCase()
  }

  private readInTag(letter: string): void {
    const space = /\s/.test(letter)
    switch (this.inside) {
      case 'between':
      case 'after-name':
        if (letter === '>') this.begin('text')
        else if (letter === '=' && this.inside === 'after-name') this.inside = 'before-value'
        else if (!space && letter !== '/') this.startName(letter)
        return
      case 'name':
        if (letter === '>') this.begin('text')
        else if (letter === '=') this.startValue()
        else if (space || letter === '/') {
          this.attribute = this.word
          this.has.push(this.word)
          this.inside = 'after-name'
        } else this.word += letter
        return
      case 'before-value':
        if (letter === '>') this.begin('text')
        else if (letter === '"' || letter === "'") {
          this.quote = letter
          this.word = ''
          this.inside = 'quoted'
        } else if (!space) {
          this.word = letter
          this.inside = 'bare'
        }
        return
      default:
        if (letter === '>') this.begin('text')
        else if (space) this.finishAttribute()
        else this.word += letter
    }
  }

  private begin(inside: Inside): void {
    this.inside = inside
    this.word = ''
    if (inside !== 'opening') return
    this.tag = ''
    this.closing = false
    this.has = []
  }

  private startName(letter: string): void {
    this.word = letter
    this.inside = 'name'
  }

  private startValue(): void {
    this.attribute = this.word
    this.has.push(this.word)
    this.word = ''
    this.inside = 'before-value'
  }

  private finishAttribute(): void {
    this.word = ''
    this.inside = 'between'
  }
}
