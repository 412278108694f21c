/** The script that stands behind each question of a lesson's page. */
import { GUESSES_KEY } from './guesses.ts'
import { HEIGHTS_KEY } from './question-heights.ts'

/**
 * Runs before the first paint, so that nothing moves afterwards. If the reader has answered the question in front of it, it gets the height
 * that it had then; if not, the text behind the question is folded, unless the address leads into it. One text for all, since the page's
 * policy names each script by its hash.
 */
export const QUESTION_BEFORE_PAINT = `{const last=document.currentScript.previousElementSibling,fold=last.localName=='details'?last:undefined,question=fold?fold.previousElementSibling:last,read=key=>{try{return JSON.parse(localStorage.getItem(key))[location.pathname.split('/').at(-1)][question.id.slice(8)]}catch{}};if(typeof read('${GUESSES_KEY}')?.guess=='string'){const [width,height]=read('${HEIGHTS_KEY}')??[];if(width==question.offsetWidth)question.style.cssText='height:'+height+'px;overflow:clip';if(fold)fold.dataset.answered=true}else if(fold){fold.dataset.early=1;fold.open=fold.contains(document.getElementById(location.hash.slice(1)))}}`
