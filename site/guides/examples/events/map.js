window.telar = {
  hooks: {
    map: {
      mounted(element, api) {
        element.textContent = `A map of ${element.dataset.at}`
        element.onclick = () => api.push('pick', { place: 'Lima' })
      },
      updated(element) {
        element.textContent = `A map of ${element.dataset.at}`
      },
    },
  },
}
