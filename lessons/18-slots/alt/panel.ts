/** A frame that folds. Header and content come from whoever mounts it. */
import { html, LiveComponent, type Rendered } from 'telar'

export class Panel extends LiveComponent<{ top: Rendered; body: Rendered }> {
  open = true

  fold() {
    this.open = !this.open
  }

  getTemplate() {
    return html`<section class="panel">
      <header>
        ${this.props.top}
        <button aria-expanded=${this.open} lv-click=${this.fold}>Fold</button>
      </header>
      <div hidden=${!this.open}>${this.props.body}</div>
    </section>`
  }
}
