#!/usr/bin/env python3
"""Writes what services answer, for the check of mocked results: one file for each service into the folder that is named.

    pip install botocore==1.43.11
    python3 result_models.py ../main/resources/dev/stepwright/server/trial

The API models come with botocore. A file has "operations", by their names in a Resource, and "shapes". A shape is a text (a
type, then >=least, <=most or |word|word), a list (of one shape), {"*": shape} (a map), or an object with the members of a
structure; those that end in ! are required. An operation names a shape, a member too.
"""

import gzip
import json
import pathlib
import sys

import botocore

# The service in a Resource, botocore's name for it, and the operations whose answers are checked; None for all.
SAGEMAKER_JOBS = ("HyperParameterTuningJob", "LabelingJob", "ProcessingJob", "TrainingJob", "TransformJob")
SERVICES = {
    "athena": ("athena", ["StartQueryExecution", "GetQueryExecution", "GetQueryResults", "StopQueryExecution"]),
    "batch": ("batch", ["SubmitJob", "DescribeJobs"]),
    "bedrock": ("bedrock", ["CreateModelCustomizationJob", "GetModelCustomizationJob"]),
    "codebuild": ("codebuild", ["StartBuild", "StopBuild", "BatchGetBuilds"]),
    # No operation that tells of a run's end: Step Functions lists the runs.
    "databrew": ("databrew", ["StartJobRun"]),
    "dynamodb": ("dynamodb", None),
    "ecs": ("ecs", ["RunTask", "DescribeTasks", "StopTask"]),
    "eks": ("eks", [verb + what for what in ("Cluster", "FargateProfile", "Nodegroup") for verb in ("Create", "Describe", "Delete")]),
    "emrcontainers": ("emr-containers", ["CreateVirtualCluster", "DeleteVirtualCluster", "StartJobRun", "DescribeJobRun"]),
    "emrserverless": ("emr-serverless", ["CreateApplication", "GetApplication", "StartJobRun", "GetJobRun", "CancelJobRun"]),
    "eventbridge": ("events", None),
    "glue": ("glue", ["StartJobRun", "GetJobRun", "BatchStopJobRun"]),
    "kms": ("kms", None),
    "lambda": ("lambda", None),
    "s3": ("s3", None),
    "sagemaker": (
        "sagemaker",
        [verb + job for job in SAGEMAKER_JOBS for verb in ("Create", "Describe")]
        + ["CreateEndpoint", "CreateEndpointConfig", "CreateModel", "UpdateEndpoint"],
    ),
    "secretsmanager": ("secretsmanager", None),
    "sfn": ("stepfunctions", None),
    "sns": ("sns", None),
    "sqs": ("sqs", None),
}

# What differs from the models, by service and shape, or member of a shape.
OVERRIDES = {
    # TestState knows the limit that functions had.
    ("lambda", "MemorySize"): "number>=128<=10240",
    # The optimized integration gives what the payload stands for.
    ("lambda", "InvocationResponse", "Payload"): "any",
    # So does startExecution.sync:2.
    ("sfn", "DescribeExecutionOutput", "Input"): "any",
    ("sfn", "DescribeExecutionOutput", "Output"): "any",
}

TYPES = {
    "string": "string",
    "timestamp": "string",
    "blob": "string",
    "integer": "number",
    "long": "number",
    "float": "number",
    "double": "number",
    "boolean": "boolean",
}


def model(name):
    folder = pathlib.Path(botocore.__file__).parent / "data" / name
    return json.loads(gzip.decompress(sorted(folder.glob("*/service-2.json.gz"))[-1].read_bytes()))


def upper(name):
    return name[0].upper() + name[1:]


def scalar(shape):
    text = TYPES[shape["type"]]
    if shape["type"] in ("string", "blob"):
        if "enum" in shape:
            return text + "|" + "|".join(shape["enum"])
        return text + (f">={shape['min']}" if shape.get("min") else "")
    least = f">={shape['min']}" if "min" in shape else ""
    return text + least + (f"<={shape['max']}" if "max" in shape else "")


def described(shape):
    kind = shape["type"]
    if kind == "structure":
        required = shape.get("required", [])
        return {
            upper(name) + ("!" if name in required else ""): member["shape"]
            for name, member in sorted(shape["members"].items())
            if not member.get("eventstream") and not shape.get("document")
        }
    if kind == "list":
        return [shape["member"]["shape"]]
    return {"*": shape["value"]["shape"]} if kind == "map" else scalar(shape)


def service(name, wanted):
    api = model(name)
    operations = {}
    shapes = {}

    def add(shape):
        if shape not in shapes:
            shapes[shape] = described(api["shapes"][shape])
            value = shapes[shape]
            for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
                add(inner)

    for operation, text in sorted(api["operations"].items()):
        output = text.get("output", {}).get("shape")
        if output and api["shapes"][output]["members"] and (wanted is None or operation in wanted):
            operations[operation[0].lower() + operation[1:]] = output
            add(output)
    return {"operations": operations, "shapes": shapes}


def override(resource, shapes):
    for (service_name, shape, *member), value in OVERRIDES.items():
        if service_name == resource and member:
            shapes["Any"] = value
            shapes[shape][member[0]] = "Any"
        elif service_name == resource:
            shapes[shape] = value


def lines(part):
    return ",\n".join(f"    {json.dumps(key)}: {json.dumps(value)}" for key, value in part.items())


for resource, (name, wanted) in SERVICES.items():
    parts = service(name, wanted)
    override(resource, parts["shapes"])
    parts["shapes"] = dict(sorted(parts["shapes"].items()))
    text = "{\n" + ",\n".join(f'  "{part}": {{\n{lines(value)}\n  }}' for part, value in parts.items()) + "\n}\n"
    (pathlib.Path(sys.argv[1]) / f"{resource}.json").write_text(text)
