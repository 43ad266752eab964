"""The server: moto's, on a free loopback port, that ends when its starter does."""

import argparse
import json
import logging
import os
import sys
import threading
from datetime import datetime
from typing import Any

from moto.core import DEFAULT_ACCOUNT_ID
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.route53.models import HostedZoneIdentifier
from moto.utilities.id_generator import moto_id_manager
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from . import api, clock, cloudformation, moto_gaps, services
from .report import report

REPORT_PATH = "/_stand-in/report"


def main() -> None:
    """Prints one line of JSON with the address, then serves until standard input closes."""
    options = _options()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    # Templates attach AWS's own policies, such as AWSLambdaBasicExecutionRole.
    os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
    if options.now:
        clock.stop_at(options.now)
    cloudformation.install()
    moto_gaps.install()
    services.register()
    server = make_server("127.0.0.1", 0, _application(), threaded=True)
    os.environ["STAND_IN_URL"] = url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for zone in options.hosted_zone:
        _make_hosted_zone(*zone.split("=", 1))
    print(json.dumps({"url": url}), flush=True)
    # A test run that is killed closes the pipe, and so leaves no server behind.
    sys.stdin.read()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="aws-stand-in", description=__doc__)
    parser.add_argument(
        "--hosted-zone",
        action="append",
        default=[],
        metavar="ID=NAME",
        help="a Route 53 zone that is there before any stack, as a difusor's own is",
    )
    parser.add_argument(
        "--now",
        type=datetime.fromisoformat,
        metavar="INSTANT",
        help="the present for checks of dates, with its offset; else the machine's",
    )
    return parser.parse_args()


def _make_hosted_zone(zone_id: str, name: str) -> None:
    moto_id_manager.set_custom_id(HostedZoneIdentifier(DEFAULT_ACCOUNT_ID, f"{name}.", None), zone_id)
    api.client("route53", "us-east-1").create_hosted_zone(Name=name, CallerReference=zone_id)


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
