"""Werkzeug's development server with the probe application."""
import sys

from werkzeug.serving import run_simple

from app import application

run_simple("127.0.0.1", int(sys.argv[1]), application, threaded=True)
