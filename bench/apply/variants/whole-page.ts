/** Clients that are sent the page as HTML: set anew, or morphed over what stands. */
import { Idiomorph } from 'idiomorph'
import morphdom from 'morphdom'
import { pageMarkup, viewMarkup } from '../../fixture/markup.ts'
import type { View } from '../../fixture/views.ts'
import { bench, type Variant } from '../variant.ts'

export const createInnerHtml = (name: string) =>
  wholePage(name, viewMarkup, (html) => {
    bench().innerHTML = html
  })

export const createMorphdom = (name: string) =>
  wholePage(name, pageMarkup, (html) => void morphdom(bench(), html))

export const createIdiomorph = (name: string) =>
  wholePage(name, pageMarkup, (html) => void Idiomorph.morph(bench(), html))

const wholePage = (
  name: string,
  markup: (view: View) => string,
  apply: (html: string) => void,
): Variant => ({
  name,
  setup(first) {
    bench().innerHTML = viewMarkup(first)
  },
  frame({ after }) {
    const html = markup(after)
    return () => apply(html)
  },
})
