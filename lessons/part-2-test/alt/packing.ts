import { each, html, LiveComponent, type LiveEvent, toggleClass } from 'telar'

export default class Packing extends LiveComponent {
  list: { key: string; name: string }[] = []
  done = new Set<string>()

  put = ({ form }: LiveEvent) => {
    const name = String(form.thing)
    if (name.trim() !== '') this.list = [...this.list, { key: this.id(), name }]
  }

  drop = ({ dataset }: LiveEvent) => {
    const key = dataset.key ?? ''
    this.list = this.list.filter((one) => one.key !== key)
    this.done.delete(key)
  }

  tick = ({ dataset }: LiveEvent) => {
    const key = dataset.key ?? ''
    if (!this.done.delete(key)) this.done.add(key)
  }

  getTemplate() {
    const { list, done } = this
    const things = list.length === 1 ? '1 thing' : `${list.length} things`
    return html`<table><tbody>${each(
      list,
      ({ key }) => key,
      ({ key, name }) => html`<tr>
        <td><button data-key=${key} lv-click=${this.drop}>Remove ${name}</button></td>
        <td><label>Note for ${name} <textarea></textarea></label></td>
        <td><label>${name} <input type="checkbox" checked=${done.has(key)} data-key=${key} lv-click=${this.tick} /></label></td>
      </tr>`,
    )}</tbody></table>
      ${list.length > 0 ? html`<b>${things}</b>` : html`<i>Nothing to pack yet</i>`}
      ${done.size > 0 ? html`<b>${done.size} packed</b>` : null}
      <form lv-submit=${this.put}><label>Thing <input name="thing" value=${''} /></label><button>Add</button></form>
      <button disabled=${!list[1]} lv-click=${() => list.sort((a, b) => (a.name < b.name ? -1 : 1))}>Sort</button>
      <aside class="help"><button lv-do-click=${toggleClass('open', '.help')}>Help</button><p>Tick it.</p></aside>`
  }
}
