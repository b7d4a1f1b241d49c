"""Writes the tables of what operations of AWS services answer, one file a service, in dsl/src/main/resources/dev/stepwright/types/service/results,
and the list of them, services.txt beside that folder.

Run it when AWS has new services, operations or members:

    pip install botocore
    python3 dsl/src/tables/results.py dsl/src/main/resources/dev/stepwright/types/service/results

Files of the folder sdk are of SDK integrations, the others of optimized ones, each named as in the resource of a task. A line is
OPERATION MEMBER MEMBER, or @STRUCTURE MEMBER MEMBER for what is within; a member is NAME or NAME:TYPE. OPERATION! answers with nothing else.
NAME:~ is told only where it is read: what is around every answer, and what a member may be called instead, where nobody has seen
what Step Functions calls it.
"""

import pathlib
import re
import shutil
import sys

import botocore
from botocore.loaders import Loader
from sdk_names import RESERVED, lower, mark_of_many, pascal, sdk_member, sdk_service

# Clients that the SDK for Java has twice, by another name.
TWICE = {"cloudwatchevents": "eventbridge"}

# Optimized integrations whose answers are those of the API: the service after arn:aws:states:::, botocore's where that is another, actions.
OPTIMIZED = """
    athena: getQueryExecution getQueryResults startQueryExecution stopQueryExecution
    batch: submitJob
    bedrock: createModelCustomizationJob
    codebuild: batchDeleteBuilds batchGetReports deleteBuildBatch retryBuildBatch startBuild startBuildBatch stopBuild stopBuildBatch
    databrew: startJobRun
    dynamodb: deleteItem! getItem! putItem! updateItem!
    ecs: runTask
    eks: createCluster createFargateProfile createNodegroup deleteCluster deleteFargateProfile deleteNodegroup
    elasticmapreduce=emr: modifyInstanceFleetByName modifyInstanceGroupByName setClusterTerminationProtection terminateCluster
    emr-containers: createVirtualCluster deleteVirtualCluster startJobRun
    emr-serverless: cancelJobRun createApplication deleteApplication startApplication startJobRun stopApplication
    glue: startJobRun
    mediaconvert: createJob
    sagemaker: createEndpoint createEndpointConfig createHyperParameterTuningJob createLabelingJob createModel createProcessingJob
    sagemaker: createTrainingJob createTransformJob updateEndpoint
    sns: publish!
    sqs: sendMessage!
"""

# What the API calls actions that Step Functions has given other names. All of these answer nothing.
RENAMED = {
    "modifyInstanceFleetByName": "ModifyInstanceFleet",
    "modifyInstanceGroupByName": "ModifyInstanceGroups",
    "setClusterTerminationProtection": "SetTerminationProtection",
    "terminateCluster": "TerminateJobFlows",
}

# What a job gives that .sync has waited for: the answer of the operation that describes it, or a part of that: OPERATION/MEMBER, where
# an element of a list is meant. What describes a build is called as in the answer to its start.
JOBS = """
    athena: startQueryExecution=GetQueryExecution
    batch: submitJob=DescribeJobs/jobs
    bedrock: createModelCustomizationJob=GetModelCustomizationJob
    codebuild: startBuild=StartBuild startBuildBatch=StartBuildBatch retryBuildBatch=RetryBuildBatch
    databrew: startJobRun=ListJobRuns/JobRuns
    ecs: runTask=DescribeTasks/tasks
    eks: createCluster=DescribeCluster
    glue: startJobRun=GetJobRun/JobRun
    mediaconvert: createJob=GetJob
    sagemaker: createHyperParameterTuningJob=DescribeHyperParameterTuningJob createLabelingJob=DescribeLabelingJob
    sagemaker: createProcessingJob=DescribeProcessingJob createTrainingJob=DescribeTrainingJob createTransformJob=DescribeTransformJob
"""

# What the models do not tell, as the guide of Step Functions or recorded executions have it.
OWN = {
    # What an API answers is JSON or text.
    "apigateway": ["invoke! ApiEndpoint Headers:{x ResponseBody:x StatusCode:i StatusText {sdk}"],
    # What a model answers is JSON here.
    "bedrock": ["invokeModel Body:x ContentType GuardrailAction PerformanceConfigLatency ServiceTier {sdk}"],
    # The harness answers a stream of events, of which Step Functions makes one answer.
    "bedrockagentcore": [
        "invokeHarness Metrics:@Metrics Output:@Output StopReason Usage:@Usage",
        "@Content Text",
        "@Message Content:[@Content Role",
        "@Metrics LatencyMs:i",
        "@Output Message:@Message",
        "@Usage InputTokens:i OutputTokens:i TotalTokens:i",
    ],
    # EMR alone has names that are not those of the API, and one step where that has several.
    "elasticmapreduce": [
        "addStep StepId {sdk}",
        "addStep.sync Step:@Step StepId {sdk}",
        "cancelStep CancelStepsInfo:@CancelStepsInfo {sdk}",
        "createCluster ClusterArn ClusterId {sdk}",
        "createCluster.sync Cluster:@Cluster ClusterArn ClusterId {sdk}",
    ],
    # Each entry has one or the other; if one has failed, the task fails. No metadata were recorded, but there are definitions that read them.
    "events": ["putEvents! Entries:[@Entry FailedEntryCount:i {sdk}", "@Entry! ErrorCode ErrorMessage EventId"],
    "http": ["invoke! Headers:{x ResponseBody:x StatusCode:i StatusText"],
    # What the function gives is JSON here, and a failed one fails the task. LogResult is there if it was asked for.
    "lambda": ["invoke! ExecutedVersion LogResult Payload:x StatusCode:i {sdk}"],
    # Input and Output are texts, but JSON for :2. Error and Cause are of executions that have failed, which .sync makes fail the task.
    "states": [
        "startExecution! ExecutionArn StartDate:x {sdk}",
        "startExecution.sync! {execution} Input Output {sdk}",
        "startExecution.sync:2! {execution} Input:x Output:x {sdk}",
    ],
}
WORDS = {
    "sdk": "SdkHttpMetadata:~ SdkResponseMetadata:~",
    "execution": "Cause Error ExecutionArn InputDetails:x MapRunArn Name OutputDetails:x RedriveCount:i RedriveDate:x RedriveStatus "
    "RedriveStatusReason StartDate:x StateMachineAliasArn StateMachineArn StateMachineVersionArn Status StopDate:x TraceHeader",
}

# What lines of OWN refer to, of the models.
OWN_STRUCTURES = {"elasticmapreduce": ["CancelStepsInfo", "Cluster", "Step"]}

# Members of which the models do not tell: what the task was given, and what the SDK for Java makes of a time that it cannot read.
ADDED = {
    "emr-serverless:startJobRun": ["ApplicationId"],
    "glue:startJobRun": ["JobName"],
    "glue:startJobRun.sync": ["JobName", "JobRunId"],
    "sdk/s3:getObject": ["ExpiresString"],
    "sdk/s3:headObject": ["ExpiresString"],
}

SDK = WORDS["sdk"].split()

# Texts have no mark; x is for what may be any JSON.
MARKS = {"boolean": ":b", "double": ":n", "float": ":n", "integer": ":i", "long": ":i"}


class Answers:
    """The answers of a service, with the structures that they have been found to hold."""

    def __init__(self, model, is_sdk):
        self.shapes, self.operations = model["shapes"], model["operations"]
        self.is_sdk = is_sdk
        self.structures = {}

    def operation(self, name):
        said = self.operations[name]
        return self.members(said["output"]["shape"]) if "output" in said else []

    def is_callable(self, name):
        """Streams of events are not."""
        said = self.operations[name]
        return not any(
            self.shapes[member["shape"]].get("eventstream", False)
            for end in ("input", "output")
            if end in said
            for member in self.shapes[said[end]["shape"]]["members"].values()
        )

    def part(self, way):
        """The members of an answer, or of a structure in it: GetJobRun/JobRun."""
        operation, _, member = way.partition("/")
        if not member:
            return self.operation(operation)
        shape = self.shapes[self.operations[operation]["output"]["shape"]]["members"][member]["shape"]
        return self.members(self.shapes[shape]["member"]["shape"] if self.shapes[shape]["type"] == "list" else shape)

    def members(self, name):
        members = self.shapes[name].get("members", {})
        return sorted(word for member, said in members.items() for word in self.words(member, said, members))

    def words(self, name, said, members):
        mark = ":x" if said.get("jsonvalue", False) else self.mark(said["shape"])
        if not self.is_sdk:
            return [pascal(name) + mark]
        if name.isupper() and "BOOL" in members:
            # Of DynamoDB Bool and Nul are reported, of its sets nothing.
            called = {"BOOL": "Bool", "NULL": "Nul"}.get(name, name)
            if called == name != sdk_member(name):
                return [name + mark, sdk_member(name) + ":~"]
        elif name.lower() in RESERVED:
            return [pascal(name) + mark, pascal(name) + "Value:~"]
        else:
            called = sdk_member(name)
        # That DBInstances is DbInstances is seen in many definitions; no other abbreviation was.
        is_seen = called == pascal(name) or name.startswith("DB")
        return [called + mark, *([] if is_seen else [pascal(name) + ":~"])]

    def mark(self, name):
        shape = self.shapes[name]
        kind = shape["type"]
        if many := mark_of_many(shape, self.mark):
            return many
        if kind == "timestamp":
            # SDK integrations tell times as ISO 8601. Optimized ones have told numbers.
            return "" if self.is_sdk else ":x"
        if kind == "structure":
            return ":x" if shape.get("document", False) or shape.get("eventstream", False) else self.structure(name)
        return MARKS.get(kind, "")

    def structure(self, name):
        if name not in self.structures:
            self.structures[name] = []
            self.structures[name] = self.members(name)
        return ":@" + name

    def structure_lines(self):
        return [" ".join(["@" + name, *members]) for name, members in sorted(self.structures.items())]


def by_service(text):
    """Lines of SERVICE: WORD WORD, or SERVICE=BOTOCORE: WORD WORD."""
    words = {}
    for line in text.strip().splitlines():
        names, said = line.strip().split(": ")
        words.setdefault(tuple((names + "=" + names).split("=")[:2]), []).extend(said.split())
    return words


def united(*members):
    """Members of several lists, each name once, those about the call last."""
    named = {}
    for member in [each for some in members for each in some]:
        named.setdefault(member.partition(":")[0], member)
    return sorted(named.values(), key=lambda member: (member in SDK, member))


def optimized(loader):
    jobs = {names[0]: dict(word.split("=") for word in words) for names, words in by_service(JOBS).items()}
    for (service, model), actions in by_service(OPTIMIZED).items():
        answers, lines = Answers(loader.load_service_model(model, "service-2"), is_sdk=False), []
        for action in actions:
            name = action.rstrip("!")
            started = answers.operation(RENAMED.get(name, name[0].upper() + name[1:]))
            lines.append(" ".join([action, *united(started, ADDED.get(f"{service}:{name}", []), SDK)]))
            if job := jobs.get(service, {}).get(name):
                given = answers.part(job)
                of_job = united(given, ADDED.get(f"{service}:{name}.sync", []), SDK)
                lines.append(" ".join([name + ".sync", *of_job]))
        for name in OWN_STRUCTURES.get(service, []):
            answers.structure(name)
        yield service, [*lines, *own(service), *answers.structure_lines()]
    for service in OWN.keys() - {names[0] for names in by_service(OPTIMIZED)}:
        yield service, own(service)


def own(service):
    """The lines of OWN, each with its members in their order."""
    for line in OWN.get(service, []):
        name, *members = re.sub(r"\{(\w+)}", lambda word: WORDS.get(word[1], word[0]), line).split()
        yield " ".join([name, *united(members)])


def sdk(loader):
    services = {}
    for service in loader.list_available_services("service-2"):
        model = loader.load_service_model(service, "service-2")
        answers = Answers(model, is_sdk=True)
        name = sdk_service(model["metadata"]["serviceId"])
        operations = services.setdefault(name, ({}, {}))
        for each in filter(answers.is_callable, model["operations"]):
            members = united(answers.operation(each), ADDED.get(f"sdk/{name}:{lower(each)}", []))
            operations[0][lower(each)] = " ".join([lower(each), *members])
        operations[1].update((line.split(" ")[0], line) for line in answers.structure_lines())
    for twice, name in TWICE.items():
        services[twice] = services[name]
    for name, (operations, structures) in services.items():
        yield "sdk/" + name, [*operations.values(), *structures.values()]


def main(folder):
    loader, target = Loader(), pathlib.Path(folder)
    shutil.rmtree(target, ignore_errors=True)
    (target / "sdk").mkdir(parents=True)
    tables = [*optimized(loader), *sdk(loader)]
    for name, lines in tables:
        head = f"# What operations of {name} answer; made by dsl/src/tables/results.py of botocore {botocore.__version__}."
        (target / (name + ".txt")).write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    head = "# The services whose tables are here; made by dsl/src/tables/results.py."
    (target.parent / "services.txt").write_text("\n".join([head, *sorted(name for name, _ in tables), ""]), encoding="utf-8")


main(sys.argv[1])
