import { createServer } from 'node:http'
import express from 'express'
import { page } from 'telar'
import { createHandler } from 'telar/server'
import { Counter } from './counter.ts'

export const live = createHandler({ pages: [page('/counter', Counter)] })
const app = express()

app.get('/', (_request, response) => {
  response.send('<a href="/counter">The live page</a>')
})
app.use(async (request, response, next) => {
  if (!(await live.handle(request, response))) next()
})

export const server = createServer(app)
live.attach(server)
