/** What an author writes and what a reader's page gets of it. */
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { renderMarkdown } from '../../site/examples/conduit/views/markdown.ts'

test('headings begin below the title of the page, lists and tables are what they were', () => {
  expect(renderMarkdown('# One\n\n- a\n- b\n\n3. c')).toBe(
    '<h2>One</h2>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start="3">\n<li>c</li>\n</ol>\n',
  )
  expect(renderMarkdown('| a |\n| -: |\n| 1 |')).toContain('<td align="right">1</td>')
})

test('a link leaves its rank behind, an image loads when it is near', () => {
  expect(renderMarkdown('[x](https://example.com)')).toBe(
    '<p><a href="https://example.com" rel="nofollow ugc noopener">x</a></p>\n',
  )
  expect(renderMarkdown('![x](https://example.com/x.png)')).toBe(
    '<p><img src="https://example.com/x.png" alt="x" loading="lazy" /></p>\n',
  )
})

test('code shows what was typed', () => {
  expect(renderMarkdown('`<script>`')).toBe('<p><code>&lt;script&gt;</code></p>\n')
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://example.com/x.png" onload="alert(1)">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:alert(1))',
  '![x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<iframe src="https://example.com"></iframe>',
  '<object data="https://example.com"></object>',
  '<form action="https://example.com"><input name="password"></form>',
  '<style>body { display: none }</style>',
  '<p style="position: fixed; inset: 0">x</p>',
  '<base href="https://example.com">',
  '<meta http-equiv="refresh" content="0; url=https://example.com">',
  '<div lv-click="x" lv-hook="chart" id="main">x</div>',
  '<a name="main" id="telar" class="navbar">x</a>',
  '<!-- comment --><![CDATA[<script>alert(1)</script>]]>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '"><script>alert(1)</script>',
  '[a](<javascript:alert(1)> "x")',
  '<https://example.com/" onclick="alert(1)>',
  '```"><script>alert(1)</script>\nx\n```',
])('%j brings no script, style, frame, form or name into the page', (source) => {
  const html = renderMarkdown(source)
  const { document } = new JSDOM(`<body>${html}`).window
  const allowed = /^(href|title|rel|src|alt|loading|start|align)$/
  for (const element of document.body.querySelectorAll('*')) {
    expect(element.localName).toMatch(
      /^(h[2-6]|p|br|hr|blockquote|pre|code|ul|ol|li|a|em|strong|del|img|sup|sub|table|thead|tbody|tr|th|td)$/,
    )
    for (const { name, value } of element.attributes) {
      expect(name).toMatch(allowed)
      if (name === 'href') expect(value).toMatch(/^(https?:|mailto:)/)
      if (name === 'src') expect(value).toMatch(/^https:/)
    }
  }
})
