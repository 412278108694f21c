/** Turns an author's Markdown into HTML that may stand in everybody's page. */
import { Marked } from 'marked'
import sanitize from 'sanitize-html'

// One line break in the source is one in the page, as in most editors of this kind.
const marked = new Marked({ gfm: true, breaks: true })

/** HTML of these elements alone, whatever the author has written: no script, no style, no form, no frame. */
export function renderMarkdown(source: string): string {
  return sanitize(marked.parse(source, { async: false }), {
    allowedTags: [
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code'],
      ...['ul', 'ol', 'li', 'a', 'em', 'strong', 'del', 'img', 'sup', 'sub'],
      ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      img: ['src', 'alt', 'title', 'loading'],
      ol: ['start'],
      th: ['align'],
      td: ['align'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['https'] },
    allowProtocolRelative: false,
    // An image without a whole address would ask this site for something.
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !/^https:/.test(attribs.src ?? ''),
    transformTags: {
      // The page has one h1, its title.
      h1: 'h2',
      // Links of readers' texts earn nobody a rank in a search engine.
      a: sanitize.simpleTransform('a', { rel: 'nofollow ugc noopener' }),
      img: sanitize.simpleTransform('img', { loading: 'lazy' }),
    },
  })
}
