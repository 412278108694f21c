/** The post room of a house with many flats. */
import { html, LiveComponent } from 'telar'
import { PARCELS } from './parcels.ts'

export default class Post extends LiveComponent {
  parcels = [...PARCELS]

  getTemplate() {
    return html`<h1>Post</h1>`
  }
}
