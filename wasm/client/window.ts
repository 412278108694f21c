/**
 * The window that the client runs in: all that its files use of a browser. They call it by these bare names, which a page has anyway; where many
 * windows share one process (the testing kit), `wasm/whole.mjs` makes the client a function of one of them, and this file opens it.
 */
declare const surroundings: Window & typeof globalThis

export const {
  addEventListener,
  clearTimeout,
  confirm,
  console,
  dispatchEvent,
  document,
  fetch,
  getComputedStyle,
  history,
  location,
  matchMedia,
  parent,
  performance,
  removeEventListener,
  reportError,
  requestAnimationFrame,
  scrollBy,
  setTimeout,
  window,
  AbortController,
  Comment,
  CSSStyleSheet,
  CustomEvent,
  DataTransfer,
  DOMParser,
  DragEvent,
  Element,
  Event,
  FormData,
  HTMLDialogElement,
  HTMLMediaElement,
  IntersectionObserver,
  // biome-ignore lint/suspicious/noShadowRestrictedNames: chance is the window's too
  Math,
  MutationObserver,
  Text,
  TextDecoder,
  TextEncoder,
  URL,
  WebAssembly,
  WebSocket,
} = surroundings
