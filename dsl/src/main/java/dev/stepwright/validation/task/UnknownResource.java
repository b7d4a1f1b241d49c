package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.json.Placeholders;
import dev.stepwright.permission.SdkOperations;
import dev.stepwright.validation.machine.Integrations;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** {@code Resource} is no ARN, or names an integration that does not exist. */
final class UnknownResource extends Rule {
    private static final List<String> PATTERNS = List.of("", ".sync", TaskResource.PARSED_JOB, TaskResource.CALLBACK);
    private static final Names PARTITIONS = new Names(
            List.of("aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"));

    UnknownResource() {
        super("ASL-TSK-001", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.resource()
                .ifPresent(resource -> problem(resource)
                        .ifPresentOrElse(
                                problem -> findings.add(finding(part.at("Resource"), part, resource, problem)),
                                () -> partition(
                                        part.at("Resource"),
                                        part.text("Resource").orElseThrow(),
                                        findings)));
    }

    /** A partition that is nearly one. What AWS says to it is not known. */
    private void partition(JsonPointer at, String written, Findings findings) {
        String[] parts = written.split(":", 3);
        if (parts.length < 3 || !parts[0].equals("arn") || PARTITIONS.contains(parts[1])) {
            return;
        }
        int from = parts[0].length() + 1;
        PARTITIONS
                .nearest(parts[1])
                .ifPresent(near -> findings.add(at(
                                at,
                                "there is no partition %s; did you mean %s?"
                                        .formatted(Words.quote(parts[1]), Words.quote(near)))
                        .accepted()
                        .mendedBy(Fix.spell(at, from, from + parts[1].length(), near))));
    }

    private Finding finding(JsonPointer at, Part part, TaskResource resource, String problem) {
        String written = part.value("Resource").stringValue();
        return at(at, "Resource is %s; %s".formatted(Words.show(part.value("Resource")), problem))
                .service(inTheWordsOfAws(written), at)
                .mendedBy(meant(written, resource).map(meant -> Fix.write(at, 0, written.length(), meant)));
    }

    /** Returns the resource with the service or the action that is probably meant. */
    private static Optional<String> meant(String written, TaskResource resource) {
        String name = resource.service();
        String call = ":" + name + ":" + resource.action();
        if (resource.isSdk() && Character.isUpperCase(resource.action().charAt(0))) {
            String action = Character.toLowerCase(resource.action().charAt(0))
                    + resource.action().substring(1);
            return Optional.of(written.replace(call, ":" + name + ":" + action));
        }
        boolean isKnown = Integrations.find(name)
                .filter(service ->
                        service.actions().isEmpty() || service.actions().contains(resource.action()))
                .isPresent();
        if (name.isEmpty() || resource.isSdk() || isKnown) {
            return Optional.empty();
        }
        if (SdkOperations.of(sdkService(resource)).contains(resource.action())) {
            return Optional.of(written.replace(call, ":" + sdkCall(resource)));
        }
        // A service that exists is not misspelt: no other is meant for the sake of an action that it lacks.
        return Integrations.find(name).isPresent()
                ? Optional.empty()
                : Integrations.services()
                        .nearest(name)
                        .map(near -> written.replace(call, ":" + near + ":" + resource.action()));
    }

    /** Returns the call of the resource by the SDK integration. */
    private static String sdkCall(TaskResource resource) {
        return "aws-sdk:%s:%s".formatted(sdkService(resource), resource.action());
    }

    /** The SDK integration names services without hyphens, and some otherwise. */
    private static String sdkService(TaskResource resource) {
        String name = resource.service().replace("-", "");
        Set<String> meant = SdkOperations.services(resource.service(), resource.action());
        return SdkOperations.of(name).isEmpty() && meant.size() == 1
                ? meant.iterator().next()
                : name;
    }

    private static String inTheWordsOfAws(String resource) {
        return resource.startsWith("arn:") ? ServiceWords.unrecognized(resource) : "Value is not a valid resource ARN";
    }

    private static Optional<String> problem(TaskResource resource) {
        return switch (resource.type()) {
            case MALFORMED ->
                Optional.of(
                        "use the ARN of a Lambda function or an activity, or an integration such as arn:aws:states:::lambda:invoke");
            case INTEGRATION -> integrationProblem(resource);
            default -> Optional.empty();
        };
    }

    private static Optional<String> integrationProblem(TaskResource resource) {
        String name = resource.service();
        if (resource.isSdk() && Character.isUpperCase(resource.action().charAt(0))) {
            return Optional.of("actions begin with a lowercase letter, as in aws-sdk:s3:getObject");
        }
        if (resource.isSdk() || Placeholders.isMasked(name)) {
            return patternProblem(resource);
        }
        Optional<Integrations.Service> service = Integrations.find(name);
        if (service.isEmpty()) {
            boolean isOfSdk = !SdkOperations.of(sdkService(resource)).isEmpty();
            return Optional.of("there is no optimized integration %s%s%s"
                    .formatted(
                            Words.quote(name),
                            isOfSdk ? "; for the SDK integration write " + sdkCall(resource) : ", nor one of the SDK",
                            Words.didYouMean(Integrations.services(), name)));
        }
        List<String> actions = service.get().actions();
        if (!actions.isEmpty() && !actions.contains(resource.action()) && !Placeholders.isMasked(resource.action())) {
            return Optional.of("the optimized integration %s has only %s; for another action write %s"
                    .formatted(name, String.join(", ", actions), sdkCall(resource)));
        }
        return patternProblem(resource);
    }

    private static Optional<String> patternProblem(TaskResource resource) {
        return PATTERNS.contains(resource.pattern()) || Placeholders.isMasked(resource.pattern())
                ? Optional.empty()
                : Optional.of("only .sync, .sync:2 or .waitForTaskToken can follow the action");
    }
}
