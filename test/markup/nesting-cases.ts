/** Markup by the standard's insertion modes: where each rule moves something, and where something puts an end to it. */

/** By insertion mode: places, and what is put at each `…` of them. */
const MODES: Readonly<Record<string, readonly [places: string, contents: string][]>> = {
  'in body: what closes <p>': [
    [
      '<p>…</p> | <p>a<span>…</span></p> | <p><b><i>…</i></b></p> | <div>…</div>',
      'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp span a b button em img input label video svg math select textarea x-y',
    ],
    [
      '<p><button>…</button></p> | <p><object>…</object></p> | <p><select>…</select></p> | <p><svg><foreignObject>…</foreignObject></svg></p> | <p><svg><desc>…</desc></svg></p> | <p><math><mi>…</mi></math></p> | <p><template>…</template></p> | <p><marquee>…</marquee></p> | <p><label>…</label></p> | <p><ruby>…</ruby></p>',
      'div p ul hr table',
    ],
  ],
  'in body: lists': [
    [
      '<li>…</li> | <li><div>…</div></li> | <li><p>…</p></li> | <li><address>…</address></li> | <li><span>…</span></li> | <li><ul>…</ul></li> | <li><section>…</section></li> | <li><dl><dd>…</dd></dl></li> | <li><button>…</button></li> | <li><a><b>…</b></a></li> | <dd>…</dd> | <dt><div>…</div></dt> | <dd><span>…</span></dd> | <dd><dl>…</dl></dd> | <dt><ul><li>…</li></ul></dt> | <dd><article>…</article></dd> | <li><select>…</select></li> | <li><svg><foreignObject>…</foreignObject></svg></li> | <dd><table><tbody><tr><td>…</td></tr></tbody></table></dd> | <li><x-y>…</x-y></li> | <ul>…</ul> | <dl>…</dl> | <dl><div>…</div></dl>',
      'li dd dt',
    ],
  ],
  'in body: one in another of its kind': [
    [
      '<a>…</a> | <a><div>…</div></a> | <a><span><b>…</b></span></a> | <a><button>…</button></a> | <a><object>…</object></a> | <a><table><tbody><tr><td>…</td></tr></tbody></table></a> | <a><svg><a>…</a></svg></a> | <a><svg><foreignObject>…</foreignObject></svg></a> | <a><template>…</template></a> | <button>…</button> | <button><div><p>…</p></div></button> | <button><object>…</object></button> | <button><table><tbody><tr><td>…</td></tr></tbody></table></button> | <nobr>…</nobr> | <nobr><i>…</i></nobr> | <nobr><object>…</object></nobr> | <form>…</form> | <form><div><section>…</section></div></form> | <form><table><tbody><tr><td>…</td></tr></tbody></table></form> | <form><svg><foreignObject>…</foreignObject></svg></form> | <form><template>…</template></form> | <form><object>…</object></form> | <label>…</label>',
      'a button nobr form label span',
    ],
    [
      '<h1>…</h1> | <h2><span>…</span></h2> | <h3><div>…</div></h3> | <div><h1>a</h1>…</div>',
      'h1 h2 h6 b section p',
    ],
  ],
  'in body: ruby and options': [
    [
      '<ruby>…</ruby> | <ruby><rt>…</rt></ruby> | <ruby><rp>…</rp></ruby> | <ruby><rb>…</rb></ruby> | <ruby><rtc>…</rtc></ruby> | <ruby><span>…</span></ruby> | <ruby><p>…</p></ruby> | <ruby><rt><span>…</span></rt></ruby> | <div>…</div>',
      'rb rt rp rtc',
    ],
    [
      '<select>…</select> | <select><option>…</option></select> | <select><optgroup>…</optgroup></select> | <select><div>…</div></select> | <select><option><div>…</div></option></select> | <select><optgroup><div>…</div></optgroup></select> | <select><optgroup><legend>…</legend></optgroup></select> | <select><button>…</button></select> | <select><span>…</span></select> | <select><p>…</p></select> | <select><div><select>…</select></div></select> | <select><object>…</object></select> | <datalist>…</datalist> | <div>…</div> | <option>…</option> | <optgroup>…</optgroup>',
      'option optgroup hr select input textarea button div span legend li p img svg a table x-y script template',
    ],
  ],
  'in table': [
    [
      '<table>…</table> | <table><caption>…</caption></table>',
      'caption colgroup col thead tbody tfoot tr td th table div span form input script style template li svg select hr p',
    ],
  ],
  'in column group': [
    ['<table><colgroup>…</colgroup></table>', 'col template tr td div script style span'],
  ],
  'in table body': [
    [
      '<table><tbody>…</tbody></table> | <table><thead>…</thead></table> | <table><tfoot>…</tfoot></table>',
      'tr td th caption col tbody table div script style template',
    ],
  ],
  'in row': [
    [
      '<table><tbody><tr>…</tr></tbody></table>',
      'td th tr tbody caption col table div span form script style template',
    ],
  ],
  'in cell': [
    [
      '<table><tbody><tr><td>…</td></tr></tbody></table> | <table><thead><tr><th><div>…</div></th></tr></thead></table>',
      'td th tr tbody caption col colgroup table div p li a form h1 option svg',
    ],
  ],
  'in template': [
    [
      '<template>…</template> | <table><template>…</template></table> | <div><template>…</template></div>',
      'tr td tbody caption col div p li option svg',
    ],
  ],
  'in foreign content': [
    [
      '<svg>…</svg> | <svg><g>…</g></svg> | <math>…</math> | <math><mrow>…</mrow></math>',
      'b big blockquote body br center code dd div dl dt em embed h1 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var a button circle g path select rect tr td option x-y svg math form label section',
    ],
    [
      '<svg><foreignObject>…</foreignObject></svg> | <svg><desc>…</desc></svg> | <math><mi>…</mi></math> | <math><mtext>…</mtext></math> | <math><annotation-xml encoding="text/html">…</annotation-xml></math> | <math><annotation-xml>…</annotation-xml></math>',
      'div p li span table tr svg math g form b input',
    ],
  ],
  'what the parser does not keep': [
    [
      '<div>…</div>',
      'html head body frameset frame image col caption tr td tbody thead tfoot th colgroup plaintext',
    ],
  ],
}

/** Whole ones: texts, comments, ends of tags, elements whose content is text. */
const WHOLE = `
<table>text</table>
<table><tbody>text</tbody></table>
<table><tbody><tr>text</tr></tbody></table>
<table><colgroup>text</colgroup></table>
<table><caption>text</caption></table>
<select>text</select>
<select><optgroup>text</optgroup></select>
<datalist>text</datalist>
<template>text<tr></tr></template>
<template><tr></tr>text</template>
<template><tr></tr><div></div></template>
<template><div></div><tr></tr></template>
<template><td></td><td></td></template>
<template><tr></tr><td></td></template>
<template><caption></caption><tbody></tbody></template>
<template><script></script><tr></tr></template>
<select><button><selectedcontent></selectedcontent></button><div><option></option></div></select>
<select><button><span>a</span></button><hr><option>a<b>c</b></option></select>
<select><optgroup><legend>a</legend><option>b</option></optgroup></select>
<ul><li>a</li> <li>b</li></ul>
<ul><li>a<ul><li>b</li></ul></li></ul>
<p>a</p></p>
<div><b></div></b>
<b><p>a</b></p>
<b><b><b><b><b>a</b></b></b></b></b>
<a>a</a><a>b</a>
<p>a<p>b</p></p>
<i><p>a</p></i>
<b><div><p>a</p></div></b>
<a><p>a</p></a>
<span><div>a</div></span>
<button><span>a</span></button>
<label><input><button>a</button></label>
<div>a</br>b</div>
<div></div a>
<div><!-- a --></div>
<div><!-->a</div>
<div><!x></div>
<div><?php a ?></div>
<div></></div>
<div></ a></div>
<div>a < b</div>
<script>a < b && c</script>
<script>"</script>"</script>
<script><!-- a --></script>
<script><!-- <script> --></script>
<script><!-- <script></script>--></script>
<script type="application/json">{"a":"open with <!-- then <script>"}</script>
<script type="application/json">{"a":"<!-- <scripted>"}</script>
<script type="application/json">{"a":"<script> alone"}</script>
<script type="application/json">{"a":"<!-- alone"}</script>
<script type="application/json">{"a":"<!-- --> <script>"}</script>
<script><!--><script></script>
<script><!---><script></script>
<script><!-- <SCRIPT/ </script>
<script>a</script b></script>
<style>a > b { content: "</b>" }</style>
<style><!-- a --></style>
<style>a</style x></style>
<textarea><b>a</b></textarea>
<textarea></textarea/></textarea>
<title><b>a</b></title>
<xmp><b>a</b></xmp>
<iframe><b>a</b></iframe>
<noembed><b>a</b></noembed>
<noframes><b>a</b></noframes>
<noscript>a</noscript>
<noscript><p>a</p></noscript>
<noscript><p>a</noscript></p>
<noscript><a title="</noscript>"></a></noscript>
<svg><title>a</title></svg>
<svg><title>a<b>c</b></title></svg>
<svg><style>a</style></svg>
<svg><style>a<b>c</b></style></svg>
<svg><script>a</script></svg>
<svg><script>a<b>c</b></script></svg>
<svg><textarea><g></g></textarea></svg>
<svg><input></input></svg>
<svg><input></svg>
<svg><circle /><rect/></svg>
<svg><a><a></a></a></svg>
<svg><font></font></svg>
<svg><font color="red"></font></svg>
<svg><foreignObject><svg><g></g></svg></foreignObject></svg>
<svg><desc><p>a</p></desc></svg>
<svg><![CDATA[a]]></svg>
<svg><p>a</p></svg>
<math><mi><mglyph></mglyph></mi></math>
<math><mi><p>a</p></mi></math>
<math><annotation-xml encoding="application/xhtml+xml"><div><p>a</p></div></annotation-xml></math>
<math><annotation-xml encoding="TEXT/HTML"><p>a</p></annotation-xml></math>
<math><annotation-xml encoding="text/plain"><p>a</p></annotation-xml></math>
<math><annotation-xml><svg><g></g></svg></annotation-xml></math>
<object><param></object>
<video><source><track></video>
<picture><source><img></picture>
<details><summary>a</summary><p>b</p></details>
<dialog><form><button>a</button></form></dialog>
<fieldset><legend>a</legend><p>b</p></fieldset>
<table><caption><p>a</p></caption><colgroup><col></colgroup><thead><tr><th>a</th></tr></thead><tbody><tr><td><table><tbody><tr><td>b</td></tr></tbody></table></td></tr></tbody></table>
<table><form></form></table>
<table><input type="hidden"></table>
<table><tbody><tr><td><p>a</p></td></tr></tbody></table>
<p><table><tbody></tbody></table></p>
<marquee><p>a</p></marquee>
<bgsound><basefont><wbr>
<menuitem><menuitem>a</menuitem></menuitem>
<x-y><x-y><p>a</p></x-y></x-y>
<h1><div><h2>a</h2></div></h1>
<nobr>a<div><nobr>b</nobr></div></nobr>
<form><p>a</p></form>
<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>
<ruby><rtc><rt>a</rt></rtc></ruby>
<div><tr><td>a</td></tr></div>
<center><dir><li>a</li></dir></center>
`

const VOID = new Set(
  'area base basefont bgsound br col embed frame hr image img input link meta param source track wbr'.split(
    ' ',
  ),
)

/** The elements' own content differs, so that nothing is merged with anything. */
const written = (name: string) =>
  VOID.has(name) ? `<${name}>` : EMPTY.has(name) ? `<${name}></${name}>` : `<${name}>x</${name}>`

// A text in them would be moved, whatever stands around.
const EMPTY = new Set('table thead tbody tfoot tr colgroup template'.split(' '))

export interface Case {
  readonly mode: string
  readonly markup: string
}

const all: readonly Case[] = [
  ...Object.entries(MODES).flatMap(([mode, groups]) =>
    groups.flatMap(([places, contents]) =>
      places
        .split(' | ')
        .flatMap((place) =>
          contents.split(' ').map((name) => ({ mode, markup: place.replace('…', written(name)) })),
        ),
    ),
  ),
  ...WHOLE.trim()
    .split('\n')
    .map((markup) => ({ mode: 'whole', markup })),
]

/** Each once. */
export const CASES: readonly Case[] = [...new Map(all.map((one) => [one.markup, one])).values()]
