/** A frame that folds. Header and content come from whoever mounts it. */
import { html, LiveComponent, type Rendered } from 'telar'

export class Panel extends LiveComponent<{ header: Rendered; children: Rendered }> {
  folded = false

  fold() {
    this.folded = !this.folded
  }

  getTemplate() {
    return html`<section class="panel">
      <header>
        ${this.props.header}
        <button aria-expanded=${!this.folded} lv-click=${this.fold}>Fold</button>
      </header>
      <div hidden=${this.folded}>${this.props.children}</div>
    </section>`
  }
}
