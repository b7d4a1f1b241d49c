package dev.stepwright.jsonata.analysis;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paths that an expression reads from its context and its variables, each as far as it is made of names alone. Within predicates,
 * steps and groupings names are relative to the path around them and are added to it; where that path is not known, they are left out.
 */
public final class PathsRead {
    private final Set<ReadPath> paths = new LinkedHashSet<>();

    private PathsRead() {}

    /** Returns the paths in the order of the text. */
    public static Set<ReadPath> of(Syntax syntax) {
        PathsRead read = new PathsRead();
        read.visit(syntax, new ReadPath("", List.of()), true);
        return Collections.unmodifiableSet(read.paths);
    }

    /** Returns where an expression leads, null if that is not known. Notes it if {@code ends}: nothing further is read from there. */
    private @Nullable ReadPath visit(Syntax syntax, @Nullable ReadPath context, boolean ends) {
        ReadPath result;
        if (syntax instanceof Syntax.Name name) {
            result = field(context, name.name());
        } else if (syntax instanceof Syntax.Variable variable) {
            boolean isContext = variable.name().isEmpty();
            result = isContext ? context : new ReadPath(variable.name(), List.of());
        } else if (syntax instanceof Syntax.Path path) {
            return path(path, context, ends);
        } else {
            return other(syntax, context, ends);
        }
        if (ends && result != null) {
            paths.add(result);
        }
        return result;
    }

    private @Nullable ReadPath path(Syntax.Path path, @Nullable ReadPath context, boolean ends) {
        ReadPath at = context;
        for (int i = 0; i < path.steps().size(); i++) {
            Syntax step = path.steps().get(i);
            boolean last = i == path.steps().size() - 1;
            at = step instanceof Syntax.StringLiteral text
                    ? field(at, text.value())
                    : visit(step, at, last ? ends : !leadsOn(step));
            if (last && ends && step instanceof Syntax.StringLiteral && at != null) {
                paths.add(at);
            }
        }
        return at;
    }

    private static boolean leadsOn(Syntax step) {
        return step instanceof Syntax.Name
                || step instanceof Syntax.Variable
                || step instanceof Syntax.Filter
                || step instanceof Syntax.KeepArray
                || step instanceof Syntax.Sort
                || step instanceof Syntax.IndexBinding;
    }

    private @Nullable ReadPath other(Syntax syntax, @Nullable ReadPath context, boolean ends) {
        if (leadsOn(syntax) || syntax instanceof Syntax.GroupBy) {
            List<Syntax> parts = syntax.children();
            ReadPath base = visit(parts.get(0), context, ends);
            parts.subList(1, parts.size()).forEach(part -> visit(part, base, true));
            return syntax instanceof Syntax.GroupBy ? null : base;
        }
        boolean readsAll = syntax instanceof Syntax.Wildcard || syntax instanceof Syntax.Descendants;
        if (readsAll && context != null) {
            paths.add(context);
        }
        // What a function sees as its context is that of the place where it is written.
        syntax.children().forEach(child -> visit(child, context, true));
        return null;
    }

    private static @Nullable ReadPath field(@Nullable ReadPath context, String name) {
        if (context == null) {
            return null;
        }
        List<String> fields = new ArrayList<>(context.fields());
        fields.add(name);
        return new ReadPath(context.root(), fields);
    }
}
