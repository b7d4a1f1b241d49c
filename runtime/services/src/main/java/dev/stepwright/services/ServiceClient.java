package dev.stepwright.services;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkClient;

/** A client of the SDK as Task states see it: by the names of its service and of its operations. */
final class ServiceClient {
    private static final Pattern INTERFACE = Pattern.compile("(?!AwsClient$)(.+?)(Async)?Client");

    private final SdkClient client;
    private final Class<?> api;
    private final Map<String, Optional<Operation>> operations = new ConcurrentHashMap<>();

    private ServiceClient(SdkClient client, Class<?> api) {
        this.client = client;
        this.api = api;
    }

    /** @throws IllegalArgumentException if it is no client of one service */
    static ServiceClient of(SdkClient client) {
        Class<?> api = interfaces(client.getClass())
                .filter(type -> type != SdkClient.class && SdkClient.class.isAssignableFrom(type))
                .filter(type -> INTERFACE.matcher(type.getSimpleName()).matches())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                client.getClass().getName()
                                        + " is not a client of an AWS service; create one with SqsClient.create() or SqsAsyncClient.create(), for example"));
        return new ServiceClient(client, api);
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        Stream<Class<?>> inherited = type.getSuperclass() == null ? Stream.empty() : interfaces(type.getSuperclass());
        return Stream.concat(
                Stream.of(type.getInterfaces()).flatMap(each -> Stream.concat(Stream.of(each), interfaces(each))),
                inherited);
    }

    /** Returns what the errors of SDK integrations begin with, for example {@code DynamoDb}. */
    String prefix() {
        return INTERFACE.matcher(api.getSimpleName()).replaceFirst("$1");
    }

    /** Returns the name of the service in the resources of SDK integrations, for example {@code dynamodb}. */
    String name() {
        return prefix().toLowerCase(Locale.ROOT);
    }

    /** Returns the operation of an action, for example {@code putItem}; empty if the service has none, or one that streams events. */
    Optional<Operation> operation(String action) {
        return operations.computeIfAbsent(action, name -> Operation.of(client, api, name));
    }
}
