/** The language that the reader chose, remembered in this browser. */
import type { Lang } from '../words/words.ts'

const KEY = 'telar.lang'

export function rememberLang(lang: Lang): void {
  try {
    localStorage.setItem(KEY, lang)
  } catch {
    // Private windows may refuse storage: the address says the language all the same.
  }
}

/** Runs on the English home before its first paint: a reader who chose Spanish gets the Spanish one. */
export const REMEMBERED_LANG = `try{if(localStorage.getItem('${KEY}')==='es')location.replace('/es'+location.hash)}catch{}`
