/** What both ends must agree on about fields: which events tell the server what a visitor has entered. */

/**
 * Whether an event tells the server the value of its field, so that its answer settles the field. A click or a focus carries a
 * text too, but happens in the middle of typing; in a checkbox or a radio button a click is the choice itself.
 */
export const bringsField = (event: string, isBox: boolean): boolean =>
  /^(input|change|submit|reset|search|key\w+|blur|focusout)$/.test(event) ||
  (isBox && event === 'click')
