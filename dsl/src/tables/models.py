"""Writes what operations of all AWS services answer, for the check of mocked results, one file a service, in
runtime/server/src/main/resources/dev/stepwright/server/trial/models.

Run it when AWS has new services, operations or members:

    pip install botocore
    python3 dsl/src/tables/models.py runtime/server/src/main/resources/dev/stepwright/server/trial/models

These tables are not those of results.py, which tell what a task gives: TestState holds a mock to the model of the API, with its required
members, words and limits, and for a job to that of the operation which describes it.

A line is OPERATION MEMBER MEMBER, @STRUCTURE MEMBER MEMBER for what stands within, or |NAME|WORD|WORD for a text that is one of these words.
A member is NAME or NAME:TYPE, with ! after the name of one that is required. TYPE is b, n, n>=LEAST<=MOST, s>=LEAST (a text
of that length), x (anything), [TYPE (a list), {TYPE (a map), @STRUCTURE or |NAME; none is a text.
"""

import pathlib
import shutil
import sys

import botocore
from botocore.loaders import Loader
from sdk_names import RESERVED, lower, mark_of_many, pascal, sdk_member, sdk_service

# Clients that the SDK for Java has twice, by another name.
TWICE = {"cloudwatchevents": "eventbridge"}

# What differs from the models: a shape, or a member of one.
OTHERWISE = {
    # TestState knows the limit that functions had.
    "lambda": {"MemorySize": ":n>=128<=10240"},
}

# Members that an optimized integration gives as what the text stands for: those of lambda:invoke and startExecution.sync:2.
PARSED = {
    "lambda": {"InvocationResponse": ["Payload"]},
    "sfn": {"DescribeExecutionOutput": ["Input", "Output"]},
}

NUMBERS = {"integer", "long", "float", "double"}


class Answers:
    """The answers of a service, with the structures and words that they have been found to hold."""

    def __init__(self, name, model):
        self.name = name
        self.shapes, self.operations = model["shapes"], model["operations"]
        self.structures, self.words = {}, {}

    def lines(self):
        for operation, said in sorted(self.operations.items()):
            if "output" in said and (members := self.members(said["output"]["shape"])):
                yield " ".join([lower(operation), *members])
        for structure, members in sorted(self.structures.items()):
            yield " ".join(["@" + structure, *members])
        for text, words in sorted(self.words.items()):
            yield "|".join(["", text, *words])

    def members(self, name):
        shape, parsed = self.shapes[name], PARSED.get(self.name, {}).get(name, ())
        members = []
        for member, said in sorted(shape["members"].items()):
            if said.get("eventstream", False) or self.shapes[said["shape"]].get("eventstream", False):
                continue
            called = pascal(member)
            mark = ":x" if called in parsed or said.get("jsonvalue", False) else self.mark(said["shape"])
            other = called_by_sdk(member)
            if called == other:
                members.append(called + "!" * (member in shape.get("required", [])) + mark)
            else:
                # Integrations of the SDK call it as the SDK for Java does, optimized ones as the API. Which is required is not known.
                members += [called + mark, other + mark]
        return members

    def mark(self, name):
        if name in OTHERWISE.get(self.name, {}):
            return OTHERWISE[self.name][name]
        shape = self.shapes[name]
        kind = shape["type"]
        if many := mark_of_many(shape, self.mark):
            return many
        if kind == "structure":
            return ":x" if shape.get("document", False) else self.structure(name)
        if kind == "boolean":
            return ":b"
        if kind in NUMBERS:
            return ":n" + limit(">=", shape.get("min")) + limit("<=", shape.get("max"))
        if "enum" in shape:
            self.words[name] = shape["enum"]
            return ":|" + name
        return f":s>={shape['min']}" if shape.get("min") else ""

    def structure(self, name):
        if name not in self.structures:
            self.structures[name] = []
            self.structures[name] = self.members(name)
        return ":@" + name


def called_by_sdk(member):
    if member == "NULL":
        return "Nul"
    return pascal(member) + "Value" if member.lower() in RESERVED else sdk_member(member)


def limit(sign, number):
    return "" if number is None else f"{sign}{number}"


def main(folder):
    loader, target = Loader(), pathlib.Path(folder)
    services = {}
    for service in loader.list_available_services("service-2"):
        model = loader.load_service_model(service, "service-2")
        name = sdk_service(model["metadata"]["serviceId"])
        services[name] = Answers(name, model)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in services.keys() | TWICE.keys():
        head = f"# What operations of {name} answer; made by dsl/src/tables/models.py of botocore {botocore.__version__}."
        lines = services[TWICE.get(name, name)].lines()
        (target / (name + ".txt")).write_text("\n".join([head, *lines, ""]), encoding="utf-8")


main(sys.argv[1])
