/** Opens links to other sites in a new tab: they refuse to be framed, and the preview would be lost. */

// Runs in the preview, from its source text: it must not use anything outside the function.
export const OTHER_SITES = `addEventListener('click', (event) => {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event
  if (window === window.top || event.defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.href)
  if (!link || link.hasAttribute('download') || link.origin === location.origin) return
  if (!/^https?:$/.test(link.protocol) || (link.target && link.target !== '_self' && link.target !== '_top')) return
  event.preventDefault()
  open(link.href, '_blank', 'noopener')
})
`
