package dev.stepwright.permission;

import java.util.List;

/** Writes down what queries of Athena need, which read and write elsewhere than in Athena. */
final class QueryNeeds {
    private static final List<String> QUERY_READS = List.of("s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket");
    private static final List<String> QUERY_WRITES = List.of(
            "s3:AbortMultipartUpload", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts", "s3:PutObject");
    private static final List<String> CATALOG_READS = List.of(
            "glue:BatchGetPartition",
            "glue:GetDatabase",
            "glue:GetDatabases",
            "glue:GetPartition",
            "glue:GetPartitions",
            "glue:GetTable",
            "glue:GetTables");

    private final Deployment deployment;
    private final Ledger ledger;

    QueryNeeds(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.ledger = ledger;
    }

    /** A query reads what its text says, which nobody here reads, and writes where its parameters or its workgroup say. */
    void start(Action action, Arguments arguments) {
        ledger.need(action, ResourceSearch.find(action, arguments, deployment));
        Argument output = arguments.within("ResultConfiguration").get("OutputLocation");
        if (arguments.areKnown()) {
            return; // what the query reads, and whether its results were there before, is not sure
        }
        String reason = "reads the data of the query";
        ledger.needAll(QUERY_READS, List.of(deployment.bucketArn("*")), reason);
        ledger.needAll(
                CATALOG_READS,
                List.of(
                        deployment.arn("glue", "catalog"),
                        deployment.arn("glue", "database/*"),
                        deployment.arn("glue", "table/*"),
                        deployment.arn("glue", "userDefinedFunction/*")),
                reason);
        ledger.need("lakeformation:GetDataAccess", "*", reason);
        String written =
                output.isWritten() ? output.text().replaceFirst("^s3://", "").replaceFirst("/?$", "/*") : "*";
        ledger.needAll(QUERY_WRITES, List.of(deployment.bucketArn(written)), "writes the result of the query");
        ledger.ask(
                "what the query reads is not known, so it may read every bucket and every table; narrow it to its data, and add glue:Create*,"
                        + " glue:Update* or glue:Delete* if the query changes tables");
    }

    void results(Action action, Arguments arguments) {
        // The call is on a query, which belongs to a workgroup that only the query knows.
        ledger.need(action, deployment.arn("athena", "workgroup/*"));
        ledger.need("s3:GetObject", deployment.bucketArn("*"), "reads the result of the query");
        ledger.ask(
                "s3:GetObject is allowed on every object, since the location of the results is unknown; narrow it to that location");
    }
}
