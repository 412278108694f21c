/** Opens links to other sites in a tab of their own: they refuse to stand in a frame, and the preview would be gone. */

// Runs in the preview, as text: it may use nothing from around it.
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
