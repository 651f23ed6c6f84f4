"""Prints what PyYAML and ruamel.yaml read from files: a line of JSON each, reader by reader."""

import datetime
import json
import sys

import ruamel.yaml
import yaml


def plain(value):
    """Dates as the text has them: which of them are dates is YAML 1.1's doing."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key) if key is not None else "null": plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def ruamel_load(text):
    return ruamel.yaml.YAML(typ="safe", pure=True).load(text)


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for name, load in (("PyYAML", yaml.safe_load), ("ruamel.yaml", ruamel_load)):
        try:
            result = {"value": plain(load(text))}
        except Exception as error:
            result = {"error": str(error)}
        print(json.dumps({"path": path, "reader": name, **result}))
