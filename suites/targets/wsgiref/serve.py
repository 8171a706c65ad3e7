"""Python's own WSGI server with the probe application."""
import sys
from wsgiref.simple_server import make_server

from app import application

make_server("127.0.0.1", int(sys.argv[1]), application).serve_forever()
