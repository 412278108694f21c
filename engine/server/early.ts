/** Notes what a visitor presses before the client is there, which hears it then. */
import { KEPT } from '../protocol/names.ts'

/**
 * A script for the head, before anything can be pressed. What nobody hears stays the browser's; a form or a link that has a
 * handler stays in the page. The list listens itself, so that the client can take it off.
 */
export const EARLY = `(l=>{l.handleEvent=e=>{let{type:t,target:a,submitter:s}=e,c=t=="click";l.push(e);a.closest?.("[lv-"+t+"]"+(c?':is(${KEPT})':""))&&(c?!(e.altKey||e.ctrlKey||e.metaKey||e.shiftKey):(s?.getAttribute("formmethod")??a.getAttribute("method"))!="dialog")&&e.preventDefault()};addEventListener("click",l,!0);addEventListener("submit",l,!0)})(document.telarEarly=[])`
