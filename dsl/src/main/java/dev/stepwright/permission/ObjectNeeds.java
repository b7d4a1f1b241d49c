package dev.stepwright.permission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
            String object =
                    source.text().replaceFirst("^/", "").replaceFirst("[?" + Literal.of("?") + "]versionId=.*$", "");
            ledger.need(action, deployment.bucketArn(arguments.areKnown() ? decoded(object) : object));
        } else {
            ledger.needAny(action, deployment.bucketArn("*"), source.text());
        }
    }

    /** Returns what is copied by a text that may be encoded as in a URL. */
    private static String decoded(String object) {
        try {
            return Literal.of(URLDecoder.decode(Literal.shown(object).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return object; // S3 refuses it
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
