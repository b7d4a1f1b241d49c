package dev.stepwright.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data that goes through a scope, as the source has it.
 *
 * @param type the name of a record, or {@code JsonNode}
 */
record Document(String type, Records records) {
    static final String UNKNOWN = "JsonNode";

    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)|\\[(0|[1-9][0-9]{0,8})]");
    private static final String LIST = "List<";
    /** The words that give a value its operators, where the step to it does not. */
    private static final Map<String, String> VIEWS =
            Map.of("String", "text", "Double", "number", "Integer", "number", "Boolean", "bool");

    /** Returns a document of which nothing is known. */
    static Document unknown() {
        return new Document(UNKNOWN, Records.none());
    }

    /**
     * Collects the steps at the beginning of a path, such as {@code .orders} and {@code [0]}.
     *
     * @param path without its {@code $}
     * @return what is left of it
     */
    static String steps(String path, List<String> steps) {
        Matcher step = STEP.matcher(path);
        int from = 0;
        while (step.find() && step.start() == from) {
            steps.add(step.group());
            from = step.end();
        }
        return path.substring(from);
    }

    /** Returns the components of a type by their JSON names; empty if it is no record of the source. */
    Optional<Map<String, Records.Component>> components(String record) {
        return records.components(record);
    }

    /** A step with words of the DSL, and the type to which it leads. */
    private record Step(String word, String argument, String type) {
        boolean isElement() {
            return word.equals("item");
        }
    }

    /** Returns as what a path is read; empty if no words lead there. */
    Optional<String> typeAt(String path) {
        return way(path).map(steps -> steps.isEmpty() ? type : steps.get(steps.size() - 1).type);
    }

    /** Returns the typed path, such as {@code path(Data::job).get(Job::status)}; empty if no words lead there. */
    Optional<Code> path(String path) {
        return way(path).filter(steps -> !steps.isEmpty()).map(steps -> {
            Step last = steps.get(0);
            Code code = Code.call("path", Code.word(last.argument));
            for (Step step : steps.subList(1, steps.size())) {
                Code list = last.isElement() && step.isElement() ? Code.call("items", code) : code;
                code = list.then(Code.call(step.word, Code.word(step.argument)));
                last = step;
            }
            String view = last.isElement() ? VIEWS.getOrDefault(last.type, "") : "";
            return view.isEmpty() ? code : Code.call(view, code);
        });
    }

    /** Returns whether words say where something is put; into a list the DSL puts nothing. */
    boolean hasTarget(String path) {
        return way(path)
                .filter(steps -> !steps.isEmpty() && steps.stream().noneMatch(Step::isElement))
                .isPresent();
    }

    /** Returns where something is put: an accessor or a typed path; the path as it stands where no words say it. */
    Code target(String path) {
        return Optional.of(path)
                .filter(this::hasTarget)
                .flatMap(text -> accessor(text).or(() -> path(text)))
                .orElseGet(() -> Literals.string(path));
    }

    /**
     * Returns the typed path where this is not the input: {@code get(item(Order::customer), Customer::id)}.
     *
     * @param word what it is: {@code item}, {@code result}
     */
    Optional<Code> pathOf(String word, String path) {
        if (path.equals("$")) {
            return Optional.of(Code.call(word));
        }
        return way(path)
                .filter(steps -> steps.stream().noneMatch(Step::isElement))
                .map(steps -> {
                    Code code = Code.call(word, Code.word(steps.get(0).argument));
                    for (Step step : steps.subList(1, steps.size())) {
                        code = Code.call("get", code, Code.word(step.argument));
                    }
                    return code;
                });
    }

    /** Returns the only accessor of a path of one step. */
    Optional<Code> accessor(String path) {
        return way(path).filter(steps -> steps.size() == 1).map(steps -> Code.word(steps.get(0).argument));
    }

    private Optional<List<Step>> way(String path) {
        List<String> steps = new ArrayList<>();
        if (!path.startsWith("$") || !steps(path.substring(1), steps).isEmpty()) {
            return Optional.empty();
        }
        List<Step> way = new ArrayList<>();
        String at = type;
        for (String text : steps) {
            Optional<Step> step = text.startsWith(".") ? field(at, text.substring(1)) : element(at, text);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            way.add(step.get());
            at = step.get().type;
        }
        return Optional.of(way);
    }

    private Optional<Step> field(String from, String name) {
        return records.components(from)
                .flatMap(components -> Optional.ofNullable(components.get(name)))
                .map(component -> new Step("get", from + "::" + component.name(), component.type()));
    }

    /** Returns the type of the elements of a list; the type itself if it is none. */
    static String element(String type) {
        return type.startsWith(LIST) ? type.substring(LIST.length(), type.length() - 1) : type;
    }

    private static Optional<Step> element(String from, String place) {
        return from.startsWith(LIST)
                ? Optional.of(new Step("item", place.substring(1, place.length() - 1), element(from)))
                : Optional.empty();
    }
}
