package dev.stepwright.validation.task;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.json.Trail;
import dev.stepwright.types.service.Parameters;
import dev.stepwright.types.service.Requests;
import dev.stepwright.types.service.Taken;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The parameters that a Task state writes out, beside what its operation takes. What an expression, a path or a placeholder gives is not
 * known, and never looked at.
 */
final class WrittenParameters {
    /**
     * An object among them whose members the service knows.
     *
     * @param field what it is the value of; empty for all the parameters
     */
    record Named(String field, Parameters taken, Trail at, JsonNode json) {
        boolean isWhole() {
            return field.isEmpty();
        }
    }

    /** A value that is none of those that its parameter takes. */
    record Misfit(String field, Taken taken, Trail at, JsonNode json) {
        /** Returns whether it is in a list that is the value of the field. */
        boolean isElement() {
            return !at.pointer().last().getMatchingProperty().equals(field);
        }

        /**
         * Returns whether the service may make the value of a text. AWS: the SDK that optimized integrations have does so for attributes of
         * DynamoDB; what else it does so for is not known.
         */
        boolean mayBeShort() {
            return taken instanceof Taken.Members && json.isString();
        }
    }

    /** What is asked of a cluster, not of EKS. */
    private static final Set<String> OF_CLUSTER = Set.of("call", "runJob");

    private final boolean isJsonata;
    private final boolean isSdk;
    private final Consumer<Named> objects;
    private final Consumer<Misfit> misfits;

    private WrittenParameters(Part part, boolean isSdk, Consumer<Named> objects, Consumer<Misfit> misfits) {
        this.isJsonata = part.isJsonata();
        this.isSdk = isSdk;
        this.objects = objects;
        this.misfits = misfits;
    }

    /** Tells of the objects of a task's call, as far as the tables have it, and of what does not fit. */
    static void look(Part part, Consumer<Named> objects, Consumer<Misfit> misfits) {
        JsonNode json = part.value(part.argumentsField());
        if (json.isObject() && part.resource().isPresent()) {
            TaskResource resource = part.resource().orElseThrow();
            Requests.of(resource)
                    .ifPresent(request -> new WrittenParameters(part, resource.isSdk(), objects, misfits)
                            .object("", request, part.trail(part.argumentsField()), json));
        }
    }

    /**
     * Returns whether Step Functions holds what is written for a call to what the service takes, when a machine is made. AWS: reported of
     * optimized integrations, but only of those that make requests of an SDK.
     */
    static boolean areHeld(TaskResource resource) {
        String service = resource.service();
        boolean isOverHttp = service.equals("apigateway")
                || service.equals("http")
                || (service.equals("eks") && OF_CLUSTER.contains(resource.action()));
        return !resource.isSdk() && !isOverHttp;
    }

    /** Returns whether what a value will be is not known before the state runs. */
    private boolean isUnknown(JsonNode value) {
        return Text.isUnknown(value) || (isJsonata && Text.isExpression(value));
    }

    /** AWS: to optimized integrations a text is an attribute of DynamoDB, its S. */
    private boolean isShort(Taken taken, JsonNode value) {
        return !isSdk
                && value.isString()
                && taken instanceof Taken.Members members
                && members.parameters().has("S");
    }

    private void object(String field, Parameters taken, Trail at, JsonNode json) {
        objects.accept(new Named(field, taken, at, json));
        json.properties().forEach(member -> {
            TemplateKey key = TemplateKey.of(member.getKey());
            if (!key.isDynamic()) {
                taken.nearly(key.name())
                        .ifPresent(of -> value(key.name(), of, at.member(member.getKey()), member.getValue()));
            }
        });
    }

    private void value(String field, Taken taken, Trail at, JsonNode json) {
        if (json.isNull() || isUnknown(json) || isShort(taken, json)) {
            return;
        }
        if (!taken.fits(json)) {
            misfits.accept(new Misfit(field, taken, at, json));
        } else if (taken instanceof Taken.Members members) {
            object(field, members.parameters(), at, json);
        } else if (taken instanceof Taken.Entries entries) {
            json.properties().stream()
                    .filter(entry -> !TemplateKey.of(entry.getKey()).isDynamic())
                    .forEach(entry -> value(entry.getKey(), entries.of(), at.member(entry.getKey()), entry.getValue()));
        } else if (taken instanceof Taken.Elements elements) {
            for (int index = 0; index < json.size(); index++) {
                value(field, elements.of(), at.element(index), json.get(index));
            }
        }
    }
}
