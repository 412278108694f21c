/** The templates by name: what each is, what it is made of, and which packages it asks for. */

/** A line about a template in both languages. */
export interface Template {
  readonly title: string
  readonly about: { readonly en: string; readonly es: string }
  /** Folders of `templates/` whose files it has; a later one replaces files of an earlier one. */
  readonly folders: readonly string[]
  /** Packages that the server needs. */
  readonly needs: readonly string[]
  /** Packages for types and tests alone. */
  readonly develops?: readonly string[]
}

const inside = (name: string, needs: readonly string[], develops: readonly string[] = []) => ({
  title: `Inside ${name}`,
  about: {
    en: `A live page beside those of ${name}, which knows its visitor by a cookie that ${name} has signed.`,
    es: `Una página viva junto a las de ${name}, que conoce a su visitante por una cookie firmada por ${name}.`,
  },
  needs,
  develops,
})

export const TEMPLATES = {
  empty: {
    title: 'Empty',
    about: {
      en: 'One page with one component, a counter.',
      es: 'Una página con un componente, un contador.',
    },
    folders: ['empty'],
    needs: [],
  },
  form: {
    title: 'Form',
    about: {
      en: 'A form that a schema checks, with a sentence at each field that is wrong.',
      es: 'Un formulario que un esquema comprueba, con una frase en cada campo que está mal.',
    },
    folders: ['form'],
    needs: ['zod'],
  },
  board: {
    title: 'Board',
    about: {
      en: 'A board that all visitors share: a card that one of them moves moves on every screen.',
      es: 'Un tablero que todos los visitantes comparten: la tarjeta que uno mueve se mueve en todas las pantallas.',
    },
    folders: ['board'],
    needs: [],
  },
  express: {
    ...inside(
      'Express',
      ['cookie', 'cookie-signature', 'express'],
      ['@types/cookie-signature', '@types/express'],
    ),
    folders: ['inside', 'welcome', 'express'],
  },
  fastify: {
    ...inside('Fastify', ['@fastify/cookie', '@fastify/formbody', 'fastify']),
    folders: ['inside', 'welcome', 'fastify'],
  },
  hono: {
    ...inside('Hono', ['@hono/node-server', 'hono']),
    folders: ['inside', 'welcome', 'hono'],
  },
  next: {
    ...inside(
      'Next',
      ['cookie', 'cookie-signature', 'next', 'react', 'react-dom'],
      ['@types/cookie-signature', '@types/react', '@types/react-dom'],
    ),
    folders: ['inside', 'next'],
  },
} satisfies Record<string, Template>

export type TemplateName = keyof typeof TEMPLATES

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[]

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name)
