/** What the HTML parser would move or drop: masks of where an element is, and of where it is not allowed. */

// Open elements around a place, at any distance, unless something between ends their effect.
export const P = 1
export const LI = 1 << 1
export const DT = 1 << 2
export const A = 1 << 3
export const NOBR = 1 << 4
export const BUTTON = 1 << 5
export const FORM = 1 << 6
export const SELECT = 1 << 7
// The direct parent: one of these.
export const IN_TABLE = 1 << 8
export const IN_SECTION = 1 << 9
export const IN_ROW = 1 << 10
export const IN_COLGROUP = 1 << 11
export const IN_SVG = 1 << 12
export const IN_MATH = 1 << 13
const IN_OPTION = 1 << 14
const IN_OPTGROUP = 1 << 15
/** `p`, `li`, `dt`, `dd`. */
const IN_LOOSE = 1 << 16
const IN_RUBY = 1 << 17
const IN_RTC = 1 << 18
export const IN_HEADING = 1 << 19
export const IN_TEMPLATE = 1 << 20
export const IN_OTHER = 1 << 21
/** Always set: a rule that forbids it forbids the element everywhere. */
export const ANYWHERE = 1 << 22

const ALL = ANYWHERE - 1
const PARENTS = ALL & ~(IN_TABLE - 1)
/** The parser would move a text from there to before the table. */
export const TEXTLESS = IN_TABLE | IN_SECTION | IN_ROW | IN_COLGROUP
/** The context of a page's root slot: a `<div>` in the body. */
export const IN_PAGE = IN_OTHER

/** Whose names and rules apply: those of HTML, SVG or MathML. */
export type Space = 'html' | 'svg' | 'math'

export interface Nesting {
  /** The element is not allowed where one of these is set. */
  readonly forbids: number
  /** What it inherits from its context. */
  readonly keep: number
  /** What it adds for its content. */
  readonly own: number
  readonly space: Space
}

/** How an element nests that is written where the names of `space` apply. */
export function nestingOf(written: string, space: Space): Nesting {
  const name = written.toLowerCase()
  const known = KNOWN[space]
  let nesting = known.get(name)
  if (!nesting) {
    nesting = space === 'html' ? ofHtml(name) : ofForeign(name, space)
    // Raw markup may have any number of names.
    if (known.size < MAX_NAMES) known.set(name, nesting)
  }
  return nesting
}

const MAX_NAMES = 1000
const KNOWN: Readonly<Record<Space, Map<string, Nesting>>> = {
  html: new Map(),
  svg: new Map(),
  math: new Map(),
}

function ofHtml(name: string): Nesting {
  if (name === 'svg' || name === 'math') return rootOf(name)
  return {
    forbids: forbiddenTo(name) | IN_SVG | IN_MATH,
    keep: ALL & ~PARENTS & ~endedBy(name),
    own: (OPENED[name] ?? 0) | (PARENT[name] ?? IN_OTHER),
    space: 'html',
  }
}

/** Which part of a table this is; 0 for other elements. */
export const partOf = (name: string): number => PLACE_OF_PART[name] ?? 0

function forbiddenTo(name: string): number {
  if (NEVER.has(name)) return ANYWHERE
  const place = PLACE_OF_PART[name]
  if (place !== undefined) return PARENTS & ~(place | IN_TEMPLATE)
  const own = (FORBIDDEN[name] ?? 0) | (CLOSES_P.has(name) ? P : 0)
  return own | (TEXTLESS & ~(AMONG_ROWS[name] ?? 0))
}

function endedBy(name: string): number {
  if (name === 'template') return ALL
  return (
    (SCOPES.has(name) ? IN_SCOPE : 0) |
    (name === 'button' ? P : 0) |
    (SPECIAL.has(name) ? LI | DT : 0) |
    (MARKED.has(name) ? A : 0)
  )
}

function ofForeign(name: string, space: 'svg' | 'math'): Nesting {
  // An image inside an image is still an image.
  if (name === space) return rootOf(name)
  const here = space === 'svg' ? IN_SVG : IN_MATH
  const isWrong = BREAKS_OUT.has(name) || name === 'svg' || name === 'math'
  const forbids = isWrong ? ANYWHERE : PARENTS & ~here
  const isHtml = INTEGRATION[space].has(name)
  return {
    forbids,
    keep: ALL & ~PARENTS & ~(isHtml || name === 'annotation-xml' ? IN_SCOPE | LI | DT : 0),
    own: isHtml ? IN_OTHER : here,
    space: isHtml ? 'html' : space,
  }
}

const rootOf = (space: 'svg' | 'math'): Nesting => ({
  forbids: TEXTLESS | (space === 'svg' ? IN_MATH : IN_SVG),
  keep: ALL & ~PARENTS,
  own: space === 'svg' ? IN_SVG : IN_MATH,
  space,
})

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const masks = (table: Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
  const byName: Record<string, number> = Object.create(null)
  for (const [names, mask] of Object.entries(table)) {
    for (const name of names.split(' ')) byName[name] = mask
  }
  return byName
}

/** The page already has them, or the parser turns them into something else. */
const NEVER = words('html head body frameset frame image plaintext keygen mglyph malignmark')
const PLACE_OF_PART = masks({
  'caption colgroup thead tbody tfoot': IN_TABLE,
  tr: IN_SECTION,
  'td th': IN_ROW,
  col: IN_COLGROUP,
})
/** What is allowed among the parts of a table besides those. */
const AMONG_ROWS = masks({
  'script style': IN_TABLE | IN_SECTION | IN_ROW,
  template: TEXTLESS,
})
const CLOSES_P = words(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp',
)
const ENDS_BY_ITSELF = IN_LOOSE | IN_RUBY | IN_OPTION | IN_OPTGROUP
// Rules for <select> or <ruby> alone are applied elsewhere too: these elements are never written there.
const FORBIDDEN = masks({
  a: A,
  nobr: NOBR,
  button: BUTTON,
  form: FORM,
  li: LI | SELECT,
  'dt dd': DT | SELECT,
  'h1 h2 h3 h4 h5 h6': IN_HEADING,
  'select input': SELECT,
  option: (ENDS_BY_ITSELF & ~IN_OPTGROUP) | IN_RTC,
  optgroup: ENDS_BY_ITSELF | IN_RTC,
  hr: IN_OPTION | IN_OPTGROUP,
  'rb rtc': ENDS_BY_ITSELF | IN_RTC | SELECT,
  'rt rp': ENDS_BY_ITSELF | SELECT,
})
const OPENED = masks({
  p: P,
  li: LI,
  'dt dd': DT,
  a: A,
  nobr: NOBR,
  button: BUTTON,
  form: FORM,
  select: SELECT,
})
const PARENT = masks({
  table: IN_TABLE,
  'thead tbody tfoot': IN_SECTION,
  tr: IN_ROW,
  colgroup: IN_COLGROUP,
  option: IN_OPTION,
  optgroup: IN_OPTGROUP,
  'p li dt dd': IN_LOOSE,
  'rb rt rp': IN_RUBY,
  rtc: IN_RTC,
  'h1 h2 h3 h4 h5 h6': IN_HEADING,
  template: IN_TEMPLATE,
})
/** What has no effect inside one of the standard's scopes. */
const IN_SCOPE = P | NOBR | BUTTON | SELECT
const SCOPES = words('applet caption marquee object select table td th')
/** Where the standard puts a marker into its list of formatting elements. */
const MARKED = words('applet caption marquee object td th')
/** The standard's special elements, except those that the search for `li`, `dt` and `dd` passes. */
const SPECIAL = words(
  'applet article aside blockquote button caption center col colgroup dd details dir dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup iframe li listing main marquee menu nav noembed noframes noscript object ol pre script search section select style summary table tbody td template textarea tfoot th thead title tr ul xmp',
)
/** They end an SVG or MathML element around them. */
export const BREAKS_OUT = words(
  'b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var',
)
/** Their content is HTML again. */
const INTEGRATION = {
  svg: words('foreignobject desc title'),
  math: words('mi mo mn ms mtext'),
}
