package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The result of an operation that easily gives more than the 256 KiB that a state may hand on is kept whole. */
final class LargeResult extends Rule {
    private static final Set<String> OPERATIONS = Set.of(
            "aws-sdk:s3:getObject",
            "aws-sdk:s3:listObjects",
            "aws-sdk:s3:listObjectsV2",
            "athena:getQueryResults",
            "aws-sdk:athena:getQueryResults",
            "aws-sdk:dynamodb:query",
            "aws-sdk:dynamodb:scan",
            "aws-sdk:dynamodb:batchGetItem",
            "aws-sdk:cloudwatchlogs:filterLogEvents",
            "aws-sdk:cloudwatchlogs:getLogEvents",
            "aws-sdk:cloudwatchlogs:getQueryResults",
            "aws-sdk:redshiftdata:getStatementResult",
            "aws-sdk:rdsdata:executeStatement",
            "aws-sdk:textract:getDocumentAnalysis",
            "aws-sdk:textract:getDocumentTextDetection",
            "aws-sdk:cloudtrail:lookupEvents");

    private static final List<String> BOUNDS =
            List.of("Max", "Limit", "limit", "Range", "Select", "Projection", "Count");

    LargeResult() {
        super("ASL-TSK-013", Severity.HINT, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.resource()
                .map(resource -> resource.service() + ":" + resource.action())
                .filter(operation -> OPERATIONS.contains(operation) && isKept(part) && !isBounded(part))
                .ifPresent(operation -> findings.add(at(
                        part.at("Resource"),
                        "%s can return more than 256 KiB, with which the task fails; limit the result with a parameter, select what you need with ResultSelector, or read the data in a distributed Map or a function"
                                .formatted(operation))));
    }

    private static boolean isKept(Part part) {
        return part.isJsonata()
                ? !part.has("Output")
                : !part.has("ResultSelector") && !part.value("ResultPath").isNull() && !part.has("OutputPath");
    }

    private static boolean isBounded(Part part) {
        JsonNode given = part.value(part.argumentsField());
        return !given.isObject()
                || given.propertyNames().stream()
                        .anyMatch(name -> BOUNDS.stream().anyMatch(name::contains));
    }
}
