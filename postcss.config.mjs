/** Tailwind is the one plugin of the site's style sheets. */
export default { plugins: { '@tailwindcss/postcss': {} } }
