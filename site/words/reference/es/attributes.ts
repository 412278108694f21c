/** Every attribute that the client knows, in Spanish. */
import type { Section } from '../words.ts'

export const attributes: readonly Section[] = [
  {
    id: 'handlers',
    title: 'Handlers',
    text: 'Un atributo `lv-` con el nombre de un evento del DOM ejecuta un método en el servidor cuando ocurre ese evento: `lv-click=${this.add}` o `lv-click=${() => this.remove(row.id)}`. Sirve cualquier evento, también uno tuyo. La página solo conoce un número, así que un visitante no puede llamar a nada que no se le haya mostrado. El handler recibe un `LiveEvent`. Sobre estos nombres hay algo más que decir:',
    names: [
      {
        name: 'lv-click',
        text: 'Se pulsa el elemento, con el ratón o con una tecla. `x` e `y` son posiciones dentro de él, salvo en botones y campos.',
      },
      {
        name: 'lv-input',
        text: 'Un campo tiene otro texto, con cada letra. `value` es el texto; `checked`, el estado de una casilla.',
      },
      {
        name: 'lv-change',
        text: 'Se cambió un campo y se salió de él, o se eligió algo. En un `<form>` oye todos sus campos, y `name` dice cuál.',
      },
      {
        name: 'lv-submit',
        text: 'Se envía un formulario; la página se queda. `form` tiene los valores por nombre. Se lleva también lo que `lv-debounce` aún retenía.',
      },
      {
        name: 'lv-keydown',
        text: 'Baja una tecla (`lv-keyup`: sube). `key` y `code` la nombran; `ctrl`, `alt`, `shift` y `meta` dicen qué más estaba pulsado. `lv-key` al lado elige la tecla.',
      },
      {
        name: 'lv-focus',
        text: 'El elemento recibe el foco; con `lv-blur`, lo ha perdido.',
      },
      {
        name: 'lv-pointerdown',
        text: 'Baja el ratón, el lápiz o el dedo. `lv-pointermove`, `lv-pointerup` y los demás eventos de puntero funcionan igual; `lv-touchstart` solo oye los dedos.',
      },
      {
        name: 'lv-drop',
        text: 'Aquí se suelta algo con `draggable="true"`, con ratón, dedo, lápiz o teclas. Llegan los `dataset` de ambos elementos. `lv-dragstart`, `lv-dragenter`, `lv-dragover`, `lv-dragleave` y `lv-dragend` cuentan el camino.',
      },
      {
        name: 'lv-enter',
        text: 'El elemento ha entrado en pantalla. Al final de una lista, la vuelve infinita: se avisa de nuevo si la página creció y el elemento sigue a la vista.',
      },
      {
        name: 'lv-leave',
        text: 'El elemento ha salido de la pantalla, después de haber estado en ella.',
      },
    ],
  },
  {
    id: 'modifiers',
    title: 'Junto a un handler',
    text: 'Cambian cuándo se enteran de algo los handlers del mismo elemento.',
    names: [
      {
        name: 'lv-key',
        text: 'Solo esta tecla: `lv-key="Enter"`. Los nombres son los de `KeyboardEvent.key`.',
      },
      {
        name: 'lv-debounce',
        text: 'Espera hasta que pasen tantos milisegundos sin que ocurra nada y envía el evento más nuevo. Un evento posterior de otro elemento se lleva lo retenido, así que el orden se conserva.',
      },
      {
        name: 'lv-throttle',
        text: 'Envía el primer evento de inmediato y después el más nuevo, como máximo una vez cada tantos milisegundos. El último de una serie llega siempre.',
      },
      {
        name: 'lv-prevent',
        text: 'Impide lo que el navegador haría por su cuenta, como seguir un enlace.',
      },
      { name: 'lv-once', text: 'Solo la primera vez, hasta que el elemento se genere de nuevo.' },
      {
        name: 'lv-outside',
        text: 'Da la vuelta al handler: oye lo que ocurre fuera del elemento. Útil para cerrar un menú.',
      },
      {
        name: 'lv-stop',
        text: 'Los handlers y comandos de los elementos de alrededor no oyen el evento.',
      },
      {
        name: 'lv-busy',
        text: 'Mientras su clic o su envío está en camino, se ignora otro, y el botón pulsado muestra este texto: `lv-busy="Guardando…"`. El foco se queda, porque nada está `disabled`.',
      },
    ],
  },
  {
    id: 'commands',
    title: 'Sin viaje al servidor',
    names: [
      {
        name: 'lv-do-click',
        text: "Comandos que la página ejecuta de inmediato, sin el servidor: `lv-do-click=${[toggle('#menu'), focus('#search')]}`. `lv-do-` va delante de cualquier evento, y al lado puede haber un handler. La página de los comandos los tiene todos.",
      },
    ],
  },
  {
    id: 'links',
    title: 'Enlaces y trabajo sin guardar',
    names: [
      {
        name: 'lv-link',
        text: 'En `<a href>`: va allí sin cargar el documento de nuevo. Un enlace a la misma ruta se queda en la página, y `paramsChanged()` se entera. Lo que abre otra pestaña o descarga sigue siendo del navegador.',
      },
      {
        name: 'lv-unsaved',
        text: 'Mientras está, se pregunta al visitante antes de que se vaya: `<form lv-unsaved=${this.isDirty}>`. Un texto es la pregunta; al cerrar la pestaña, los navegadores preguntan con sus palabras.',
      },
    ],
  },
  {
    id: 'scripts',
    title: 'Scripts de la página',
    text: 'Lo que dibuja una biblioteca no debe sobrescribirse, y la biblioteca tiene que saber cuándo llega y se va su elemento.',
    names: [
      {
        name: 'lv-hook',
        text: 'Da a un script la vida del elemento: `lv-hook="chart"` llama a `mounted`, `updated`, `destroyed`, `disconnected` y `reconnected` de `window.telar.hooks.chart`, cada uno con el elemento y una `api` cuyo `push(name, detail)` ejecuta `lv-name` y cuyo `on(name, fn)` oye `this.push(name, detail)`.',
      },
      {
        name: 'lv-ignore',
        text: 'Deja a los scripts lo que hay dentro del elemento: ningún cambio ni repintado lo toca, tampoco cuando otro proceso se hace cargo de la sesión. Sus propios atributos siguen al servidor. Dentro no puede haber valores; dáselos al elemento, como en `data-points=${…}`.',
      },
    ],
    code: {
      language: 'js',
      text: "window.telar = { hooks: { chart: {\n  mounted(element, api) {\n    element.chart = draw(element, element.dataset.points)\n    element.onclick = () => api.push('pick', { at: 3 }) // ejecuta lv-pick, cuyo event.detail es { at: 3 }\n  },\n  updated(element) {\n    element.chart.show(element.dataset.points)\n  },\n  destroyed(element) {\n    element.chart.end()\n  },\n} } }",
    },
  },
  {
    id: 'regions',
    title: 'En el HTML de un layout',
    names: [
      {
        name: 'lv-region',
        text: 'Nombra un elemento vacío del HTML de un layout, en el que se muestra un componente de `components`. Mira `Layout`.',
      },
    ],
  },
  {
    id: 'internal',
    title: 'Los escribe el motor',
    text: 'Puedes encontrarlos en una página. Son para el cliente, y su forma puede cambiar.',
    names: [
      { name: 'lv-s', text: 'Qué sitios son atributos de este elemento.' },
      { name: 'lv-t', text: 'Qué sitio es todo el contenido de este elemento.' },
      { name: 'lv-r', text: 'Qué fila de una lista es este elemento.' },
      {
        name: 'lv-form',
        text: 'No es un atributo: es el parámetro de una dirección con el que un formulario sin script dice cuál es.',
      },
      { name: 'lv-svg', text: 'En el cable: que una plantilla es parte de una imagen.' },
      {
        name: 'lv-address',
        text: 'En una marca del cliente, que avisa al servidor de Atrás y Adelante.',
      },
    ],
  },
]
