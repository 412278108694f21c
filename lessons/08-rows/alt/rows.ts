import { each, html, LiveComponent } from 'telar'

export default class List extends LiveComponent {
  next = 3
  things = new Map([
    [0, 'milk'],
    [1, 'bread'],
    [2, 'eggs'],
  ])

  getTemplate() {
    return html`<button lv-click=${() => this.things.set(this.next++, 'bread')}>Bread again</button>
      <table>
        <tbody>
          ${each(
            [...this.things],
            ([number]) => number,
            ([number, name]) => html`<tr>
              <td>${name}</td>
              <td><textarea aria-label=${`${name}: how much?`}></textarea></td>
              <td>
                <button lv-click=${() => this.things.delete(number)}>Remove ${name}</button>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>`
  }
}
