/** The language of the client's own texts in a page. */
export const isSpanish = () => document.documentElement.lang.startsWith('es')
