// What every page has with JavaScript; without it all of them work too.
import { initAll } from '/assets/govuk-frontend.min.js'
import '/assets/away.js'
import '/assets/board.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// A list of boxes to tick gets a button that ticks them all.
for (const list of document.querySelectorAll('[data-choose-all]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = list.dataset.chooseAll
  button.addEventListener('click', () => {
    for (const box of list.querySelectorAll('input[type=checkbox]')) box.checked = true
  })
  list.before(button)
}
