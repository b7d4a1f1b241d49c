package dev.stepwright.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.dsl.Resource;
import dev.stepwright.dsl.service.DynamoDb;
import dev.stepwright.dsl.service.EventBridge;
import dev.stepwright.dsl.service.Http;
import dev.stepwright.dsl.service.Jobs;
import dev.stepwright.dsl.service.Lambda;
import dev.stepwright.dsl.service.S3;
import dev.stepwright.dsl.service.Sns;
import dev.stepwright.dsl.service.Sqs;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The services that the DSL knows: their resources, and the records of what these take and give. */
final class ServiceTypes {
    /** The type of a field that takes texts by any names. */
    static final String TEXTS = "Map<String, String>";

    private static final Set<String> SCALARS = Set.of("String", "Integer", "Boolean");

    private static final List<Class<?>> SERVICES = List.of(
            DynamoDb.class, EventBridge.class, Http.class, Jobs.class, Lambda.class, S3.class, Sns.class, Sqs.class);
    private static final Map<String, Service> BY_ARN = SERVICES.stream()
            .flatMap(type -> Arrays.stream(type.getFields()))
            .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Resource.class)
            .map(Service::of)
            .collect(Collectors.toUnmodifiableMap(Service::arn, service -> service));
    /** The components of their records, by JSON names. */
    private static final Map<String, Map<String, Records.Component>> RECORDS = SERVICES.stream()
            .flatMap(type -> Arrays.stream(type.getClasses()))
            .collect(Collectors.toUnmodifiableMap(ServiceTypes::name, ServiceTypes::componentsOf));

    private ServiceTypes() {}

    /**
     * A constant of the DSL.
     *
     * @param constant its name, such as {@code Sns.PUBLISH}
     * @param argument the type of what it takes
     * @param result the type of what it gives; empty text if it waits for an answer, which may be anything
     */
    record Service(String constant, String arn, String argument, String result) {
        private static Service of(Field field) {
            try {
                Resource<?, ?> resource = (Resource<?, ?>) field.get(null);
                return new Service(
                        name(field.getDeclaringClass()) + "." + field.getName(),
                        resource.arn(),
                        name(resource.argument()),
                        name(resource.result()));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(field + " is not public", e);
            }
        }
    }

    /** Returns the constant of a resource; empty if there is none. */
    static Optional<Service> of(String arn) {
        Optional<Service> asked = Optional.ofNullable(BY_ARN.get(arn.replaceFirst("\\.waitForTaskToken$", "")));
        return arn.endsWith(TaskResource.CALLBACK)
                ? asked.map(service -> new Service(service.constant + TaskResource.CALLBACK, arn, service.argument, ""))
                : asked;
    }

    private static Optional<Service> called(JsonNode task) {
        return of(task.path("Resource").asString(""));
    }

    /** Returns the record of what a task in JSONPath gives to a service; empty if that is not the record that the service takes. */
    static Optional<String> argument(JsonNode task) {
        JsonNode template = task.path("Parameters");
        return called(task)
                .map(Service::argument)
                .filter(type -> !task.has("InputPath") && Payload.isTyped(template) && says(template, type));
    }

    /** Returns the record of what a task gets from a service; empty text if there is none. */
    static String result(JsonNode task) {
        return called(task).map(Service::result).filter(RECORDS::containsKey).orElse("");
    }

    /** Returns the components of a record by their JSON names; empty if it is none of these. */
    static Optional<Map<String, Records.Component>> components(String type) {
        return Optional.ofNullable(RECORDS.get(type));
    }

    /** Calls back for every path that is given as a text, a whole number or a yes or no, with its type. */
    static void readings(JsonNode template, String type, BiConsumer<String, String> reading) {
        template.properties().forEach(member -> {
            String as = type.equals(TEXTS)
                    ? "String"
                    : Optional.ofNullable(RECORDS.getOrDefault(type, Map.of()).get(Payload.name(member)))
                            .map(Records.Component::type)
                            .orElse("");
            if (!Payload.isPath(member)) {
                readings(member.getValue(), as, reading);
            } else if (SCALARS.contains(as)) {
                reading.accept(member.getValue().stringValue(), as);
            }
        });
        if (template.isArray()) {
            template.forEach(element -> readings(element, Document.element(type), reading));
        }
    }

    /** Returns whether an object of the record says all of a template, in words. */
    private static boolean says(JsonNode template, String type) {
        Map<String, Records.Component> components = RECORDS.getOrDefault(type, Map.of());
        return Payload.isSayable(template)
                && template.properties().stream()
                        .allMatch(member -> Optional.ofNullable(components.get(Payload.name(member)))
                                .filter(component -> Payload.isPath(member)
                                        ? !component.type().equals(TEXTS)
                                        : saysValue(member.getValue(), component.type()))
                                .isPresent());
    }

    private static boolean saysValue(JsonNode value, String type) {
        if (type.startsWith("List<")) {
            return value.isArray()
                    && !value.isEmpty()
                    && value.valueStream().allMatch(one -> says(one, Document.element(type)));
        }
        if (type.equals(TEXTS)) {
            return Payload.isSayable(value)
                    && value.properties().stream()
                            .allMatch(entry ->
                                    Payload.isPath(entry) || entry.getValue().isString());
        }
        return type.equals("Object") || Payload.type(value).equals(type) || value.isObject() && says(value, type);
    }

    private static Map<String, Records.Component> componentsOf(Class<?> record) {
        Map<String, Records.Component> components = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = component.getName();
            JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            components.put(
                    property == null ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : property.value(),
                    new Records.Component(name, name(component.getGenericType())));
        }
        return components;
    }

    /** Returns a type as the source has it. */
    private static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            String arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(ServiceTypes::name)
                    .collect(Collectors.joining(", ", "<", ">"));
            return name(generic.getRawType()) + arguments;
        }
        Class<?> plain = (Class<?>) type;
        Class<?> owner = plain.getDeclaringClass();
        String simple = plain == int.class ? "Integer" : plain == long.class ? "Long" : plain.getSimpleName();
        return owner == null ? simple : name(owner) + "." + simple;
    }
}
