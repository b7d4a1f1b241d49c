package dev.stepwright.permission;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes down what a distributed Map needs: executions of its own machine, and objects of S3. */
final class MapNeeds {
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
        String reason = "runs the items as executions of this machine";
        String execution = "execution:" + deployment.machine();
        ledger.need("states:StartExecution", deployment.machineArn(), reason);
        ledger.need("states:DescribeExecution", deployment.arn("states", execution + ":*"), reason);
        ledger.need("states:StopExecution", deployment.arn("states", execution + ":*"), reason);
        ledger.need(
                "states:RedriveExecution",
                deployment.arn("states", execution + "/" + state.text("Label").orElse("*") + ":*"),
                "redrives the items that have failed");
        reader(state.json().path("ItemReader"), language);
        writer(state.json().path("ResultWriter"), language);
    }

    private void reader(JsonNode reader, QueryLanguage language) {
        if (!reader.isObject()) {
            return;
        }
        Arguments arguments = Arguments.in(reader, language, deployment.machineArn());
        Argument bucket = arguments.get("Bucket");
        String reason = "reads the items";
        if (reader.path("Resource").asString("").endsWith(":listObjectsV2")) {
            Argument prefix = arguments.get("Prefix");
            ledger.need(
                    "s3:ListBucket",
                    deployment.bucketArn(part(bucket)),
                    reason,
                    prefix.isWritten() ? Ledger.condition("StringLike", "s3:prefix", prefix.text()) : null);
            ledger.need("s3:GetObject", deployment.bucketArn(part(bucket) + "/" + start(prefix)), reason);
        } else {
            ledger.need("s3:GetObject", deployment.bucketArn(part(bucket) + "/" + part(arguments.get("Key"))), reason);
            if (reader.path("ReaderConfig").path("InputType").asString("").equals("MANIFEST")) {
                ledger.ask("the objects that the manifest lists are not in the policy; allow s3:GetObject on them");
            }
        }
        ask("ItemReader", bucket, arguments.get("Key"));
    }

    private void writer(JsonNode writer, QueryLanguage language) {
        if (!writer.has("Resource")) {
            return;
        }
        Arguments arguments = Arguments.in(writer, language, deployment.machineArn());
        Argument bucket = arguments.get("Bucket");
        Argument prefix = arguments.get("Prefix");
        String folder =
                prefix.isWritten() && !prefix.text().isEmpty() ? prefix.text().replaceFirst("/$", "") + "/*" : "*";
        ledger.needAll(WRITTEN, List.of(deployment.bucketArn(part(bucket) + "/" + folder)), "writes the results");
        ask("ResultWriter", bucket, prefix);
    }

    private void ask(String field, Argument bucket, Argument object) {
        if (bucket.isComputed() || object.isComputed()) {
            ledger.ask("the objects of " + field + " are computed by " + (bucket.isComputed() ? bucket : object).text()
                    + ", so more is allowed than it will use; narrow it to what this can be");
        }
    }

    private static String part(Argument argument) {
        return argument.isWritten() ? argument.text() : "*";
    }

    private static String start(Argument prefix) {
        return prefix.isWritten() ? prefix.text() + "*" : "*";
    }
}
