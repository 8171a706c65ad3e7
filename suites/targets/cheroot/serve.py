"""cheroot with the probe application."""
import sys

from cheroot.wsgi import Server

from app import application

Server(("127.0.0.1", int(sys.argv[1])), application, numthreads=10, server_name="localhost").start()
