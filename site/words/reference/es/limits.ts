/** What happens at each limit, in Spanish. */

export const limits: Readonly<Record<string, string>> = {
  'window.events':
    'eventos que una pestaña puede tener en camino; los demás esperan en ella, donde lo que se escribe o se mueve se funde con lo más nuevo (255 como máximo)',
  'window.bytes': 'bytes de todos ellos juntos',
  'window.event':
    'bytes de un evento, un formulario o algo pegado: uno mayor se rechaza, con una frase junto a su campo',
  'window.part': 'un evento mayor llega en partes de este tamaño',
  message:
    'bytes de un mensaje de una pestaña: lo que necesita una parte o un evento; los mayores se rechazan',
  messagesPerSecond:
    'de una pestaña; de golpe, el triple: por encima, su socket deja de leerse un rato y no se rechaza nada',
  formFields:
    'campos de un formulario: si hay más, se rechaza con `form-too-large`, y con 413 si se envió sin script, igual que más bytes que `window.event`',
  mailbox:
    'eventos o mensajes que esperan su turno en una sesión: por encima, el socket no se lee, y los mensajes del bus se notifican como fallo',
  sockets: 'a la vez: los siguientes reciben 503 y vuelven',
  stateBytes:
    'bytes del estado de un componente: el turno que hace más falla (`state-too-large`) y se deshace',
  queue:
    'lo que espera a una pestaña y no es estado (`push`, escrituras del driver, lecturas): la llamada lanza `queue-full`',
  backlog:
    'bytes que una pestaña no ha recogido: hasta que lo haga no se genera ningún frame para ella',
  frame: 'milisegundos entre frames que no responden a ningún evento',
  hashEvery: 'frames entre una prueba de que ambos extremos coinciden y la siguiente',
  startWait:
    'milisegundos que un primer pintado espera a `start`; después va sin él, y el resto llega por el socket',
  readWait: 'milisegundos que una lectura del driver espera a la pestaña; después se rechaza',
  absence: 'milisegundos que un visitante sigue presente sin conexión',
  linger: 'milisegundos que una sesión queda en memoria sin su pestaña; después está en el almacén',
  identity: 'bytes de lo que da `authenticate`: una identidad mayor falla (`identity-too-large`)',
  identityWait:
    'milisegundos que puede tardar `authenticate`: después, un primer pintado recibe 503, y una conexión se intenta de nuevo',
  keep: 'milisegundos hasta que se elimina una sesión guardada a la que nadie volvió',
  unconnected: 'milisegundos que un primer pintado espera a su socket',
  mostUnconnected: 'primeros pintados en memoria; los más viejos esperan en el almacén',
  mostPainted:
    'primeros pintados en el almacén; los más viejos se eliminan, y una pestaña que llega después se pinta de nuevo',
  silence:
    'milisegundos sin una palabra de un socket hasta que se le pregunta, y otra vez hasta que se cierra',
  rest: 'milisegundos sin que ocurra nada hasta que una sesión ocupa menos memoria',
}
