/** How page and server speak, in Spanish; the numbers stand in the table of ops. */
import type { Section } from '../words.ts'

export const protocol: readonly Section[] = [
  {
    id: 'encodings',
    title: 'Dos codificaciones',
    text: 'Una pestaña abre un WebSocket y nombra como subprotocolos las codificaciones que habla; el servidor responde con la primera que conoce. `telar.2.bin` es binaria y es la que usa el cliente. `telar.2.json` lleva lo mismo, un objeto JSON por mensaje, para personas, herramientas y clientes sencillos. Ambas se prueban con una misma tabla de casos, que muestran las páginas de los cambios.',
  },
  {
    id: 'frame',
    title: 'Un frame, byte a byte',
    text: 'A una pulsación en un contador responde un mensaje de 9 bytes:',
    code: {
      language: 'text',
      text: '13            indicadores: ASCII (1), se confirma un evento (2), siguen textos (16)\n08            frame 8\n05            respondidos los eventos hasta el número 5\n03            siguen 3 bytes de cambios\n   01 04 02   setText · slot 2 (zigzag: 4) · su texto tiene 2 caracteres\n3130          todos los textos del frame: "10"',
    },
  },
  {
    id: 'event',
    title: 'La pulsación',
    text: 'Subió en 6 bytes:',
    code: {
      language: 'text',
      text: '01              un evento\n00              en el componente 0, la raíz de la página\n01              slot 1: el handler\n01              un clic\n05              evento número 5\n07              la pestaña había aplicado el frame 7; sin datos',
    },
  },
  {
    id: 'slots',
    title: 'A qué se refiere',
    text: 'Una página es un árbol de componentes, cada uno con un número y una tabla de slots. Una instancia de una plantilla tiene una base y, justo detrás, un slot para cada valor de la plantilla, en el orden del documento. Los numera el servidor: dos pestañas que ven lo mismo reciben los mismos bytes, y el cliente nunca busca. Un slot es un atributo, un handler o un sitio de contenido: para texto, una plantilla, una lista o un componente.',
  },
  {
    id: 'order',
    title: 'Nada dos veces, nada perdido',
    text: 'Los frames y los eventos están numerados. El servidor guarda un turno antes de contárselo a una pestaña; la pestaña conserva un evento hasta que un frame lo confirma, y lo envía otra vez tras un corte. Lo que llega dos veces se descarta por su número. De vez en cuando un frame termina con un hash de todo lo dicho, para que ambos extremos noten si no coinciden.',
  },
]
