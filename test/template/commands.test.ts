/** Commands as they stand in the page, and what is refused. */
import { expect, test } from 'vitest'
import {
  addClass,
  Command,
  dispatch,
  focus,
  hide,
  removeAttribute,
  removeClass,
  setAttribute,
  show,
  toggle,
  toggleClass,
} from '../../engine/index.ts'
import { commandsText } from '../../engine/template/commands.ts'

test('client commands stand in the page as data', { tags: ['A22', 'client-commands'] }, () => {
  expect(commandsText('lv-do-click', [toggle('#menu'), dispatch('zoom', { to: '"' })])).toBe(
    '[["toggle","#menu"],["dispatch","","zoom","{\\"to\\":\\"\\\\\\"\\"}"]]',
  )
  expect(commandsText('lv-do-click', show('p'))).toBe('[["show","p"]]')
  expect(commandsText('lv-do-click', false)).toBe(null)
})

test('each client command is its name, the selector and what it needs', {
  tags: ['A22', 'client-commands'],
}, () => {
  const commands = [
    show(),
    hide('p'),
    toggle('p'),
    focus('p'),
    addClass('a'),
    removeClass('a', 'p'),
    toggleClass('a', 'p'),
    setAttribute('title', 't', 'p'),
    removeAttribute('open'),
    dispatch('zoom', 2, 'p'),
  ]
  expect(commands.every((one) => one instanceof Command)).toBe(true)
  expect(commands.map(({ words }) => words)).toEqual([
    ['show', ''],
    ['hide', 'p'],
    ['toggle', 'p'],
    ['focus', 'p'],
    ['addClass', '', 'a'],
    ['removeClass', 'p', 'a'],
    ['toggleClass', 'p', 'a'],
    ['setAttribute', 'p', 'title', 't'],
    ['removeAttribute', '', 'open'],
    ['dispatch', 'p', 'zoom', '2'],
  ])
})

test('a client command is no way to script, to handlers or to text of a visitor', {
  tags: ['A17', 'A22'],
}, () => {
  for (const name of ['onclick', 'lv-click', 'href', 'srcdoc', 'style']) {
    expect(() => setAttribute(name, 'x')).toThrow(`received ${name}: it could run script`)
  }
  expect(() => commandsText('lv-do-click', '[["dispatch","","click","1"]]')).toThrow(
    'received string',
  )
})
