/** What the site says in Spanish. */
import { elements } from './elements/es.ts'
import type { Words } from './words.ts'

const minutes = (count: number) => (count === 1 ? '1 minuto' : `${count} minutos`)

export const es: Words = {
  lang: 'es',
  elements,
  tagline: 'LiveView para TypeScript',
  skip: 'Ir al contenido',
  header: {
    main: 'Principal',
    learn: 'Aprender',
    playground: 'Playground',
    examples: 'Ejemplos',
    reference: 'Referencia',
    guides: 'Guías',
    search: 'Buscar en Telar',
    source: 'Código fuente',
    version: (number) => `Versión ${number}: qué cambió`,
    home: 'Telar, inicio',
    useDark: 'Usar colores oscuros',
    useLight: 'Usar colores claros',
    changeColours: 'Cambiar los colores',
    otherLanguage: 'English',
  },
  bar: {
    place: (number, of) => `Lección ${number} de ${of}`,
    textOrWorkspace: 'Texto o código',
    text: 'Texto',
    workspace: 'Código',
    toWorkspace: 'Ir al código',
    lessons: 'Lecciones',
    previous: (title) => `Anterior: ${title}`,
    next: (title) => `Siguiente: ${title}`,
    notChecked: 'Sin comprobar',
    passed: 'Superada',
    steps: (passed, of) => `${passed} de ${of} pasos`,
    test: (part) => `Prueba de la parte ${part}`,
    tested: 'Superada: las lecciones de esta parte quedan marcadas como superadas con la prueba.',
  },
  review: {
    name: 'Repaso',
    due: (count) => (count === 1 ? 'Hay 1 tarjeta de repaso' : `Hay ${count} tarjetas de repaso`),
  },
  list: {
    part: (number, title) => `Parte ${number}: ${title}`,
    passed: 'Superada',
    minutes,
    onlyEnglish: 'solo en inglés',
  },
  course: {
    menu: 'Todas las lecciones',
    menuTitle: 'El curso',
    close: 'Cerrar',
    overview: 'Vista general del curso',
    begin: 'Empieza:',
    goOn: 'Sigue donde lo dejaste:',
    allPassed: 'Has superado todas las lecciones.',
    passedOf: (passed, of) =>
      passed === 1 ? `1 de ${of} superada` : `${passed} de ${of} superadas`,
    testOut: (part) => `¿Ya lo sabes? Convalida la parte ${part} con una prueba`,
    testedOut: 'Convalidada',
    onePage: 'Todo en una página, para leer o imprimir',
    onePageTitle: 'El curso en una página',
    keys: 'Atajos de teclado',
    keysDo: [
      ['Ctrl+K', 'buscar, desde cualquier parte'],
      ['/', 'buscar, fuera de los campos y del editor'],
      ['Alt+Av Pág', 'lección siguiente'],
      ['Alt+Re Pág', 'lección anterior'],
      ['Ctrl+Intro', 'ejecutar, en el editor'],
      ['Ctrl+Mayús+Intro', 'comprobar, desde el texto o el editor'],
      ['Ctrl+M', 'dejar que Tab salga del editor'],
    ],
    linkHere: 'Enlace a este apartado',
  },
}
