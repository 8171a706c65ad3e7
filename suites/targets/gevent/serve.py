"""gevent's WSGI server with the probe application, whose waiting must not stop the loop."""
from gevent import monkey

monkey.patch_all()

import sys

from gevent.pywsgi import WSGIServer

from app import application

WSGIServer(("127.0.0.1", int(sys.argv[1])), application, log=None).serve_forever()
