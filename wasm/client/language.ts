/** Which of the client's own words a page gets. */
export const isSpanish = () => document.documentElement.lang.startsWith('es')
