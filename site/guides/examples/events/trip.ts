import { html, LiveComponent, validated } from 'telar'
import { z } from 'zod'

export class Trip extends LiveComponent {
  place = 'Quito'

  picked = validated(z.object({ place: z.string().max(80) }), ({ place }) => {
    this.place = place
  })

  getTemplate() {
    return html`<main>
      <h1>${this.place}</h1>
      <div lv-hook="map" lv-ignore data-at=${this.place} lv-pick=${this.picked}></div>
    </main>`
  }
}
