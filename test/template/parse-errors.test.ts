/** What a literal that does not parse says: a code, what was expected and found, and where. */
import { expect, test } from 'vitest'
import { html, type Rendered, TemplateError } from '../../engine/index.ts'

function errorOf(view: () => Rendered): TemplateError {
  try {
    view()
  } catch (error) {
    if (error instanceof TemplateError) return error
  }
  throw new Error('Expected a TemplateError, received a template that parses.')
}

test.each<[string, string, () => Rendered, string]>([
  [
    'template-nesting',
    'a wrong closing tag',
    () => html`<p><b>x</p>`,
    'Expected </b>, received </p>',
  ],
  [
    'template-nesting',
    'a closing tag that is missing',
    () => html`<div><p>x</p>`,
    'Expected </div>, received the end of the template',
  ],
  [
    'template-nesting',
    'a closing tag that closes nothing',
    () => html`</p>`,
    'Expected no closing tag here, received </p> without <p>',
  ],
  [
    'template-nesting',
    'a void element that is closed',
    () => html`<br></br>`,
    'Expected no closing tag for <br>, received </br>',
  ],
  [
    'template-syntax',
    'an element that closes itself',
    () => html`<div />`,
    'Expected <div></div>, received <div />',
  ],
  [
    'template-syntax',
    'a declaration',
    () => html`<!doctype html>`,
    'Expected an element, received a declaration (<!…>)',
  ],
  [
    'template-syntax',
    'a closing tag without a name',
    () => html`<p></ >`,
    'Expected a closing tag such as </div>, received "</ >"',
  ],
  [
    'template-syntax',
    'a value for a name',
    () => html`<${'b'}>x</b>`,
    'Expected the name of an element after <, received a value',
  ],
  [
    'template-syntax',
    'an open comment',
    () => html`<p><!-- x`,
    'Expected --> to close the comment, received the end of the template',
  ],
  [
    'template-syntax',
    'an odd attribute',
    () => html`<p "x">y</p>`,
    'Expected an attribute or > in <p>, received "\\"x\\">y</p>"',
  ],
  [
    'template-syntax',
    'an open quote',
    () => html`<p class="a`,
    'Expected " to close class in <p>, received the end of the template',
  ],
  [
    'template-syntax',
    'an open tag',
    () => html`<p class`,
    'Expected > to close <p, received the end of the template',
  ],
  [
    'template-syntax',
    'an attribute twice',
    () => html`<p class="a" CLASS=${'b'}></p>`,
    'Expected each attribute of <p> once, received class twice',
  ],
  [
    'template-place',
    'a value among attributes',
    () => html`<p ${'x'}>y</p>`,
    'Expected an attribute or > in <p>, received a value',
  ],
  ['template-place', 'a value in a name', () => html`<p data-${'x'}="1"></p>`, '(data-…) in <p>'],
  [
    'template-place',
    'a handler with text around',
    () => html`<p lv-click="a${1}"></p>`,
    'Expected one handler as all of lv-click',
  ],
  [
    'template-place',
    'a handler as text',
    () => html`<p lv-click="save()"></p>`,
    'received the text "save()"',
  ],
  [
    'template-place',
    'a marker of the engine',
    () => html`<p lv-s="1"></p>`,
    'received the text "1"',
  ],
  [
    'template-place',
    'an inline handler',
    () => html`<p onclick="x()"></p>`,
    'received onclick: it would run in the page. Write lv-click=${…}',
  ],
  [
    'template-place',
    'a value in an inline handler',
    () => html`<p ONCLICK=${1}></p>`,
    'received ONCLICK: it would run in the page. Write lv-click=${…}',
  ],
  [
    'template-place',
    'a value in srcdoc',
    () => html`<iframe srcdoc=${1}></iframe>`,
    'Expected no value in srcdoc',
  ],
  [
    'template-place',
    'a value in a script',
    () => html`<script>${1}</script>`,
    'Expected no value in <script>, received one. Use push()',
  ],
  [
    'template-place',
    'a value in a style',
    () => html`<style>${1}</style>`,
    'Expected no value in <style>, received one. Use style=${styles({…})}',
  ],
  [
    'template-place',
    'a value in a template element',
    () => html`<template><b>${1}</b></template>`,
    'Expected no value in <template>',
  ],
  [
    'template-place',
    'a value that a script of the page could throw away',
    () => html`<div lv-ignore class=${'a'}><p title=${'b'}></p></div>`,
    'Expected no value inside an element with lv-ignore',
  ],
  [
    'template-place',
    'a property with text around',
    () => html`<p .x="a${1}"></p>`,
    'Expected one value as all of .x',
  ],
  [
    'template-place',
    'text beside a textarea’s value',
    () => html`<textarea>a${1}</textarea>`,
    'Expected one value as all of the content of <textarea>',
  ],
  [
    'template-place',
    'a named character beside a value',
    () => html`<p title="&copy; ${1}"></p>`,
    'beside a value in title, received &copy;',
  ],
  [
    'template-nesting',
    'a row without its section',
    () => html`<table><tr></tr></table>`,
    'Expected <tbody>, <thead> or <tfoot> directly around <tr>, received <table>',
  ],
  [
    'template-nesting',
    'text in a table',
    () => html`<table>x</table>`,
    'Expected an element in <table>, received the text "x"',
  ],
  [
    'template-nesting',
    'a block in a paragraph',
    () => html`<p><div></div></p>`,
    'Expected text or an inline element in <p>, received <div>',
  ],
  [
    'template-nesting',
    'a link in a link',
    () => html`<a><b><a></a></b></a>`,
    'Expected no <a> inside another <a>, received one',
  ],
  ['template-nesting', 'a body', () => html`<body></body>`, 'received <body>'],
])('%s: %s', { tags: ['A4'] }, (code, _, view, sentence) => {
  const error = errorOf(view)
  expect(error.code).toBe(code)
  expect(error.owner).toBe('app')
  expect(error.message).toContain(sentence)
})

test('a parse error names file, line and column on the literal’s first line', {
  tags: ['A4', 'parse-errors'],
}, () => {
  const here = new Error().stack!.split('\n')[1]!
  const line = Number(/:(\d+):\d+\)?$/.exec(here)![1])
  const error = errorOf(() => html`<p><b></p>`)
  expect(error.file).toMatch(/parse-errors\.test\.ts$/)
  expect(error.line).toBe(line + 2)
  expect(error.column).toBe(
    '  const error = errorOf(() => html`<p><b></p>'.length - '</p>'.length + 1,
  )
  expect(error.message).toMatch(/\(parse-errors\.test\.ts:\d+:\d+\)$/)
})

test('on a later line the column counts from that line’s start', { tags: ['A4'] }, () => {
  const here = new Error().stack!.split('\n')[1]!
  const line = Number(/:(\d+):\d+\)?$/.exec(here)![1])
  const error = errorOf(
    () => html`<div>
      <p><b></p>
    </div>`,
  )
  expect([error.line, error.column]).toEqual([line + 4, '      <p><b>'.length + 1])
})
