/** All pages, by their paths. */
import { page } from 'telar'
import { createBoard } from './src/board.ts'
import { Cards } from './src/cards.ts'
import style from './src/style.css'

export const pagesOf = (cards: Cards) => [
  page('/', createBoard(cards), { title: 'Board', css: style }),
]

export const pages = pagesOf(new Cards('cards.json'))
