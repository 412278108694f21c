/** All live pages, by their paths. */
import { page } from 'telar'
import { Desk } from './src/desk.ts'
import style from './src/style.css'

export const pages = [page('/desk', Desk, { title: 'Your desk', css: style })]
