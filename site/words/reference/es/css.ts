/** What style sheets can ask for, in Spanish. */
import type { Section } from '../words.ts'

export const css: readonly Section[] = [
  {
    id: 'events',
    title: 'Mientras un evento está en camino',
    names: [
      {
        name: '[lv-pending]',
        text: 'El elemento de un handler y el formulario al que pertenece, desde el evento hasta que se muestra su respuesta, también si se pierde la conexión.',
      },
      {
        name: '[aria-busy=true]',
        text: 'El elemento con `lv-busy`, o su formulario, mientras está bloqueado. Sus botones tienen `aria-disabled="true"` y no están `disabled`, así que el foco se queda.',
      },
    ],
    code: {
      language: 'css',
      text: 'button[lv-pending] { opacity: .6; transition: opacity 0s .2s } /* no antes de 200 ms */\nform[lv-pending] .spinner { animation: appear 0s .2s both }\n@keyframes appear { from { visibility: hidden } }',
    },
  },
  {
    id: 'connection',
    title: 'La conexión',
    names: [
      {
        name: ':root[data-telar]',
        text: 'Cómo está la página: `connecting`, `connected`, `disconnected`, `waiting` (el almacén se niega por ahora), `failing` (la página no funciona en el servidor), `refused` (la página ya no está en vivo).',
      },
      {
        name: '.telar-status',
        text: 'El renglón del borde inferior que avisa al visitante de una conexión perdida o de algo que no se aceptó. Mientras no haya nada que decir, está vacío y no ocupa sitio.',
      },
    ],
    code: {
      language: 'css',
      text: ':root[data-telar=disconnected] .save { opacity: .5 }\n.telar-status { background: #7f4f00 !important }',
    },
  },
  {
    id: 'flashes',
    title: 'Avisos',
    text: 'Lo que dice `this.flash(kind, text)` aparece en una región sobre la página que los lectores de pantalla anuncian. Para mostrarlo tú, escucha `telar:flash` y llama a `event.preventDefault()`; `event.detail` es `{ kind, text }`.',
    names: [
      { name: '.telar-flashes', text: 'La región.' },
      { name: '.telar-flash', text: 'Un aviso, con su texto y un botón que lo quita.' },
      {
        name: '.telar-flash[data-kind=error]',
        text: 'Un aviso de ese tipo: lo que hayas dado como `kind`.',
      },
    ],
  },
  {
    id: 'forms',
    title: 'Formularios',
    names: [
      {
        name: '.lv-error',
        text: 'El elemento que genera `form.error(name)`. Está ahí antes de tener texto, para que los lectores de pantalla lo anuncien: `.lv-error:empty { display: none }` lo estropearía.',
      },
      {
        name: '[aria-invalid=true]',
        text: 'Un campo de un `form()` cuyo mensaje se muestra.',
      },
    ],
  },
  {
    id: 'dragging',
    title: 'Arrastrar',
    text: 'Cualquier regla tuya gana al aspecto propio del cliente.',
    names: [
      { name: '[lv-dragged]', text: 'Lo que se está arrastrando.' },
      { name: '[lv-over]', text: 'El lugar que lo recibiría ahora.' },
    ],
  },
]
