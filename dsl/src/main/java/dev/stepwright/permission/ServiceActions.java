package dev.stepwright.permission;

import dev.stepwright.permission.Action.ResourceType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What calls of AWS services need, as AWS's Service Authorization Reference has it: a table that {@code dsl/src/tables/service_actions.py} writes.
 *
 * <p>Its lines: {@code sdk NAME PREFIX}; {@code @PREFIX}, which begins a service; {@code :KIND ARN}, where {@code ~} stands for
 * everything up to the account; {@code KIND!,KIND ACTION ACTION+}, with {@code !} for what is required and {@code +} for what passes a role;
 * {@code =ACTION+ACTION OPERATION}, for operations whose actions are called otherwise.
 */
final class ServiceActions {
    private static final String FILE = "service-actions.txt";
    private static final ServiceActions TABLE = read();

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Action> actions = new HashMap<>();
    private final Map<String, List<String>> renamed = new HashMap<>();
    private final Map<String, Set<String>> operations = new HashMap<>();
    private final Map<String, List<ArnTemplate>> templates = new HashMap<>();
    private String service = "";

    private ServiceActions() {}

    /** Returns the prefix of the actions of a service, by its name after {@code aws-sdk:}. */
    static String prefix(String sdkName) {
        return TABLE.prefixes.getOrDefault(sdkName, sdkName);
    }

    /** Returns whether a service is named so after {@code aws-sdk:}; permissions name some otherwise. */
    static boolean isSdkName(String name) {
        return TABLE.prefixes.containsKey(name) || !TABLE.prefixes.containsValue(name);
    }

    /** Returns the names after {@code aws-sdk:} of the services whose actions have such a prefix. */
    static Set<String> sdkNames(Predicate<String> prefix) {
        return Stream.concat(
                        TABLE.prefixes.keySet().stream(),
                        TABLE.operations.keySet().stream().filter(ServiceActions::isSdkName))
                .filter(name -> prefix.test(prefix(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the actions that an operation needs; none if they are not known.
     *
     * @param operation in any case, {@code putItem}
     */
    static List<Action> of(String prefix, String operation) {
        List<String> names = TABLE.renamed.getOrDefault(key(prefix, operation), List.of(operation));
        return names.stream()
                .flatMap(name -> Stream.ofNullable(TABLE.actions.get(key(prefix, name))))
                .toList();
    }

    /** Returns the names of all operations of a service as resources write them, {@code putItem}; none if there is no such service. */
    static Set<String> operations(String prefix) {
        return Collections.unmodifiableSet(TABLE.operations.getOrDefault(prefix, Set.of()));
    }

    /** Returns an action that the table is known to have. */
    static Action action(String text) {
        int colon = text.indexOf(':');
        return Objects.requireNonNull(
                TABLE.actions.get(key(text.substring(0, colon), text.substring(colon + 1))),
                () -> FILE + " has no action " + text);
    }

    /** Returns all actions that are known. */
    static Stream<Action> all() {
        return TABLE.actions.values().stream();
    }

    /** Returns whether an action is known, in any case. */
    static boolean isKnown(String service, String name) {
        return TABLE.actions.containsKey(key(service.toLowerCase(Locale.ROOT), name));
    }

    private static String key(String service, String name) {
        return service + ":" + name.toLowerCase(Locale.ROOT);
    }

    private static ServiceActions read() {
        ServiceActions table = new ServiceActions();
        try (InputStream bytes = Objects.requireNonNull(ServiceActions.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            StringBuilder whole = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("  ")) {
                    table.add(whole.toString());
                    whole.setLength(0);
                }
                whole.append(line);
            }
            table.add(whole.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + FILE + " of this jar cannot be read", e);
        }
        return table;
    }

    private void add(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] words = line.split(" +");
        List<String> rest = Arrays.asList(words).subList(1, words.length);
        String first = words[0];
        switch (first.charAt(0)) {
            case '@' -> begin(first.substring(1));
            case ':' ->
                templates
                        .computeIfAbsent(first.substring(1), kind -> new ArrayList<>())
                        .add(template(rest.get(0)));
            case '=' ->
                rest.forEach(operation -> {
                    renamed.put(
                            key(service, operation), List.of(first.substring(1).split("\\+")));
                    addOperation(operation);
                });
            default -> {
                if (first.equals("sdk")) {
                    prefixes.put(rest.get(0), rest.get(1));
                } else {
                    rest.forEach(name -> add(name, types(first)));
                }
            }
        }
    }

    private void begin(String prefix) {
        service = prefix;
        templates.clear();
    }

    private ArnTemplate template(String text) {
        return new ArnTemplate(
                text.startsWith("~")
                        ? "arn:${Partition}:" + service + ":${Region}:${Account}:" + text.substring(1)
                        : text);
    }

    private List<ResourceType> types(String group) {
        return group.equals("-")
                ? List.of()
                : Arrays.stream(group.split(",")).map(this::type).toList();
    }

    private ResourceType type(String text) {
        String kind = text.endsWith("!") ? text.substring(0, text.length() - 1) : text;
        return new ResourceType(kind, text.endsWith("!"), List.copyOf(templates.getOrDefault(kind, List.of())));
    }

    private void add(String word, List<ResourceType> types) {
        boolean passesRole = word.endsWith("+");
        String name = passesRole ? word.substring(0, word.length() - 1) : word;
        actions.put(key(service, name), new Action(service, name, types, passesRole));
        addOperation(name);
    }

    private void addOperation(String name) {
        operations
                .computeIfAbsent(service, prefix -> new LinkedHashSet<>())
                .add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
}
