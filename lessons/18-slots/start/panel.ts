/** A frame that folds. So far it has a title and nothing in it. */
import { html, LiveComponent } from 'telar'

export class Panel extends LiveComponent<{ title: string }> {
  folded = false

  fold() {
    this.folded = !this.folded
  }

  getTemplate() {
    return html`<section class="panel">
      <header>
        <h2>${this.props.title}</h2>
        <button aria-expanded=${!this.folded} lv-click=${this.fold}>Fold</button>
      </header>
    </section>`
  }
}
