"""Writes the table of what operations of AWS services take: dsl/src/main/resources/dev/stepwright/validation/task/requests.txt.

Run it when AWS has new operations or members:

    pip install botocore
    python3 dsl/src/tables/requests.py > dsl/src/main/resources/dev/stepwright/validation/task/requests.txt

Services that definitions call most are in it. Operations whose members the SDK for Java names otherwise are not.
"""

import botocore
from botocore.loaders import Loader

# The name after aws-sdk:, and botocore's where that is another.
SERVICES = """
    athena batch bedrock bedrockagent=bedrock-agent bedrockagentruntime=bedrock-agent-runtime bedrockruntime=bedrock-runtime
    cloudformation cloudwatch cloudwatchlogs=logs comprehend dynamodb ec2 ecs eventbridge=events glue iam kms lambda organizations polly rds
    redshiftdata=redshift-data rekognition s3 scheduler secretsmanager ses sesv2 sfn=stepfunctions sns sqs ssm sts textract transcribe translate
"""

# Integrations of Step Functions itself, as its guide has them.
OWN = """
apigateway:invoke ApiEndpoint! Method! Headers Stage Path QueryParameters RequestBody AllowNullValues AuthType
http:invoke ApiEndpoint! Method! Authentication InvocationConfig Headers QueryParameters RequestBody Transform
"""

LEFT_OUT = {"s3:copyObject", "s3:uploadPartCopy", "sns:addPermission"}


def member_name(name):
    """The name of a member in parameters, made as the SDK for Java makes it: DBInstanceIdentifier is DbInstanceIdentifier."""
    end = 1
    while name[end : end + 1].isupper() and not name[end + 1 : end + 2].islower():
        end += 1
    return name[0].upper() + name[1:end].lower() + name[end:]


def main():
    print(f"# What operations of AWS services take; made by dsl/src/tables/requests.py of botocore {botocore.__version__}.")
    print(OWN.strip())
    loader = Loader()
    for service, _, name in (each.partition("=") for each in SERVICES.split()):
        model = loader.load_service_model(name or service, "service-2")
        for operation, said in model["operations"].items():
            key = f"{service}:{operation[0].lower()}{operation[1:]}"
            if key not in LEFT_OUT:
                shape = model["shapes"][said["input"]["shape"]] if "input" in said else {"members": {}}
                print(" ".join([key, *members(shape, shape.get("required", []))]))


def members(shape, required):
    for name, member in shape["members"].items():
        yield member_name(name) + "!" * (name in required and not member.get("idempotencyToken", False))


main()
