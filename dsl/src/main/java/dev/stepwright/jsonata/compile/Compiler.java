package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Code;
import dev.stepwright.jsonata.code.EvalPlace;
import dev.stepwright.jsonata.code.Filter;
import dev.stepwright.jsonata.code.Filters;
import dev.stepwright.jsonata.code.GlobalVariable;
import dev.stepwright.jsonata.code.Grouping;
import dev.stepwright.jsonata.code.KeepArray;
import dev.stepwright.jsonata.code.Name;
import dev.stepwright.jsonata.code.ObjectOf;
import dev.stepwright.jsonata.code.Untupled;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a tree into code. */
public final class Compiler {
    private final Function<String, JsonNode> functions;
    private final ProblemList problems;
    private final Map<String, Integer> globals = new LinkedHashMap<>();

    private final boolean nested;

    private Compiler(Function<String, JsonNode> functions, ProblemList problems, boolean nested) {
        this.functions = functions;
        this.problems = problems;
        this.nested = nested;
    }

    /**
     * How a part is to be compiled.
     *
     * @param last whether its value is that of the function around it
     * @param stream the variables of the path around it if that takes tuples, else null
     */
    record Mode(boolean last, @Nullable Variables stream) {
        static final Mode PLAIN = new Mode(false, null);
        static final Mode LAST = new Mode(true, null);
    }

    /**
     * Compiles a tree.
     *
     * @param functions the function of a name, undefined if there is none
     * @param problems takes what keeps the tree from being compiled; if there is anything, the code must not be run
     */
    public static CompiledCode compile(Syntax syntax, Function<String, JsonNode> functions, ProblemList problems) {
        Part part = Lowering.lower(syntax, problems);
        Compiler compiler = new Compiler(functions, problems, false);
        Variables variables = new Variables();
        Assignments.in(List.of(part)).forEach(variables::declare);
        Code code = compiler.compile(part, new Scope(null, variables), Mode.PLAIN);
        return new CompiledCode(code, variables.places.count(), compiler.globals.size());
    }

    /** Returns what is known where no variable is. */
    public static Object outermostScope() {
        return new Scope(null, new Variables());
    }

    /** Compiles a tree for a place within an expression that is being evaluated, whose variables it sees. */
    public static CompiledCode compileAt(
            EvalPlace place, Syntax syntax, Function<String, JsonNode> functions, ProblemList problems) {
        Part part = Lowering.lower(syntax, problems);
        Compiler compiler = new Compiler(functions, problems, true);
        Variables variables = new Variables();
        Assignments.in(List.of(part)).forEach(variables::declare);
        Code code = compiler.compile(part, new Scope((Scope) place.scope(), variables), Mode.PLAIN);
        return new CompiledCode(code, variables.places.count(), 0);
    }

    Code compile(Part part, Scope scope) {
        return compile(part, scope, Mode.PLAIN);
    }

    Code[] compileAll(List<Part> parts, Scope scope) {
        return parts.stream().map(part -> compile(part, scope)).toArray(Code[]::new);
    }

    Code compile(Part part, Scope scope, Mode mode) {
        if (part.kind == Part.Kind.PATH) {
            return new PathCompiler(this, part, scope).compile(mode);
        }
        boolean tuples = part.tuple && part.kind == Part.Kind.BLOCK;
        Variables stream = !tuples ? null : mode.stream() != null ? mode.stream() : Variables.ofTuples();
        boolean bare = part.predicates.isEmpty() && part.group == null && !part.keepArray;
        Code code = part.kind == Part.Kind.NAME
                ? new Name(name(part.syntax))
                : part.syntax.accept(new Emission(this, part, scope, new Mode(mode.last() && bare, stream)));
        Scope inner = stream == null ? scope : new Scope(scope, stream);
        if (!part.predicates.isEmpty()) {
            Filter[] filters = part.predicates.stream()
                    .map(predicate -> filter(predicate, inner))
                    .toArray(Filter[]::new);
            code = new Filters(code, filters, part.keepArray);
        }
        if (part.group != null) {
            return new ObjectOf(code, grouping(part.group, part.groupPosition, inner));
        }
        if (part.keepArray && part.predicates.isEmpty() && part.kind != Part.Kind.NAME) {
            code = new KeepArray(code);
        }
        return tuples && mode.stream() == null ? new Untupled(code) : code;
    }

    private static String name(Syntax syntax) {
        return syntax instanceof Syntax.StringLiteral text ? text.value() : ((Syntax.Name) syntax).name();
    }

    Filter filter(Part predicate, Scope scope) {
        boolean number = predicate.kind == Part.Kind.VALUE && !predicate.keepArray;
        Code code = compile(predicate, scope);
        JsonNode constant = number ? code.constant() : null;
        return new Filter(code, constant != null && constant.isNumber() ? constant : null);
    }

    Grouping grouping(List<Part.Pair> pairs, int position, Scope scope) {
        Code[] keys = pairs.stream().map(pair -> compile(pair.key(), scope)).toArray(Code[]::new);
        Code[] values = pairs.stream().map(pair -> compile(pair.value(), scope)).toArray(Code[]::new);
        return new Grouping(keys, values, position);
    }

    /** Returns code that reads a variable of the expression, a binding or a function, in this order. */
    Code variable(String name, Scope scope) {
        int slot = nested ? -1 : globals.computeIfAbsent(name, unknown -> globals.size());
        return scope.read(name, new GlobalVariable(slot, name, functions.apply(name)));
    }

    void problem(JsonataException error, Syntax syntax) {
        problems.add(error, syntax.span(), syntax.text(), null);
    }
}
