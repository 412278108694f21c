/** A component that says something of its own, to show that the test of words would see it. */
export const Sentence = () => (
  <figure>
    <img src="/a.webp" alt="A loom" />
    Said by nobody else.
  </figure>
)
