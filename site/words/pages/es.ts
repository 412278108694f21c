/** What pages say in Spanish that are rendered on the server alone. */
import { es } from '../es.ts'
import type { PageWords } from './words.ts'

export const esPages: PageWords = {
  about:
    'Telar es LiveView para TypeScript: escribes una página web como una clase, su estado y su código se quedan en tu servidor Node, y un pequeño script en el navegador envía lo que hace el visitante y muestra lo que cambió. Es para desarrolladores de TypeScript que quieren páginas vivas sin construir una API y una aplicación de cliente.',
  learn: {
    name: 'Aprender',
    title: 'Lecciones',
    description:
      'Lecciones en orden: cambias un componente, se ejecuta en un servidor y una comprobación te responde.',
    lead: 'Cada lección trata una sola idea: un componente que cambias y una comprobación que se ejecuta en el motor real. La primera vez, síguelas en orden. Lo que escribes y lo que superas se guarda en este navegador.',
  },
  all: {
    title: es.course.onePageTitle,
    description: 'Todas las lecciones seguidas, para leer, buscar o imprimir.',
    lead: 'Todas las lecciones seguidas, para leer, buscar o imprimir. Aquí no se ejecuta nada: cada lección enlaza con su espacio de trabajo.',
    contents: 'Contenido',
    open: 'Abrir esta lección con su espacio de trabajo',
  },
  lesson: {
    about: (part, count) => `${part} · unos ${es.list.minutes(count)}`,
    next: 'Siguiente:',
    last: 'Esta era la última lección por ahora. El playground es tuyo.',
    playground: 'Abrir el playground',
    tryIt: 'Pruébalo',
    watch: 'Mira el cable',
  },
  playground: {
    description:
      'Escribe un componente, ejecútalo en un servidor Node propio y mira qué se dicen la página y el servidor.',
  },
  still: {
    runHere: 'Ejecútalo aquí:',
    startFiles: 'El código con el que empiezas',
    predict: 'Predice',
    passed: 'Cuando la hayas superado',
    scrub: (value, unit) =>
      `En la página puedes cambiar este valor: ${value} ${unit}.`.replace(' .', '.'),
    wire: 'Aquí la página muestra tu último frame, campo por campo.',
  },
  notFound: {
    lesson: 'Esa lección no existe',
    page: 'No hay ninguna página en esta dirección',
    noLesson: ['Ninguna lección se llama ', '. Estas son las lecciones que hay:'],
    check: 'Revisa la dirección, busca con Ctrl+K o sigue desde aquí:',
    home: 'Inicio',
  },
}
