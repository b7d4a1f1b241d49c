"""Writes the tables of what operations of AWS services take, one file a service, in dsl/src/main/resources/dev/stepwright/types/service/requests.

Run it when AWS has new operations or members:

    pip install botocore
    python3 dsl/src/tables/requests.py dsl/src/main/resources/dev/stepwright/types/service/requests

Services that definitions call most are in it. Operations whose members the SDK for Java names otherwise are not.
"""

import sys

import botocore
from botocore.loaders import Loader
from sdk_names import RESERVED, lower, mark_of_many, sdk_member

# The name after aws-sdk:, and botocore's where that is another.
SERVICES = """
    athena batch bedrock bedrockagent=bedrock-agent bedrockagentruntime=bedrock-agent-runtime bedrockruntime=bedrock-runtime
    cloudformation cloudwatch cloudwatchlogs=logs codebuild comprehend databrew dynamodb ec2 ecs eks emr emrcontainers=emr-containers
    emrserverless=emr-serverless eventbridge=events glue iam kms lambda mediaconvert organizations polly rds redshiftdata=redshift-data
    rekognition s3 sagemaker scheduler secretsmanager ses sesv2 sfn=stepfunctions sns sqs ssm sts textract transcribe translate
"""

# Integrations of Step Functions itself, and operations that it has given other names and parameters, as its guide has them.
OWN = {
    "apigateway": """
        invoke ApiEndpoint! Method! Headers:{[ Stage Path QueryParameters:{x RequestBody:x AllowNullValues:b AuthType
    """,
    "eks": """
        call ClusterName! CertificateAuthority! Endpoint! Method! Path! QueryParameters:{[ RequestBody:x
        runJob ClusterName! CertificateAuthority! Endpoint! Namespace Job!:x LogOptions:@LogOptions
        @LogOptions RetrieveLogs:b RawLogs:b LogParameters:{[
    """,
    "emr": """
        addStep ClusterId! Step!:@StepConfig ExecutionRoleArn
        cancelStep ClusterId! StepId!
        modifyInstanceFleetByName ClusterId! InstanceFleetName! InstanceFleet!:x
        modifyInstanceGroupByName ClusterId! InstanceGroupName! InstanceGroup!:x
        setClusterTerminationProtection ClusterId! TerminationProtected!:b
        terminateCluster ClusterId!
    """,
    "http": """
        invoke ApiEndpoint! Method! Authentication:@Connection InvocationConfig:@Connection Headers:x QueryParameters:x RequestBody:x Transform:@Transform
        @Connection ConnectionArn!
        @RequestEncodingOptions ArrayFormat
        @Transform RequestBodyEncoding RequestEncodingOptions:@RequestEncodingOptions
    """,
}
SAME = {"emr": {"createCluster": "RunJobFlow"}}

LEFT_OUT = {"s3:copyObject", "s3:uploadPartCopy", "sns:addPermission"}

# Texts have no mark; x is for what takes any JSON.
MARKS = {
    "blob": ":x",
    "boolean": ":b",
    "double": ":n",
    "float": ":n",
    "integer": ":i",
    "long": ":i",
    "timestamp": ":t",
}


class Service:
    def __init__(self, model):
        self.shapes = model["shapes"]
        self.operations = model["operations"]
        self.structures = {}

    def lines(self, service):
        for operation, said in self.operations.items():
            name = lower(operation)
            if f"{service}:{name}" not in LEFT_OUT:
                shape = self.shapes[said["input"]["shape"]] if "input" in said else {"members": {}}
                for each in [name, *(new for new, meant in SAME.get(service, {}).items() if meant == operation)]:
                    yield " ".join([each, *self.members(shape)])
        for name in sorted(self.structures):
            yield "@" + self.structures[name]

    def members(self, shape):
        for name, member in shape["members"].items():
            mark = ":x" if member.get("jsonvalue", False) else self.mark(member["shape"])
            if name.lower() in RESERVED:
                # How Step Functions calls it is not known: both are taken.
                yield sdk_member(name) + mark
                yield sdk_member(name) + "Value" + mark
            elif name.isupper() and "BOOL" in shape["members"]:
                # What the optimized integration of DynamoDB takes, and documents; of the SDK's they are the same but for case, and for Nul.
                yield name + mark
                if name == "NULL":
                    yield "Nul" + mark
            else:
                is_required = name in shape.get("required", []) and not member.get("idempotencyToken", False)
                yield sdk_member(name) + "!" * is_required + mark

    def mark(self, name):
        shape = self.shapes[name]
        kind = shape["type"]
        if many := mark_of_many(shape, self.mark):
            return many
        if kind == "structure" and not shape.get("document", False):
            if name not in self.structures:
                self.structures[name] = name
                self.structures[name] = " ".join([name, *self.members(shape)])
            return ":@" + name
        return MARKS.get(kind, ":x" if kind == "structure" else "")


def write(folder, service, lines):
    with open(f"{folder}/{service}.txt", "w", encoding="utf-8", newline="\n") as file:
        print(f"# What operations of {service} take; made by dsl/src/tables/requests.py of botocore {botocore.__version__}.", file=file)
        for line in lines:
            print(line, file=file)


def main(folder):
    loader = Loader()
    models = {service: name or service for service, _, name in (each.partition("=") for each in SERVICES.split())}
    for service in sorted(models.keys() | OWN.keys()):
        own = [line.strip() for line in OWN.get(service, "").strip().splitlines()]
        if service in models:
            own += Service(loader.load_service_model(models[service], "service-2")).lines(service)
        write(folder, service, own)


main(sys.argv[1])
