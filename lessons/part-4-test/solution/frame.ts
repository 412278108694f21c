/** A frame that folds; header and content come from outside. */
import { html, LiveComponent, type Rendered } from 'telar'

export class Frame extends LiveComponent<{ header: Rendered; children: Rendered }> {
  folded = false

  fold() {
    this.folded = !this.folded
  }

  getTemplate() {
    return html`<section>
      ${this.props.header}
      <button aria-expanded=${!this.folded} lv-click=${this.fold}>Fold</button>
      <div hidden=${this.folded}>${this.props.children}</div>
    </section>`
  }
}
