/** An object holds the prices, and a box that was ticked is a text or a list. */
import { html, LiveComponent, type LiveEvent } from 'telar'

const CENTS: Record<string, number> = { rye: 480, oat: 390, seed: 520 }

export default class Saturday extends LiveComponent {
  receipt = ''

  take(event: LiveEvent) {
    const { who, loaf } = event.form
    const asked = loaf === undefined ? [] : Array.isArray(loaf) ? loaf.map(String) : [String(loaf)]
    const baked = asked.filter((name) => Object.hasOwn(CENTS, name))
    let sum = 0
    for (const name of baked) sum += CENTS[name] ?? 0
    this.receipt = `${who}: ${baked.join(', ')}, ${euros(sum)}`
  }

  getTemplate() {
    return html`<h1>Bread for Saturday</h1>
      <p role="status">${this.receipt}</p>
      <form lv-submit=${this.take}>
        <fieldset>
          <legend>Bread</legend>
          ${Object.entries(CENTS).map(
            ([name, cents]) =>
              html`<label><input type="checkbox" name="loaf" value=${name} /> ${name}, ${euros(cents)}</label>`,
          )}
        </fieldset>
        <label for="who">Your name</label> <input id="who" name="who" value="Ana" />
        <button type="submit">Order</button>
      </form>`
  }
}

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`
