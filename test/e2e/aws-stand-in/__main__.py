"""Starts the AWS stand-in: `python3 test/e2e/aws-stand-in`. See README.md."""

from stand_in.server import main

main()
