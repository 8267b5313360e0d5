// The live board under load, for scripts/bench: 300 arrivals in a minute with ten open browsers, and the
// server's memory over 10,000 arrivals. Prints one figure a line as JSON: name, value, unit.
import { readFileSync } from 'node:fs'
import { Hub } from './hub.mjs'

const browsers = 10
const arrivals = 300
const betweenMilliseconds = 200  // 300 in a minute
const days = 34  // of 300 arrivals each: 10,200
const settleMilliseconds = 5000

const figure = (name, value, unit) => console.log(JSON.stringify({ name, value: Math.round(value * 10) / 10, unit }))
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const mebibytes = (hub) => Number(readFileSync(`/proc/${hub.process.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024
const percentile = (values, part) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1]

// Notes for each row when its arrival was first on the glass: the frame after the change has been painted.
const watch = (page) => page.evaluate(() => {
  window.painted = {}
  const look = () => {
    for (const row of document.querySelectorAll('#now tbody tr')) {
      if (row.id in window.painted || !row.textContent.includes('Arrived')) continue
      window.painted[row.id] = 0
      requestAnimationFrame(() => requestAnimationFrame(() => { window.painted[row.id] = Date.now() }))
    }
  }
  new MutationObserver(look).observe(document.getElementById('now'), { childList: true, subtree: true })
})

async function boardUnderLoad(hub) {
  await hub.tell(`crowd ${arrivals}`)
  const pages = []
  for (let i = 0; i < browsers; ++i) {
    const page = await hub.signedIn(`Board Number ${i}`, 'reception')
    await page.getByText('Live', { exact: true }).waitFor()
    await watch(page)
    pages.push(page)
  }
  const committed = {}
  for (let i = 0; i < arrivals; ++i) {
    const next = Date.now() + betweenMilliseconds
    const [id, at] = (await hub.tell(`come ${i}`)).split(' ')
    committed[`row-${id}`] = Number(at)
    await pause(Math.max(0, next - Date.now()))
  }
  await pause(settleMilliseconds)
  const waits = []
  let missed = 0
  for (const page of pages) {
    const painted = await page.evaluate(() => window.painted)
    for (const [row, at] of Object.entries(committed)) {
      if (painted[row]) waits.push(painted[row] - at)
      else ++missed
    }
    await page.context().close()
  }
  figure('board, arrival to pixel, 300 a minute, 10 browsers, p50', percentile(waits, 0.5), 'ms')
  figure('board, arrival to pixel, 300 a minute, 10 browsers, p99', percentile(waits, 0.99), 'ms')
  figure('board, arrivals that a browser did not show', missed, '')
}

// Each day its own people and its own session, with the board open all day. In the evening the day is closed.
async function memoryOverDays(hub, first) {
  let early = 0
  for (let day = 0; day < days; ++day) {
    await hub.tell('advance 1440')
    await hub.tell(`crowd ${arrivals}`)
    const page = await hub.signedIn(`Day Number ${day}`, 'reception')
    for (let i = 0; i < arrivals; ++i) await hub.tell(`come ${first + day * arrivals + i}`)
    await hub.tell('close')
    await page.context().close()
    if (day === 3) early = mebibytes(hub)  // 1,200 arrivals: every cache is warm
  }
  figure('board, server memory after 10,200 arrivals, more than after 1,200', mebibytes(hub) - early, 'MiB')
}

const hub = await Hub.start()
await boardUnderLoad(hub)
await memoryOverDays(hub, arrivals)
await hub.stop()
