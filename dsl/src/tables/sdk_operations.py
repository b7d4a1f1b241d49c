"""Writes the table of operations that no permission is called after: dsl/src/main/resources/dev/stepwright/permission/sdk-operations.txt.

Run it when AWS has new services or operations, after service_actions.py:

    pip install botocore
    python3 dsl/src/tables/sdk_operations.py > dsl/src/main/resources/dev/stepwright/permission/sdk-operations.txt

With service-actions.txt it has all operations of all SDKs.
"""

import collections
import pathlib
import re
import textwrap

import botocore
from botocore.loaders import Loader
from sdk_names import lower, sdk_service

ACTIONS = pathlib.Path(__file__).parent / "../main/resources/dev/stepwright/permission/service-actions.txt"

# Clients that the SDK for Java has twice, by another name.
TWICE = {"cloudwatchevents": "eventbridge"}


class Actions:
    """The operations that service-actions.txt has already."""

    def __init__(self, text):
        self.prefixes, self.operations, prefix = {}, collections.defaultdict(set), ""
        for line in re.sub("\n  +", " ", text).splitlines():
            words = line.split()
            if line[0] == "@":
                prefix = line[1:]
            elif words[0] == "sdk":
                self.prefixes[words[1]] = words[2]
            elif line[0] not in "#:":
                self.operations[prefix] |= {lower(word.rstrip("+")) for word in words[1:]}

    def of(self, name):
        is_name = name in self.prefixes or name not in self.prefixes.values()
        return self.operations[self.prefixes.get(name, name)] if is_name else set()


def main():
    known, loader = Actions(ACTIONS.read_text(encoding="utf-8")), Loader()
    operations, others = collections.defaultdict(set), {}
    for service in loader.list_available_services("service-2"):
        model = loader.load_service_model(service, "service-2")
        name = sdk_service(model["metadata"]["serviceId"])
        operations[name] |= {lower(operation) for operation in model["operations"]}
        others[service.replace("-", "")] = name
    for twice, name in TWICE.items():
        operations[twice] = operations[name]
    print(f"# Operations that service-actions.txt lacks; made by dsl/src/tables/sdk_operations.py of botocore {botocore.__version__}.")
    for other in sorted(others):
        if other not in operations:
            print(f"={other} {others[other]}")
    for name in sorted(operations):
        if more := sorted(operations[name] - known.of(name)):
            print("\n".join(textwrap.wrap(" ".join([name, *more]), 150, subsequent_indent="  ", break_long_words=False)))


main()
