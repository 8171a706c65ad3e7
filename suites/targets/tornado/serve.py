"""Tornado's HTTP server with the probe application."""
import asyncio
import sys

import tornado.httpserver
import tornado.wsgi

from app import application


async def main():
    server = tornado.httpserver.HTTPServer(tornado.wsgi.WSGIContainer(application))
    server.listen(int(sys.argv[1]), "127.0.0.1")
    await asyncio.Event().wait()


asyncio.run(main())
