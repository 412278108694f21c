/** A sentence with code in it: what stands in backticks. */
export const Rich = ({ text }: { text: string }) =>
  text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))
