/** Whether a button was pressed by keyboard: the next thing to do then needs the focus, which for a pointer would only open its tooltip. */
export const isByKeys = ({ detail }: { readonly detail: number }) => detail === 0
