/** Says in a sentence why an element is not allowed in its place, and what to write instead. */
import * as at from './nesting.ts'

/** `hit` holds the masks that forbid it there; `parent` is its direct parent, if known. */
export function nestingSentence(name: string, hit: number, parent: string, isSvg: boolean): string {
  const tag = `<${name}>`
  if (hit & at.ANYWHERE) return never(name, isSvg)
  if (hit & at.IN_SVG) {
    return `Expected svg\`…\` in an image, received html\`<${name}>\`. Write svg\`…\` for parts of an image, and HTML inside <foreignObject>.`
  }
  if (hit & at.IN_MATH) {
    return `Expected a formula to be one literal, received html\`<${name}>\` in <math>. Write it where <math> stands.`
  }
  if (isSvg) {
    return `Expected <svg> around svg\`<${name}>\`, received ${parent || 'HTML'}. Put it into <svg>…</svg>, or write html\`…\`.`
  }
  const around = AROUND.get(name)
  if (around) {
    return `Expected ${around} directly around ${tag}, received ${parent || 'another element'}: the parser would drop or move it. Put ${tag} into ${around}.`
  }
  for (const [mask, content, where] of PARTS) {
    if (hit & mask) {
      return `Expected ${content} in ${parent || where}, received ${tag}: the parser would move it. Put it into a cell, or outside of the table.`
    }
  }
  for (const [mask, sentence] of OPEN) if (hit & mask) return sentence(tag)
  const within = parent || '<option>, <p>, <li>, <dt>, <dd> or <rt>'
  return `Expected no ${tag} directly in ${within}, received one: the parser would close what is around it first. Write the closing tag before ${tag}.`
}

/** The same for a text. */
export const textSentence = (text: string, parent: string) =>
  `Expected an element in ${parent || 'a part of a table'}, received the text ${JSON.stringify(text.trim().slice(0, 20))}: the parser would move it. Put it into a cell.`

function never(name: string, isForeign: boolean): string {
  if (/^(html|head|body|frameset)$/.test(name)) {
    return `Expected the content of <${name}>, received <${name}>: the page writes it itself. See the options of page().`
  }
  return isForeign
    ? `Expected elements of the image or formula, received <${name}>: the parser would close <svg> or <math> before it. Put HTML into <foreignObject>.`
    : `Expected another element, received <${name}>: the parser does not keep it. ${name === 'image' ? 'Write <img>' : 'Remove it'}.`
}

const AROUND: ReadonlyMap<string, string> = new Map([
  ...['caption', 'colgroup', 'thead', 'tbody', 'tfoot'].map((part) => [part, '<table>'] as const),
  ['tr', '<tbody>, <thead> or <tfoot>'],
  ['td', '<tr>'],
  ['th', '<tr>'],
  ['col', '<colgroup>'],
])

const PARTS: readonly (readonly [mask: number, content: string, where: string])[] = [
  [at.IN_TABLE, '<thead>, <tbody> or <caption>', '<table>'],
  [at.IN_SECTION, '<tr>', '<tbody>'],
  [at.IN_ROW, '<td> or <th>', '<tr>'],
  [at.IN_COLGROUP, '<col>', '<colgroup>'],
]

const inSelf = (tag: string) =>
  `Expected no ${tag} inside another ${tag}, received one: the parser would close the first. Put them side by side.`

const OPEN: readonly (readonly [mask: number, sentence: (tag: string) => string])[] = [
  [
    at.P,
    (tag) =>
      `Expected text or an inline element in <p>, received ${tag}: the parser would close <p> before it. Write <div> instead of <p>.`,
  ],
  [
    at.SELECT,
    (tag) =>
      /<(select|input)>/.test(tag)
        ? `Expected no ${tag} inside <select>, received one: the parser would close <select> before it. Put it outside.`
        : `Expected options, groups and what HTML allows in them inside <select>, received ${tag}: not all of it would be kept. Write <div> or <span>.`,
  ],
  [at.A | at.BUTTON | at.FORM | at.NOBR, inSelf],
  [
    at.LI,
    (tag) =>
      `Expected <ul> or <ol> between <li> and an inner ${tag}, received ${tag}: the parser would close the first. Put the inner one into a list of its own.`,
  ],
  [
    at.DT,
    (tag) =>
      `Expected <dl> between <dt> or <dd> and an inner ${tag}, received ${tag}: the parser would close the first. Put the inner one into a list of its own.`,
  ],
  [
    at.IN_HEADING,
    (tag) =>
      `Expected text or an inline element in a heading, received ${tag}: the parser would close the first. Put them side by side.`,
  ],
]

/** Why these elements can't contain values. */
export const BARRED: ReadonlyMap<string, string> = new Map([
  [
    'template',
    'Expected no value in <template>, received one: its content is not part of the page. Put the value outside.',
  ],
  [
    'selectedcontent',
    'Expected no value in <selectedcontent>, received one: the browser puts a copy of the chosen option there. Put the value into the option.',
  ],
  [
    'lv-ignore',
    'Expected no value inside an element with lv-ignore, received one: its content belongs to scripts of the page. Give the value to the element itself, as in data-points=${…}, or push it to a hook.',
  ],
])

/** Why a value can't be next to text there. */
export const notWhole = (element: string) =>
  `Expected one value as all of the content of <${element}>, received more. Join them: \${\`…\`}.`
