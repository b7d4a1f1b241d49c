package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.Spelling;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.json.Placeholders;
import dev.stepwright.permission.SdkOperations;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/**
 * An SDK integration calls what no SDK has. The SDKs grow, so it is no error. AWS refuses all of it; here that is sure of a slip of one
 * letter alone, and of what can be no name: anything else may be newer than the table.
 */
final class UnknownSdkCall extends Rule {
    private static final int MOST_MEANT = 3;
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9]+");

    UnknownSdkCall() {
        super("ASL-TSK-017", Severity.WARNING, SCHEMA);
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
        String service = resource.service().substring(TaskResource.SDK.length());
        Set<String> operations = SdkOperations.of(service);
        if (operations.isEmpty()) {
            findings.add(noService(part, service, resource.action()));
            refuse(part, isNoName(service) || isSlip(service, SdkOperations.services()), findings);
        } else if (!operations.contains(resource.action())) {
            findings.add(noOperation(part, service, resource, new Names(operations).nearest(resource.action())));
            refuse(part, isSlip(resource.action(), operations), findings);
        }
    }

    /** Returns whether a name can be that of no service, or is what another than the SDK calls one. */
    private static boolean isNoName(String service) {
        return !SERVICE.matcher(service).matches()
                || !SdkOperations.named(service).isEmpty();
    }

    /** A name with another number may be that of the next version. */
    private static boolean isSlip(String name, Set<String> known) {
        String letters = name.replaceAll("[-_]", "");
        return known.stream()
                .filter(each -> Math.abs(each.length() - letters.length()) <= 1)
                .anyMatch(each ->
                        Spelling.distance(each, letters) <= 1 && digits(each).equals(digits(letters)));
    }

    private static String digits(String name) {
        return name.replaceAll("[^0-9]", "");
    }

    private void refuse(Part part, boolean isSure, Findings findings) {
        if (isSure) {
            JsonPointer at = part.at("Resource");
            findings.add(at(at, "")
                    .refused(ServiceWords.unrecognized(part.text("Resource").orElseThrow()), at));
        }
    }

    private Finding noService(Part part, String service, String action) {
        JsonPointer at = part.at("Resource");
        Set<String> meant = meant(service, action);
        String question =
                meant.isEmpty() || meant.size() > MOST_MEANT ? "" : "; did you mean %s?".formatted(Words.anyOf(meant));
        Finding finding = at(
                        at,
                        "the AWS SDK has no service %s, as far as this version knows%s"
                                .formatted(Words.quote(service), question))
                .accepted();
        String written = part.value("Resource").stringValue();
        return meant.size() == 1
                ? finding.mendedBy(Fix.spell(
                        at,
                        written,
                        written.replace(
                                TaskResource.SDK + service + ":",
                                TaskResource.SDK + meant.iterator().next() + ":")))
                : finding;
    }

    private static Set<String> meant(String service, String action) {
        Set<String> named = SdkOperations.named(service);
        return named.isEmpty()
                ? new Names(SdkOperations.services())
                        .nearest(service)
                        .filter(near -> SdkOperations.of(near).contains(action))
                        .map(Set::of)
                        .orElseGet(() -> SdkOperations.services(service, action))
                : named;
    }

    private Finding noOperation(Part part, String service, TaskResource resource, Optional<String> near) {
        JsonPointer at = part.at("Resource");
        String written = part.value("Resource").stringValue();
        return at(
                        at,
                        "%s has no operation %s, as far as this version knows%s"
                                .formatted(service, Words.quote(resource.action()), Words.didYouMean(near)))
                .accepted()
                .mendedBy(near.map(
                        meant -> Fix.spell(at, written, written.replace(":" + resource.action(), ":" + meant))));
    }
}
