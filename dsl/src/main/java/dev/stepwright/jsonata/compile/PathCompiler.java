package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Code;
import dev.stepwright.jsonata.code.Grouping;
import dev.stepwright.jsonata.code.KeepArray;
import dev.stepwright.jsonata.code.ObjectOf;
import dev.stepwright.jsonata.code.Path;
import dev.stepwright.jsonata.code.Self;
import dev.stepwright.jsonata.code.Sorting;
import dev.stepwright.jsonata.code.Step;
import dev.stepwright.jsonata.code.TuplePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles one path: plain, or with tuples from the first step that needs them. */
final class PathCompiler {
    private final Compiler compiler;
    private final Part path;
    private final Scope scope;

    PathCompiler(Compiler compiler, Part path, Scope scope) {
        this.compiler = compiler;
        this.path = path;
        this.scope = scope;
    }

    Code compile(Compiler.Mode mode) {
        int first = firstTuple();
        if (first < path.parts.size()) {
            return kept(tuplePath(first, mode));
        }
        Code code = plainPath(path.parts, path.keepSingleton);
        if (path.group != null) {
            return new ObjectOf(code, compiler.grouping(path.group, path.groupPosition, scope));
        }
        return kept(code);
    }

    private Code kept(Code code) {
        return path.keepArray && path.group == null ? new KeepArray(code) : code;
    }

    private int firstTuple() {
        int first = 0;
        while (first < path.parts.size() && !path.parts.get(first).tuple) {
            first++;
        }
        return first;
    }

    private Path plainPath(List<Part> parts, boolean keepArray) {
        List<Step> steps = new ArrayList<>();
        for (Part part : parts) {
            steps.add(step(part, scope, null));
        }
        Part first = parts.get(0);
        return new Path(
                steps,
                new Path.Traits(first.kind == Part.Kind.VARIABLE, first.oneItem && first.stages.isEmpty(), keepArray));
    }

    private Code tuplePath(int first, Compiler.Mode mode) {
        boolean stream = path.tuple && mode.stream() != null;
        Variables variables = mode.stream() != null && path.tuple ? mode.stream() : Variables.ofTuples();
        Scope inner = new Scope(scope, variables);
        List<Part> parts = path.parts;
        // An array constructor that begins a path is evaluated as a whole and binds nothing, as in the reference
        // implementation.
        boolean whole = first == 0 && parts.get(0).oneItem && parts.size() > 1;
        int from = whole ? 1 : first;
        boolean plain = from > 0 && parts.get(from - 1).focus == null;
        Path before = plain ? plainPath(parts.subList(0, from), false) : null;
        List<Step> steps = new ArrayList<>();
        for (Part part : parts.subList(from, parts.size())) {
            steps.add(step(part, inner, variables));
        }
        Grouping grouping = path.group == null ? null : compiler.grouping(path.group, path.groupPosition, inner);
        boolean absolute = parts.get(0).kind == Part.Kind.VARIABLE;
        TuplePath.Ending ending = new TuplePath.Ending(grouping, stream, path.keepSingleton, absolute, whole);
        return new TuplePath(before, steps, variables.places, ending);
    }

    private Step step(Part part, Scope at, @Nullable Variables tuples) {
        Sorting sorting = part.kind == Part.Kind.SORT ? sorting(part, at) : null;
        Code code = sorting != null ? new Self() : code(part, at, tuples);
        int focus = declare(tuples, part.focus);
        int index = declare(tuples, part.index);
        int ancestor = part.ancestor == null ? -1 : declare(tuples, part.ancestor.label);
        List<Step.Stage> stages = new ArrayList<>();
        for (Part.Stage stage : part.stages) {
            Part predicate = stage.predicate();
            stages.add(
                    predicate == null
                            ? new Step.Stage(null, declare(tuples, stage.index()))
                            : new Step.Stage(compiler.filter(predicate, at), -1));
        }
        return new Step(code, sorting, stages, part.tuple, focus, index, ancestor);
    }

    private Code code(Part part, Scope at, @Nullable Variables tuples) {
        return compiler.compile(part, at, new Compiler.Mode(false, part.tuple ? tuples : null));
    }

    private static int declare(@Nullable Variables tuples, @Nullable String name) {
        return tuples == null || name == null ? -1 : tuples.declare(name);
    }

    private Sorting sorting(Part part, Scope at) {
        Code[] terms = part.terms.stream()
                .map(term -> compiler.compile(term.expression(), at))
                .toArray(Code[]::new);
        boolean[] descending = new boolean[terms.length];
        for (int i = 0; i < terms.length; i++) {
            descending[i] = part.terms.get(i).descending();
        }
        return new Sorting(terms, descending, part.syntax.span().start());
    }
}
