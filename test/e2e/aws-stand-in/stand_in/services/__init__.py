"""One module per service; `register` puts their resource types on the list."""

import importlib
import pkgutil


def register() -> None:
    """Imports every module of this package."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
