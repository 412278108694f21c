import { each, html, LiveComponent } from 'telar'

interface Contact {
  id: number
  name: string
}

export class Contacts extends LiveComponent {
  contacts: Contact[] = [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]

  remove(id: number) {
    this.contacts = this.contacts.filter((contact) => contact.id !== id)
  }

  getTemplate() {
    return html`<main>
      <h1>${this.contacts.length} contacts</h1>
      <table>
        <tbody>
          ${each(
            this.contacts,
            (contact) => contact.id,
            (contact) => html`<tr>
              <td>${contact.name}</td>
              <td><button lv-click=${() => this.remove(contact.id)}>Remove ${contact.name}</button></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </main>`
  }
}
