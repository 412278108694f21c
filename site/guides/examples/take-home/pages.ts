/** All pages, by their paths. */
import { page } from 'telar'
import { Counter } from './src/counter.ts'
import { GuestBook } from './src/guest-book.ts'
import style from './src/style.css'

export const pages = [
  page('/', Counter, { title: 'A counter', css: style }),
  page('/guests', GuestBook, { title: 'Guest book', css: style }),
]
