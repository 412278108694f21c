/** Notes what a visitor presses before the client has loaded; the client then handles it. */
import { KEPT } from '../protocol/names.ts'

/**
 * A script for the head, so that it runs before anything can be pressed. Events without a handler keep their default action; a form
 * or a link with a handler does not leave the page. The list is itself the listener, so that the client can remove it.
 */
export const EARLY = `(l=>{l.handleEvent=e=>{let{type:t,target:a,submitter:s}=e,c=t=="click";l.push(e);a.closest?.("[lv-"+t+"]"+(c?':is(${KEPT})':""))&&(c?!(e.altKey||e.ctrlKey||e.metaKey||e.shiftKey):!/^dialog$/i.test(s?.getAttribute("formmethod")??a.getAttribute("method")))&&e.preventDefault()};addEventListener("click",l,!0);addEventListener("submit",l,!0)})(document.telarEarly=[])`
