/** The post room of a house with many flats. */
import { Layout } from 'telar'
import { Shelf } from './shelf.ts'

export default class Post extends Layout {
  constructor() {
    super('post', {
      html: `<h1>Post</h1><main lv-region="shelf"></main>`,
      components: { shelf: Shelf },
    })
  }
}
