/** The tags and attributes of HTML to suggest, and the values of attributes that have few. */

export const VOID_TAGS = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'col',
  'wbr',
])

/** Tag names, most used first within a letter. */
export const TAGS: readonly string[] = (
  'a abbr article aside audio b blockquote br button canvas caption cite code col colgroup datalist dd ' +
  'del details dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i ' +
  'iframe img input ins kbd label legend li link main mark menu meta meter nav ol optgroup option output ' +
  'p picture pre progress q s samp search section select small source span strong sub summary sup svg ' +
  'table tbody td template textarea tfoot th thead time tr u ul var video wbr'
).split(' ')

const EVERYWHERE = (
  'class id style title hidden lang dir tabindex role draggable contenteditable spellcheck aria-label ' +
  'aria-labelledby aria-describedby aria-hidden aria-live aria-expanded aria-controls aria-current ' +
  'aria-pressed aria-selected aria-disabled aria-invalid data-'
).split(' ')

const FIELDS = 'name value disabled required autofocus autocomplete'
const OF_TAG: Readonly<Record<string, string>> = {
  a: 'href target rel download',
  audio: 'src controls loop muted autoplay',
  button: 'type name value disabled autofocus',
  canvas: 'width height',
  details: 'open name',
  dialog: 'open',
  fieldset: 'disabled name',
  form: 'action method novalidate autocomplete name',
  iframe: 'src title width height loading sandbox',
  img: 'src alt width height loading srcset sizes',
  input: `type ${FIELDS} checked placeholder min max step pattern minlength maxlength multiple readonly list accept inputmode`,
  label: 'for',
  li: 'value',
  meter: 'value min max low high optimum',
  ol: 'start reversed type',
  optgroup: 'label disabled',
  option: 'value selected disabled label',
  output: 'for name',
  progress: 'value max',
  select: `${FIELDS} multiple size`,
  source: 'src type srcset media',
  td: 'colspan rowspan headers',
  textarea: `${FIELDS} placeholder rows cols minlength maxlength readonly wrap`,
  th: 'colspan rowspan scope',
  time: 'datetime',
  video: 'src controls loop muted autoplay width height poster',
}

/** Attributes without a value. */
export const FLAGS = new Set(
  (
    'hidden disabled required autofocus checked selected open multiple readonly novalidate controls ' +
    'loop muted autoplay reversed download'
  ).split(' '),
)

export const attributesOf = (tag: string): readonly string[] => [
  ...(OF_TAG[tag]?.split(' ') ?? []),
  ...EVERYWHERE,
]

const INPUT_TYPES =
  'text number email password search tel url date time datetime-local month week color range checkbox radio file hidden submit reset button'
const VALUES: Readonly<Record<string, string>> = {
  'input type': INPUT_TYPES,
  'button type': 'button submit reset',
  'form method': 'post get dialog',
  'a target': '_blank _self',
  'a rel': 'noopener noreferrer nofollow',
  'img loading': 'lazy eager',
  'th scope': 'col row',
  'input inputmode': 'numeric decimal tel email url search',
  'lv-key':
    'Enter Escape Tab Backspace Delete ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown',
  'aria-live': 'polite assertive off',
  'aria-hidden': 'true false',
  'aria-expanded': 'true false',
  'aria-pressed': 'true false',
  'aria-selected': 'true false',
  'aria-current': 'page step true',
  dir: 'ltr rtl auto',
  role: 'alert status button group list listitem region tab tablist tabpanel toolbar',
}

export const valuesOf = (tag: string, attribute: string): readonly string[] =>
  (VALUES[`${tag} ${attribute}`] ?? VALUES[attribute] ?? '').split(' ').filter(Boolean)
