/** Writes the guide of a project: one page that says how to run, test, change, build and deploy it. */
import type { Lang } from './project-parts.ts'

interface Guide {
  name: string
  about: string
  /** All other files that were written. */
  paths: readonly string[]
  /** File name of the packed engine. */
  archive: string
  lang: Lang
}

export const readme = ({ lang, ...guide }: Guide) => (lang === 'es' ? spanish : english)(guide)

type Written = Omit<Guide, 'lang'>

const english = ({ name, about, paths, archive }: Written) => `# ${name}

${about}

\`\`\`
npm install
npm start       builds and serves: http://localhost:3000
npm test        runs the tests
\`\`\`

You need Node 20.19 or newer. Another program uses port 3000? \`PORT=3001 npm start\`.

| command | what it does |
|---|---|
| \`npm run dev\` | serves, and after each change goes on with the new code: open pages keep their state. A changed style sheet shows after a reload |
| \`npm run build\` | writes \`dist/server.js\`, ${sizeOf(paths, 'en')} |
| \`npm run check\` | checks the types |

| file | what it is |
|---|---|
${rows(paths, archive, FILES_EN)}

## Deploy

\`\`\`
npm ci && npm run build
TELAR_SECRET=<a long random text> TELAR_HOSTS=app.example HOST=0.0.0.0 PORT=8080 node dist/server.js
\`\`\`

- \`TELAR_HOSTS\` has the names by which browsers reach the server; it answers to no other name.
- With the same \`TELAR_SECRET\` for each start, sessions are kept in the folder \`SESSIONS\` (\`.telar/sessions\`), and open pages go on after a deploy with nothing lost. Without it they are in memory alone.
- A proxy in front must pass WebSockets on.
- On SIGTERM the server finishes what runs, stores it and ends.

More: \`node_modules/telar/README.md\` is the guide of the engine.
`

const spanish = ({ name, about, paths, archive }: Written) => `# ${name}

${about}

\`\`\`
npm install
npm start       compila y sirve: http://localhost:3000
npm test        ejecuta las pruebas
\`\`\`

Necesitas Node 20.19 o una versión más nueva. ¿Otro programa usa el puerto 3000? \`PORT=3001 npm start\`.

| comando | qué hace |
|---|---|
| \`npm run dev\` | sirve y, después de cada cambio, sigue con el código nuevo: las páginas abiertas conservan su estado. Una hoja de estilos cambiada se ve al recargar |
| \`npm run build\` | escribe \`dist/server.js\`, ${sizeOf(paths, 'es')} |
| \`npm run check\` | comprueba los tipos |

| archivo | qué es |
|---|---|
${rows(paths, archive, FILES_ES)}

## Publicar

\`\`\`
npm ci && npm run build
TELAR_SECRET=<un texto largo al azar> TELAR_HOSTS=app.example HOST=0.0.0.0 PORT=8080 node dist/server.js
\`\`\`

- \`TELAR_HOSTS\` tiene los nombres con los que los navegadores llegan al servidor; no responde a ningún otro.
- Con el mismo \`TELAR_SECRET\` en cada arranque, las sesiones se guardan en la carpeta \`SESSIONS\` (\`.telar/sessions\`) y las páginas abiertas siguen después de publicar sin perder nada. Sin él solo están en memoria.
- Si hay un proxy delante, debe dejar pasar los WebSockets.
- Con SIGTERM el servidor acaba lo que está haciendo, lo guarda y termina.

Más: \`node_modules/telar/README.md\` es la guía del motor, en inglés.
`

// Next has files of its own.
const sizeOf = (paths: readonly string[], lang: Lang) =>
  paths.includes('app/page.tsx')
    ? {
        en: 'the server, which needs `node_modules` beside it',
        es: 'el servidor, que necesita `node_modules` al lado',
      }[lang]
    : {
        en: 'one file that Node runs without `node_modules`',
        es: 'un solo archivo que Node ejecuta sin `node_modules`',
      }[lang]

function rows(
  paths: readonly string[],
  archive: string,
  about: Readonly<Record<string, string>>,
): string {
  return Object.entries({ ...about, [archive]: about.archive! })
    .filter(([path]) => path === archive || path.endsWith('/') || paths.includes(path))
    .filter(([path]) => !path.endsWith('/') || paths.some((one) => one.startsWith(path)))
    .map(([path, said]) => `| \`${path}\` | ${said} |`)
    .join('\n')
}

const FILES_EN = {
  'src/': 'components with their styles and tests',
  'pages.ts': 'which component is shown at which path',
  'pages.test.ts': 'opens each page',
  'server.ts': 'serves the pages',
  'app/': 'pages and routes of Next',
  'build.mjs': 'what `npm run build` and `npm run dev` do',
  archive: 'the engine, which `npm install` takes from here',
}

const FILES_ES: typeof FILES_EN = {
  'src/': 'componentes con sus estilos y pruebas',
  'pages.ts': 'qué componente se muestra en qué ruta',
  'pages.test.ts': 'abre cada página',
  'server.ts': 'sirve las páginas',
  'app/': 'páginas y rutas de Next',
  'build.mjs': 'lo que hacen `npm run build` y `npm run dev`',
  archive: 'el motor; `npm install` lo toma de aquí',
}
