/** All pages, by their paths. */
import { page } from 'telar'
import { BookTable } from './src/book-table.ts'
import style from './src/style.css'

export const pages = [page('/', BookTable, { title: 'Book a table', css: style })]
