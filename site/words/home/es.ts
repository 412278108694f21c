/** The home page in Spanish. */
import type { HomeWords } from './words.ts'

export const es: HomeWords = {
  title: 'Páginas web vivas en TypeScript que se ejecutan en el servidor',
  description:
    'Un curso, un playground y un motor para páginas vivas cuyo código se queda en tu servidor.',
  headline: 'Escribe páginas web vivas en TypeScript. Ejecútalas en el servidor.',
  forNew:
    'Escribes un trozo de página como una sola clase. Se ejecuta en tu servidor, y quien tenga la página abierta ve al instante lo que cambia. No construyes ninguna API ni una aplicación para el navegador.',
  forKnowing:
    'Telar es LiveView para TypeScript: plantillas con slots, handlers y estado en un servidor Node, frames binarios pequeños por un WebSocket y sesiones que sobreviven cuando su proceso muere.',
  start: 'Empezar el curso',
  open: 'Abrir el playground',
  course: (lessons, minutes) =>
    `${lessons} lecciones, unas ${Math.round(minutes / 60)} horas, sin crear una cuenta.`,
  live: {
    frame: 'La tela que comparten todos los visitantes, en marcha',
    wire: 'El cable: lo que se dicen la página y el servidor',
    server: 'servidor',
    page: 'página',
    nothing: 'Todavía no pasó nada por aquí.',
  },
  caption:
    'Pulsa un cuadro. Todos los que tienen abierta esta página lo ven cambiar, porque la tela está en el servidor: la pulsación viaja hasta allí y lo que cambió vuelve a cada página en unos pocos bytes. El cable, entre los dos, muestra cada mensaje que pasa.',
  skip: 'Saltar el tablero',
  proof: {
    title: 'Lo que cuesta',
    figures: [
      {
        value: '20 bytes',
        of: 'para un texto nuevo en una celda, en una tabla de 1000 filas o de 10 000',
        method: 'bench -- wire',
      },
      {
        value: '9 KB',
        of: 'de script en la página, comprimidos; lo demás llega cuando hace falta',
        method: 'bench -- size',
      },
      {
        value: '2,9 KB',
        of: 'de memoria en el servidor por cada visitante en reposo, aparte del socket',
        method: 'bench -- server',
      },
      {
        value: '0 pérdidas',
        of: 'de lo que el servidor confirmó, aunque su proceso muera de golpe',
        method: 'test/',
      },
    ],
    method: 'Cómo se mide cada cifra y dónde otros van por delante',
  },
  fit: {
    title: 'Cuándo elegirlo y cuándo no',
    good: {
      title: 'Te conviene para',
      list: [
        'herramientas, formularios, paneles y tableros que varias personas ven a la vez;',
        'un equipo que sabe TypeScript y prefiere un solo programa a una API más un cliente;',
        'datos y reglas que no deben salir del servidor.',
      ],
    },
    bad: {
      title: 'Elige otra cosa',
      list: [
        'si la página debe funcionar sin conexión: cada pulsación viaja hasta el servidor;',
        'si se trata de dibujar, de juegos o de algo que responde en cada fotograma;',
        'si la página nunca cambia: un sitio estático no necesita ningún servidor.',
      ],
    },
  },
  examples: {
    title: 'Ejecútalos y luego cámbialos',
    lead: 'Cada uno se ejecuta en este servidor. La mayoría se abre en el playground, donde cambias su código y ves qué hace.',
  },
  ways: {
    title: 'Por dónde seguir',
    list: [
      {
        path: '/learn',
        name: 'Aprender',
        says: 'Cambias un componente, se ejecuta, y una comprobación en el motor real te dice qué falta.',
      },
      {
        path: '/playground',
        name: 'Playground',
        says: 'Un editor, un servidor Node propio y una vista previa. Lo que escribes se queda en este navegador; un enlace se lo lleva a otra persona.',
      },
      {
        path: '/guides/take-home',
        name: 'Llévatelo a tu máquina',
        says: 'Una aplicación propia en tu máquina, con un formulario y una prueba, en pocos minutos.',
      },
      {
        path: '/guides',
        name: 'Guías',
        says: 'Formularios, direcciones, estado, despliegue, pruebas y en qué se diferencia de lo que ya conoces.',
      },
      {
        path: '/reference',
        name: 'Referencia',
        says: 'Cada nombre público con sus tipos, sus errores y un ejemplo que se ejecuta.',
      },
    ],
  },
}
