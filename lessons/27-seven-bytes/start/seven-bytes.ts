import { each, html, LiveComponent } from 'telar'
import { decode } from './decode.ts'
import { FRAMES } from './frames.ts'

/** An oven that counts, and a bench on which frames are taken apart. */
export default class SevenBytes extends LiveComponent {
  minutes = 0
  hex = FRAMES[0]!.hex

  connected() {
    this.every(1000, () => {
      this.minutes = (this.minutes + 1) % 10
    })
  }

  getTemplate() {
    return html`<h1>A second on the wire</h1>
      <p>In the oven for <output aria-live="off">${this.minutes}</output> minutes</p>
      <label>
        A frame, in hex
        <input value=${this.hex} lv-input=${(event: { value: string }) => (this.hex = event.value)} />
      </label>
      ${each(
        FRAMES,
        ({ name }) => name,
        ({ name, hex }) => html`<button lv-click=${() => (this.hex = hex)}>${name}</button>`,
      )}
      <h2>What it says, by your decoder</h2>
      <ul>
        ${read(this.hex).map((line) => html`<li>${line}</li>`)}
      </ul>`
  }
}

function read(hex: string): string[] {
  const bytes = Uint8Array.from(hex.match(/[\da-f]{2}/gi) ?? [], (byte) =>
    Number.parseInt(byte, 16),
  )
  try {
    return decode(bytes).map(({ place, text }) => `Place ${place} says “${text}”`)
  } catch (error) {
    return [`It threw: ${error}`]
  }
}
