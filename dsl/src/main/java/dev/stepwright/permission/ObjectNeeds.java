package dev.stepwright.permission;

import java.util.List;

/** Calls on objects of S3 that are not told by a bucket and a key. */
final class ObjectNeeds {
    private final Deployment deployment;
    private final Ledger ledger;

    ObjectNeeds(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.ledger = ledger;
    }

    /** What is copied stands in one text, {@code bucket/key}. */
    void read(Action action, Arguments arguments) {
        Argument source = arguments.get("CopySource");
        if (source.isAbsent() || !arguments.names().contains("CopySource")) {
            ledger.need(action, ResourceSearch.find(action, arguments, deployment));
        } else if (source.isWritten() && !Arn.is(source.text())) {
            ledger.need(
                    action,
                    deployment.bucketArn(source.text().replaceFirst("^/", "").replaceFirst("\\?versionId=.*$", "")));
        } else {
            ledger.needAny(action, deployment.bucketArn("*"), source.text());
        }
    }

    /** Several objects of one bucket are deleted by a list of their keys. */
    void delete(Action action, Arguments arguments) {
        List<Argument> keys = arguments.within("Delete").each("Objects").stream()
                .map(each -> each.get("Key"))
                .toList();
        Argument bucket = arguments.get("Bucket");
        if (!arguments.names().contains("Delete") || !bucket.isWritten() || Arn.is(bucket.text())) {
            ledger.need(action, ResourceSearch.find(action, arguments, deployment));
        } else if (!keys.isEmpty() && keys.stream().allMatch(Argument::isWritten)) {
            keys.forEach(key -> ledger.need(action, deployment.bucketArn(bucket.text() + "/" + key.text())));
        } else {
            ledger.needAny(
                    action,
                    deployment.bucketArn(bucket.text() + "/*"),
                    arguments.get("Delete").text());
        }
    }
}
