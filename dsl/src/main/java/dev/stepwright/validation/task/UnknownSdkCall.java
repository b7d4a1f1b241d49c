package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.json.Placeholders;
import dev.stepwright.permission.SdkOperations;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * An SDK integration calls what no SDK has. The SDKs grow, so it is no error; and operations without permissions of their own are not known, so that
 * only what is nearly a known one is told.
 */
final class UnknownSdkCall extends Rule {
    static final String SDK = "aws-sdk:";
    private static final int MOST_MEANT = 3;

    UnknownSdkCall() {
        super("ASL-TSK-017", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.resource()
                .filter(resource -> resource.isSdk() && isWrittenOut(resource))
                .ifPresent(resource -> check(part, resource, findings));
    }

    private static boolean isWrittenOut(TaskResource resource) {
        return !Placeholders.isMasked(resource.service())
                && !Placeholders.isMasked(resource.action())
                && Character.isLowerCase(resource.action().charAt(0));
    }

    private void check(Part part, TaskResource resource, Findings findings) {
        String service = resource.service().substring(SDK.length());
        Set<String> operations = SdkOperations.of(service);
        if (operations.isEmpty()) {
            findings.add(noService(part, service, resource.action()));
        } else if (!operations.contains(resource.action())) {
            new Names(operations)
                    .nearest(resource.action())
                    .ifPresent(near -> findings.add(misspelt(part, service, resource, near)));
        }
    }

    private Finding noService(Part part, String service, String action) {
        JsonPointer at = part.at("Resource");
        Set<String> meant = SdkOperations.services(service, action);
        String question =
                meant.isEmpty() || meant.size() > MOST_MEANT ? "" : "; did you mean %s?".formatted(Words.anyOf(meant));
        Finding finding = at(
                at,
                "the AWS SDK has no service %s, as far as this version knows%s"
                        .formatted(Words.quote(service), question));
        String written = part.value("Resource").stringValue();
        return meant.size() == 1
                ? finding.mendedBy(Fix.spell(
                        at,
                        written,
                        written.replace(
                                SDK + service + ":", SDK + meant.iterator().next() + ":")))
                : finding;
    }

    private Finding misspelt(Part part, String service, TaskResource resource, String near) {
        JsonPointer at = part.at("Resource");
        String written = part.value("Resource").stringValue();
        return at(
                        at,
                        "%s has no operation %s, as far as this version knows; did you mean %s?"
                                .formatted(service, Words.quote(resource.action()), Words.quote(near)))
                .mendedBy(Fix.spell(at, written, written.replace(":" + resource.action(), ":" + near)));
    }
}
