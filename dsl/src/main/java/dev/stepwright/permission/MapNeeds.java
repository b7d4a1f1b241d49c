package dev.stepwright.permission;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes down what a distributed Map needs: executions of its own machine, and objects of S3. */
final class MapNeeds {
    private static final List<String> READ = List.of("s3:GetObject");
    private static final List<String> WRITTEN =
            List.of("s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject");

    private final Deployment deployment;
    private final Ledger ledger;

    MapNeeds(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.ledger = ledger;
    }

    void write(MapState state, QueryLanguage language) {
        if (!state.isDistributed()) {
            return;
        }
        String reason = "runs the items as child executions of this machine";
        String execution = "execution:" + deployment.machine();
        ledger.need("states:StartExecution", deployment.machineArn(), reason);
        ledger.need("states:DescribeExecution", deployment.arn("states", execution + ":*"), reason);
        ledger.need("states:StopExecution", deployment.arn("states", execution + ":*"), reason);
        ledger.need(
                "states:RedriveExecution",
                deployment.arn("states", execution + "/" + state.text("Label").orElse("*") + ":*"),
                "redrives the items that failed");
        reader(state.json().path("ItemReader"), language);
        writer(state.json().path("ResultWriter"), language);
    }

    private void reader(JsonNode reader, QueryLanguage language) {
        if (!reader.isObject()) {
            return;
        }
        Arguments arguments = Arguments.in(reader, language, deployment.machineArn());
        String bucket = part(arguments.get("Bucket"));
        String reason = "reads the items";
        if (reader.path("Resource").asString("").endsWith(":listObjectsV2")) {
            Argument prefix = arguments.get("Prefix");
            ledger.need(
                    "s3:ListBucket",
                    deployment.bucketArn(bucket),
                    reason,
                    prefix.isWritten() ? Ledger.condition("StringLike", "s3:prefix", prefix.text()) : null);
            objects(READ, bucket + "/" + (prefix.isWritten() ? prefix.text() : "") + "*", reason);
            ask(arguments, READ, "Bucket", "Prefix");
        } else {
            objects(READ, bucket + "/" + part(arguments.get("Key")), reason);
            ask(arguments, READ, "Bucket", "Key");
            if (reader.path("ReaderConfig").path("InputType").asString("").equals("MANIFEST")) {
                ledger.ask(
                        "the policy does not include the objects that the manifest lists; allow s3:GetObject on them");
            }
        }
    }

    private void writer(JsonNode writer, QueryLanguage language) {
        if (!writer.has("Resource")) {
            return;
        }
        Arguments arguments = Arguments.in(writer, language, deployment.machineArn());
        Argument prefix = arguments.get("Prefix");
        String folder =
                prefix.isWritten() && !prefix.text().isEmpty() ? prefix.text().replaceFirst("/$", "") + "/*" : "*";
        objects(WRITTEN, part(arguments.get("Bucket")) + "/" + folder, "writes the results");
        ask(arguments, WRITTEN, "Bucket", "Prefix");
    }

    private void objects(List<String> actions, String path, String reason) {
        ledger.needAll(actions, List.of(deployment.bucketArn(path)), reason);
    }

    private void ask(Arguments arguments, List<String> actions, String... names) {
        for (String name : names) {
            Argument value = arguments.get(name);
            if (value.isComputed()) {
                ledger.ask(String.join(", ", actions) + ": the policy allows more objects than the state uses, since "
                        + name + " is " + value.text() + "; narrow it to its possible values");
            }
        }
    }

    private static String part(Argument argument) {
        return argument.isWritten() ? argument.text() : "*";
    }
}
