/** All pages, by their paths. */
import { page } from 'telar'
import { Counter } from './src/counter.ts'
import style from './src/style.css'

export const pages = [page('/', Counter, { title: 'A counter', css: style })]
