/** What a literal that does not parse says: a code, what was expected and found, and where. */
import { expect, test } from 'vitest'
import { html, type Rendered, TemplateError } from '../../engine/index.ts'

function errorOf(view: () => Rendered): TemplateError {
  try {
    view()
  } catch (error) {
    if (error instanceof TemplateError) return error
  }
  throw new Error('Expected a TemplateError, found a template that parses.')
}

test.each<[string, string, () => Rendered, string]>([
  [
    'template-nesting',
    'a wrong closing tag',
    () => html`<p><b>x</p>`,
    'Expected </b>, found </p>. Close <b> first.',
  ],
  [
    'template-nesting',
    'a closing tag that is missing',
    () => html`<div><p>x</p>`,
    'Expected </div>, found the end of the template.',
  ],
  [
    'template-nesting',
    'a closing tag that closes nothing',
    () => html`</p>`,
    'Expected no closing tag here, found </p> without <p>.',
  ],
  [
    'template-nesting',
    'a void element that is closed',
    () => html`<br></br>`,
    '<br> takes no closing tag, found </br>.',
  ],
  [
    'template-syntax',
    'an element that closes itself',
    () => html`<div />`,
    'Expected <div></div>, received <div />: only void elements close themselves in HTML. Write parts of an image as svg`…`.',
  ],
  [
    'template-syntax',
    'a declaration',
    () => html`<!doctype html>`,
    'Expected an element, found a declaration (<!…>). The page writes its own doctype.',
  ],
  [
    'template-syntax',
    'a closing tag without a name',
    () => html`<p></ >`,
    'Expected a closing tag such as </div>, found "</ >".',
  ],
  [
    'template-syntax',
    'a value for a name',
    () => html`<${'b'}>x</b>`,
    'Expected the name of an element after <, found a value. Choose between two templates instead.',
  ],
  [
    'template-syntax',
    'an open comment',
    () => html`<p><!-- x`,
    'Expected --> to close the comment, found the end of the template.',
  ],
  [
    'template-syntax',
    'an odd attribute',
    () => html`<p "x">y</p>`,
    'Expected an attribute or > in <p>, found "\\"x\\">y</p>".',
  ],
  [
    'template-syntax',
    'an open quote',
    () => html`<p class="a`,
    'Expected " to close class in <p>, found the end of the template.',
  ],
  [
    'template-syntax',
    'an open tag',
    () => html`<p class`,
    'Expected > to close <p, found the end of the template.',
  ],
  [
    'template-syntax',
    'an attribute twice',
    () => html`<p class="a" CLASS=${'b'}></p>`,
    'Expected each attribute of <p> once, found class twice. Join them: class="a ${…}".',
  ],
  [
    'template-place',
    'a value among attributes',
    () => html`<p ${'x'}>y</p>`,
    'Expected an attribute or > in <p>, found a value. Write name=${…}.',
  ],
  [
    'template-place',
    'a value in a name',
    () => html`<p data-${'x'}="1"></p>`,
    "A value can't be part of an attribute's name (data-…) in <p>.",
  ],
  [
    'template-place',
    'a handler with text around',
    () => html`<p lv-click="a${1}"></p>`,
    'lv-click wants one handler and nothing else, as in lv-click=${this.save}.',
  ],
  [
    'template-place',
    'a handler as text',
    () => html`<p lv-click="save()"></p>`,
    'lv-click wants a handler, as in lv-click=${this.save}, found the text "save()".',
  ],
  [
    'template-place',
    'a marker of the engine',
    () => html`<p lv-s="1"></p>`,
    'lv-s wants a handler, as in lv-s=${this.save}, found the text "1".',
  ],
  [
    'template-place',
    'an inline handler',
    () => html`<p onclick="x()"></p>`,
    'onclick would run as script in the page. Write lv-click=${…}: the handler stays on the server.',
  ],
  [
    'template-place',
    'a value in an inline handler',
    () => html`<p ONCLICK=${1}></p>`,
    'ONCLICK would run as script in the page. Write lv-CLICK=${…}: the handler stays on the server.',
  ],
  [
    'template-place',
    'a value in srcdoc',
    () => html`<iframe srcdoc=${1}></iframe>`,
    "A value can't stand in srcdoc: it would be a page of its own. Use a route and src.",
  ],
  [
    'template-place',
    'a value in a script',
    () => html`<script>${1}</script>`,
    "A value can't stand in <script>. Use push() to hand data to a script.",
  ],
  [
    'template-place',
    'a value in a style',
    () => html`<style>${1}</style>`,
    "A value can't stand in <style>. Use style=${styles({…})} or a class.",
  ],
  [
    'template-place',
    'a value in a template element',
    () => html`<template><b>${1}</b></template>`,
    "A value can't stand in <template>: its content is not part of the page.",
  ],
  [
    'template-place',
    'a value that a script of the page could throw away',
    () => html`<div lv-ignore class=${'a'}><p title=${'b'}></p></div>`,
    "A value can't stand inside an element with lv-ignore: what is in there belongs to scripts of the page. Give it to the element itself, as in data-points=${…}, or push it to a hook.",
  ],
  [
    'template-place',
    'a property with text around',
    () => html`<p .x="a${1}"></p>`,
    '.x wants one value and nothing else, as in .x=${…}.',
  ],
  [
    'template-place',
    'text beside a textarea’s value',
    () => html`<textarea>a${1}</textarea>`,
    '<textarea> takes one value as its whole content, found something beside it. Join them: ${`…`}.',
  ],
  [
    'template-place',
    'a named character beside a value',
    () => html`<p title="&copy; ${1}"></p>`,
    'Expected the character itself instead of &copy; beside a value in title: only &amp; &lt; &gt; &quot; and numbers such as &#169; are known there.',
  ],
  [
    'template-nesting',
    'a row without its section',
    () => html`<table><tr></tr></table>`,
    'Expected <tbody>, <thead> or <tfoot> right around <tr>, received <table>: the parser would drop or move it. Write <tr> where it belongs.',
  ],
  [
    'template-nesting',
    'text in a table',
    () => html`<table>x</table>`,
    'Expected an element in <table>, received the text "x": the parser would move it. Put it into a cell.',
  ],
  [
    'template-nesting',
    'a block in a paragraph',
    () => html`<p><div></div></p>`,
    'Expected text or an inline element in <p>, received <div>: the parser would close <p> before it. Write <div> instead of <p>.',
  ],
  [
    'template-nesting',
    'a link in a link',
    () => html`<a><b><a></a></b></a>`,
    'Expected no <a> inside another <a>, received one: the parser would close the first. Put them side by side.',
  ],
  [
    'template-nesting',
    'a body',
    () => html`<body></body>`,
    'Expected what stands in <body>, received <body>: the page writes it itself. See the options of page().',
  ],
])('%s: %s', { tags: ['A4'] }, (code, _, view, sentence) => {
  const error = errorOf(view)
  expect(error.code).toBe(code)
  expect(error.owner).toBe('app')
  expect(error.message.replace(/ \(parse-errors\.test\.ts:\d+(:\d+)?\)$/, '')).toBe(sentence)
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
