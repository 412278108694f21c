/** The page that every row of the table starts from: one slot of each kind, two rows, a child component. */

export const PAGE = [
  '<main lv-t="0"><section lv-r="1 s ">',
  '<p class="a" lv-s="2" lv-t="3">old</p>',
  '<input value="v" lv-s="4">',
  '<ul lv-t="5"><li lv-r="10 r a" lv-t="11">A</li><li lv-r="12 r b" lv-t="13">B</li></ul>',
  '<div>x<!--6--><!--/6-->y</div>',
  '<!--7 1.0--><b lv-r="1.1 c " lv-t="1.2">child</b><!--/7 1.0-->',
  '<i id="note">0</i>',
  '</section></main>',
].join('')

/** What stands in <main> once the markers are read. */
export const SECTION = (parts: {
  p?: string
  input?: string
  ul?: string
  div?: string
  b?: string
  i?: string
}) =>
  [
    '<section>',
    parts.p ?? '<p class="a">old</p>',
    parts.input ?? '<input value="v">',
    `<ul>${parts.ul ?? '<li>A</li><li>B</li>'}</ul>`,
    `<div>${parts.div ?? 'xy'}</div>`,
    parts.b ?? '<b>child</b>',
    parts.i ?? '<i id="note">0</i>',
    '</section>',
  ].join('')
