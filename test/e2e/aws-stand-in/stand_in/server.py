"""The server: moto's, on a free loopback port, that ends when its starter does."""

import json
import logging
import os
import sys
import threading
from typing import Any

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from . import cloudformation, moto_gaps, services
from .report import report

REPORT_PATH = "/_stand-in/report"


def main() -> None:
    """Prints one line of JSON with the address, then serves until standard input closes."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    # Templates attach AWS's own policies, such as AWSLambdaBasicExecutionRole.
    os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
    cloudformation.install()
    moto_gaps.install()
    server = make_server("127.0.0.1", 0, _application(), threaded=True)
    url = f"http://127.0.0.1:{server.server_port}"
    os.environ["STAND_IN_URL"] = url
    threading.Thread(target=_end_with_starter, daemon=True).start()
    print(json.dumps({"url": url, "types": len(services.__all__)}), flush=True)
    server.serve_forever()


def _application() -> Any:
    moto = DomainDispatcherApplication(create_backend_app)

    def dispatch(environ: dict[str, Any], start_response: Any) -> Any:
        if Request(environ, populate_request=False).path == REPORT_PATH:
            body = json.dumps(report(), default=_readable)
            return Response(body, mimetype="application/json")(environ, start_response)
        return moto(environ, start_response)

    return dispatch


def _readable(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _end_with_starter() -> None:
    # A test run that is killed closes the pipe, and so leaves no server behind.
    sys.stdin.read()
    os._exit(0)
