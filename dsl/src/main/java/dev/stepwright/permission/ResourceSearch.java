package dev.stepwright.permission;

import dev.stepwright.json.Placeholders;
import dev.stepwright.permission.Action.ResourceType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the resources that a call is made on among the parameters of its task. */
final class ResourceSearch {
    private static final int MOST_KINDS = 4;
    private static final Pattern REVISION = Pattern.compile("Revision|\\w+RevisionNumber");

    private final Arguments arguments;
    private final Deployment deployment;

    /** Parameters that would tell a part of an ARN, with what makes them; and those that have told one. */
    private final Map<String, String> computed = new LinkedHashMap<>();

    private final Set<String> used = new HashSet<>();

    private ResourceSearch(Arguments arguments, Deployment deployment) {
        this.arguments = arguments;
        this.deployment = deployment;
    }

    /**
     * What was found.
     *
     * @param choices at least one, each of resources that may stand for the same thing
     * @param question what is to be said of resources that the definition does not name; empty if it names all
     */
    record Found(Set<Set<String>> choices, String question) {
        /** Returns all resources, at least one. */
        Set<String> resources() {
            return choices.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The ARN that a template gives: how many of its parts are written, and which are computed and by what. */
    private static final class Filled {
        private String arn = "";
        private final Map<String, String> computed = new LinkedHashMap<>();
        private int written;
        private boolean isMissingPart;
    }

    /** Returns what an action is to be allowed on: the resources of all elements where a parameter is a list. */
    static Found find(Action action, Arguments arguments, Deployment deployment) {
        Set<Set<String>> choices = new LinkedHashSet<>();
        String question = "";
        for (Arguments one : arguments.onePerElement()) {
            Found found = new ResourceSearch(one, deployment).find(action);
            choices.addAll(found.choices);
            question = found.question;
        }
        return new Found(choices, question);
    }

    private Found find(Action action) {
        if (action.types().isEmpty()) {
            return new Found(Set.of(Set.of(arguments.areKnown() ? Literal.of("*") : "*")), "");
        }
        Set<String> named = new TreeSet<>();
        Set<String> any = new TreeSet<>();
        boolean isSingle = action.types().size() == 1;
        for (ResourceType type : action.types()) {
            Set<String> ofType = named(type, isSingle);
            named.addAll(ofType);
            if (ofType.isEmpty() && type.isRequired()) {
                any.addAll(any(type));
            }
        }
        computed.keySet().removeAll(used);
        boolean isUnnamed = named.isEmpty() && !any.isEmpty() || !computed.isEmpty();
        if (named.isEmpty() && any.isEmpty() && !computed.isEmpty()) {
            action.types().forEach(type -> any.addAll(any(type)));
        }
        // An action that can do without a resource is on all of them where the call names none.
        if (named.isEmpty() && (any.isEmpty() || any.size() > MOST_KINDS)) {
            any.clear();
            any.add("*");
        }
        Set<String> resources = new TreeSet<>(named);
        resources.addAll(any);
        return new Found(Set.of(resources), isUnnamed ? question(action, resources) : "");
    }

    private Set<String> any(ResourceType type) {
        return type.templates().stream().map(this::anyOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private String question(Action action, Set<String> resources) {
        String wide =
                resources.stream().filter(resource -> resource.contains("*")).collect(Collectors.joining(" and "));
        if (computed.isEmpty()) {
            return action.text() + " is allowed on " + wide
                    + ", since the definition names no resource; narrow it to the intended ones";
        }
        String sources = computed.entrySet().stream()
                .map(source -> source.getKey() + " is " + source.getValue())
                .collect(Collectors.joining(" and "));
        return action.text() + " is allowed on " + wide + ", since " + sources + "; narrow it to its possible values";
    }

    /** Returns the resources of a kind that the definition names, also in part. */
    private Set<String> named(ResourceType type, boolean isSingle) {
        Set<String> named = arguments.areKnown() ? meant(type, isSingle) : new TreeSet<>();
        if (!named.isEmpty()) {
            return named;
        }
        for (ArnTemplate template : type.templates()) {
            arguments.texts().stream()
                    .map(text -> Arn.ofQueueUrl(text, deployment))
                    .filter(text -> template.matches(Placeholders.masked(text)))
                    .forEach(named::add);
        }
        if (named.isEmpty() && type.templates().size() == 1) {
            placeholder(type.templates().get(0), type, isSingle).ifPresent(named::add);
        }
        if (!named.isEmpty()) {
            return named;
        }
        for (ArnTemplate template : type.templates()) {
            Filled filled = fill(template, type, isSingle);
            if (filled.written > 0 && (type.isRequired() || !filled.isMissingPart)) {
                named.add(Arn.shortened(filled.arn));
                computed.putAll(filled.computed);
            } else if (type.isRequired() || isSingle || !filled.isMissingPart) {
                computed.putAll(filled.computed);
            }
        }
        return named;
    }

    /**
     * Returns the resources of a kind that the parameters which are called after it name in full. Where values are known, nobody may hand the
     * ARN of another resource as a message.
     */
    private Set<String> meant(ResourceType type, boolean isSingle) {
        Set<String> named = new TreeSet<>();
        for (ArnTemplate template : type.templates()) {
            List<String> variables = template.names();
            ParameterNames names = new ParameterNames(arguments.names(), type.name(), variables.size() == 1, isSingle);
            variables.stream()
                    .map(names::of)
                    .map(name -> name.isEmpty() ? "" : arguments.get(name).text())
                    .map(text -> Arn.ofQueueUrl(text, deployment))
                    .filter(template::matches)
                    .forEach(named::add);
        }
        if (!named.isEmpty()) {
            return named;
        }
        for (ArnTemplate template : type.templates()) {
            Filled filled = fill(template, type, isSingle);
            if (filled.written > 0 && filled.written == template.names().size()) {
                named.add(filled.arn);
            }
        }
        return named;
    }

    /** Returns the placeholder that will be the whole ARN of the resource. */
    private Optional<String> placeholder(ArnTemplate template, ResourceType type, boolean isSingle) {
        List<String> variables = template.names();
        if (variables.size() != 1) {
            return Optional.empty();
        }
        String name = new ParameterNames(arguments.names(), type.name(), true, isSingle).of(variables.get(0));
        Argument value = name.isEmpty() ? Argument.ABSENT : arguments.get(name);
        boolean isArn = value.isWritten()
                && Placeholders.isOne(value.text())
                && (name.endsWith("Arn") || Arn.isPlaceholderOfArn(value.text()));
        if (!isArn) {
            return Optional.empty();
        }
        used.add(name);
        return Optional.of(value.text());
    }

    private Filled fill(ArnTemplate template, ResourceType type, boolean isSingle) {
        Filled filled = new Filled();
        List<String> variables = template.names();
        ParameterNames names = new ParameterNames(arguments.names(), type.name(), variables.size() == 1, isSingle);
        Map<String, Arn> from = new LinkedHashMap<>();
        Map<String, String> parts = new LinkedHashMap<>();
        variables.forEach(variable -> parts.put(variable, part(variable, names, filled, from)));
        Arn source = from.values().stream().findFirst().orElse(null);
        parts.put("Partition", source == null ? deployment.partition() : source.partition());
        parts.put("Region", source == null || source.region().isEmpty() ? deployment.region() : source.region());
        parts.put("Account", source == null || source.account().isEmpty() ? deployment.account() : source.account());
        filled.arn = template.filled(parts::get);
        return filled;
    }

    private String part(String variable, ParameterNames names, Filled filled, Map<String, Arn> from) {
        String name = names.of(variable);
        Argument value = name.isEmpty() ? Argument.ABSENT : arguments.get(name);
        if (value.isWritten() && !value.text().isEmpty() && !isUnusable(name, value.text())) {
            filled.written++;
            Arn arn = Arn.of(value.text()).orElse(null);
            if (arn == null) {
                return ParameterNames.asPart(variable, value.text());
            }
            from.put(variable, arn);
            return arn.name();
        }
        if (!value.isAbsent()) {
            filled.computed.put(name, value.text());
        } else if (!REVISION.matcher(variable).matches()) {
            filled.isMissingPart = true;
        }
        return "*";
    }

    /** Returns whether a value is a placeholder that will hold more than a name. */
    private static boolean isUnusable(String name, String text) {
        return Placeholders.isOne(text)
                && (name.endsWith("Url") || name.endsWith("Arn") || Arn.isPlaceholderOfArn(text));
    }

    private String anyOf(ArnTemplate template) {
        Map<String, String> places = Map.of(
                "Partition", deployment.partition(), "Region", deployment.region(), "Account", deployment.account());
        return Arn.shortened(template.filled(variable -> places.getOrDefault(variable, "*")));
    }
}
