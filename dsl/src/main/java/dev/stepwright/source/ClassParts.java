package dev.stepwright.source;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What stands beside the chain of states: resources, variables of the workflow, labels, shared states; and what has been taken out of
 * the chain. All but the resources are local variables, in a large machine constants and methods of the class.
 */
final class ClassParts {
    /** Javac makes one method for the values of all constants. */
    private static final int MOST_IN_CONSTANT = 5;

    private static final int MOST_CONSTANTS = 1000;
    /** A shorter rule for trying again tells more where it is used. */
    private static final int LONG_RULE = 40;
    /** A class has some 65,000 names and texts at most. */
    private static final int MOST_CALLS = 10_000;
    /** Javac makes one method for all accessors in a class; some 800 of them are too much for it. */
    private static final int MOST_ACCESSORS = 500;

    private final boolean large;
    private final Identifiers types;
    private final Identifiers locals = new Identifiers(Set.of());
    private final Map<Resource, String> resources = new LinkedHashMap<>();
    /** How often each rule for trying again stands in the machine. */
    private final Map<JsonNode, Integer> rules = new HashMap<>();

    private final Map<JsonNode, Local> retries = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<Label, String> labels = new LinkedHashMap<>();
    private final List<Local> shared = new ArrayList<>();
    private final Map<String, Part> methods = new HashMap<>();
    /** The nested class that new constants go into, with a dot; empty for the class of the machine. So for the methods. */
    private String constantsIn = "";

    private String methodsIn = "";
    private int constantsThere;
    private int callsThere;
    private int accessorsThere;

    /**
     * @param large whether the machine is too large for one method
     * @param types the names of types in the class, and then of constants: of two with one name Java takes the constant
     * @param definition the machine
     */
    ClassParts(boolean large, Identifiers types, StateMachineDefinition definition) {
        this.large = large;
        this.types = types;
        definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .flatMap(state -> state.json().path("Retry").valueStream())
                .forEach(rule -> rules.merge(rule, 1, Integer::sum));
    }

    /** What a task calls, as a constant of some type, with what it takes and gives. */
    record Resource(String reference, String arn, String argument, String result) {
        private Part part() {
            boolean lists = isList(argument) || isList(result);
            List<Code> arguments = new ArrayList<>(List.of(Literals.string(arn)));
            if (reference.equals("MachineReference")
                    || !argument.equals(Document.UNKNOWN)
                    || !result.equals(Document.UNKNOWN)) {
                arguments.addAll(List.of(type(argument, lists), type(result, lists)));
            }
            return new Part(
                    reference + "<" + argument + ", " + result + ">", new Code.Call(reference + ".of", arguments));
        }

        private static boolean isList(String type) {
            return type.startsWith("List<");
        }

        /** Java has no class literal for a list of something. */
        private static Code type(String name, boolean reference) {
            Code literal = Expressions.literal(name);
            return reference && !isList(name) ? Code.call("TypeRef.of", literal) : literal;
        }
    }

    private record Label(String state, String type, JsonPointer scope) {}

    /** An expression that is to have a name. */
    record Part(String type, Code value) {}

    /** A variable or a method that gives a value; in a nested class if its name says so. */
    record Local(String name, Part part) {
        /** Returns the nested class; empty text for none. */
        String owner() {
            return name.substring(0, Math.max(0, name.indexOf('.')));
        }

        String simpleName() {
            return name.substring(name.indexOf('.') + 1);
        }

        void addWords(StringBuilder words) {
            words.append(part.type).append(' ');
            part.value.addWords(words);
        }
    }

    private final List<JavaSource.Raw> raw = new ArrayList<>();

    boolean isLarge() {
        return large;
    }

    /** Remembers a state that is raw. */
    void raw(JavaSource.Raw state) {
        raw.add(state);
    }

    List<JavaSource.Raw> raw() {
        return raw;
    }

    /** Returns the constant of a resource. */
    String resource(Resource resource) {
        return resources.computeIfAbsent(resource, key -> constant(constantName(key.arn)));
    }

    /** Returns a rule for trying again: a constant, if several states have it and it is long. */
    Code retry(JsonNode rule, Code code) {
        boolean isLong = code.flat().filter(text -> text.length() <= LONG_RULE).isEmpty();
        if (rules.getOrDefault(rule, 0) < 2 || !isLong) {
            return code;
        }
        String error = rule.path("ErrorEquals").path(0).asString("").replaceFirst("^States\\.", "");
        Local held = retries.computeIfAbsent(
                rule, key -> new Local(constant("ON_" + Identifiers.constant(error)), new Part("Retry", code)));
        return Code.word(held.name);
    }

    /** The name of a service integration is that of what it calls, that of a function is its own. */
    private static String constantName(String arn) {
        String name = arn.replaceAll("\\$\\{([^}]*)}", "$1")
                .replaceFirst("^arn:[^:]*:states:[^:]*:[^:]*:(aws-sdk:)?", "")
                .replaceFirst("^arn:[^:]*:lambda:[^:]*:[^:]*:function:", "")
                .replaceFirst("^arn:[^:]*:[^:]*:[^:]*:[^:]*:", "");
        return Identifiers.constant(name);
    }

    private String constant(String wanted) {
        if (constantsThere == MOST_CONSTANTS) {
            constantsThere = 0;
            constantsIn = types.free("Constants") + ".";
        }
        constantsThere++;
        return constantsIn + types.free(wanted);
    }

    private String name(String text) {
        return large ? constant(Identifiers.constant(text)) : locals.free(Identifiers.variable(text));
    }

    /** Returns what holds a variable of the workflow. */
    String variable(String name) {
        return variables.computeIfAbsent(name, this::name);
    }

    /** Returns the label of a state. */
    String label(String state, String type, JsonPointer scope) {
        return labels.computeIfAbsent(new Label(state, type, scope), key -> name("to " + state));
    }

    /** Returns what holds states that stand in two places. */
    String shared(String state, Part part) {
        boolean isShort = part.value.size() <= MOST_IN_CONSTANT;
        Part held = large && !isShort ? new Part(part.type, part(state, part)) : part;
        String name = name(state);
        shared.add(new Local(name, held));
        return name;
    }

    /** Returns what stands for states that have been taken out of others. */
    Code part(String state, Part part) {
        if (large) {
            return method("from " + state, part);
        }
        String name = name(state);
        shared.add(new Local(name, part));
        return Code.word(name);
    }

    /** Returns the call of a new method. */
    Code method(String wanted, Part part) {
        int calls = part.value.size();
        int accessors = part.value.accessors();
        if (callsThere + calls > MOST_CALLS || accessorsThere + accessors > MOST_ACCESSORS) {
            callsThere = 0;
            accessorsThere = 0;
            methodsIn = types.free("Part") + ".";
        }
        callsThere += calls;
        accessorsThere += accessors;
        String name = methodsIn + locals.free(Identifiers.variable(wanted));
        methods.put(name, part);
        return Code.call(name);
    }

    /** Returns the constants of the class, in such an order. */
    List<Local> constants() {
        List<Local> all = new ArrayList<>();
        resources.forEach((resource, name) -> all.add(new Local(name, resource.part())));
        all.addAll(retries.values());
        all.addAll(large ? variables() : List.of());
        return all;
    }

    /** Returns the local variables of the method that makes the machine, in such an order. */
    List<Local> locals() {
        return large ? List.of() : variables();
    }

    /** Returns the variables in an order in which each stands before those that use it. */
    List<Local> variables() {
        List<Local> all = new ArrayList<>();
        variables.forEach((variable, name) -> all.add(new Local(
                name,
                new Part(
                        "Var<JsonNode>",
                        Code.call("variable", Literals.string(variable), Expressions.literal(Document.UNKNOWN))))));
        labels.forEach((label, name) -> all.add(new Local(
                name, new Part("StateRef<" + label.type + ">", Code.call("label", Literals.string(label.state))))));
        all.addAll(shared);
        return all;
    }

    /** Returns the methods, as one comes to them who reads from the top. */
    List<Local> methods(Code machine) {
        Map<String, Local> used = new LinkedHashMap<>();
        collect(machine, used);
        shared.forEach(local -> collect(local.part.value, used));
        return List.copyOf(used.values());
    }

    private void collect(Code code, Map<String, Local> used) {
        code.eachCall(call -> {
            Part part = methods.get(call.name());
            if (part != null && call.arguments().isEmpty() && !used.containsKey(call.name())) {
                used.put(call.name(), new Local(call.name(), part));
                collect(part.value, used);
            }
        });
    }
}
