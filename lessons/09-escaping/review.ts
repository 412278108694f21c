/** What text and markup do in a page, asked again later. */
import { html, LiveComponent, raw } from 'telar'
import { check, step } from 'telar/testing'

class Sign extends LiveComponent {
  text = '<b>Open</b>'
  getTemplate() {
    return html`<p>${this.text}</p><div>${raw(this.text)}</div>`
  }
}

class Link extends LiveComponent {
  getTemplate() {
    return html`<a href=${'javascript:alert(1)'}>Ada</a>`
  }
}

export default check([
  step(
    'characters-shown',
    'A template shows the text <b>Open</b> as a plain value in a paragraph. How many characters does a visitor read there?',
    async ({ visit }) => (await visit(Sign)).text('p').length,
  ),
  step(
    'address-made-safe',
    'A template has <a href=${site}>, and site is the text javascript:alert(1). What does href say in the page?',
    async ({ visit }) => /href="([^"]*)"/.exec((await visit(Link)).html())?.[1] ?? '',
  ),
])
