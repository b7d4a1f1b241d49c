package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Span;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxVisitor;
import java.util.List;

/** Lowers paths and what stands behind their steps: each predicate, order and binding is noted at the step that it belongs to. */
abstract class StepLowering implements SyntaxVisitor<Part> {
    private final ProblemList problems;
    final Ancestry ancestry;

    StepLowering(ProblemList problems) {
        this.problems = problems;
        this.ancestry = new Ancestry(problems);
    }

    final Part lower(Syntax syntax) {
        return syntax.accept(this);
    }

    private void problem(String code, Span span, String found) {
        problems.add(JsonataException.of(code, found), span, found, null);
    }

    @Override
    public Part visitPath(Syntax.Path syntax) {
        Part path = lower(syntax.steps().get(0));
        for (Syntax step : syntax.steps().subList(1, syntax.steps().size())) {
            path = join(path, step);
        }
        return path;
    }

    private Part join(Part left, Syntax right) {
        Part path = left;
        if (left.kind != Part.Kind.PATH) {
            path = Part.pathOf(left);
            if (left.kind == Part.Kind.PARENT) {
                path.seekWith(left);
            }
        }
        Part rest = lower(right);
        if (rest.kind == Part.Kind.PATH) {
            path.parts.addAll(rest.parts);
        } else {
            rest.predicates.forEach(predicate -> rest.stages.add(new Part.Stage(predicate, null)));
            rest.predicates.clear();
            path.parts.add(rest);
        }
        checkSteps(path);
        markArrays(path.parts.get(0));
        markArrays(path.last());
        ancestry.ofLastStep(path);
        return path;
    }

    private void checkSteps(Part path) {
        for (Part step : path.parts) {
            if (step.kind == Part.Kind.VALUE) {
                problem("S0213", step.syntax.span(), step.syntax.text());
            }
            if (step.kind == Part.Kind.STRING) {
                step.kind = Part.Kind.NAME;
            }
            path.keepSingleton |= step.keepArray;
        }
    }

    private static void markArrays(Part step) {
        step.oneItem |= step.kind == Part.Kind.ARRAY;
    }

    @Override
    public Part visitFilter(Syntax.Filter syntax) {
        Part result = lower(syntax.base());
        Part step = result.step();
        if (step.group != null) {
            problem("S0209", syntax.span(), "[");
        }
        Part predicate = lower(syntax.predicate());
        ancestry.ofPredicate(step, predicate);
        if (result.kind == Part.Kind.PATH) {
            step.stages.add(new Part.Stage(predicate, null));
        } else {
            step.predicates.add(predicate);
        }
        return result;
    }

    @Override
    public Part visitKeepArray(Syntax.KeepArray syntax) {
        Part result = lower(syntax.base());
        Syntax base = syntax.base();
        while (base instanceof Syntax.Filter || base instanceof Syntax.KeepArray) {
            base = base.children().get(0);
        }
        result.keepArray = true;
        if (base instanceof Syntax.Name) {
            result.keepSingleton = true;
            result.step().keepArray = true;
        } else if (base instanceof Syntax.FocusBinding) {
            result.step().keepArray = true;
        }
        return result;
    }

    @Override
    public Part visitGroupBy(Syntax.GroupBy syntax) {
        Part result = lower(syntax.base());
        if (result.group != null) {
            problem("S0210", syntax.span(), "{");
        }
        result.group = pairs(syntax.pairs());
        result.groupPosition = syntax.span().start();
        return result;
    }

    final List<Part.Pair> pairs(List<Syntax.Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Part.Pair(lower(pair.key()), lower(pair.value())))
                .toList();
    }

    @Override
    public Part visitSort(Syntax.Sort syntax) {
        Part base = lower(syntax.base());
        Part path = base.kind == Part.Kind.PATH ? base : Part.pathOf(base);
        Part sort = new Part(Part.Kind.SORT, syntax);
        for (Syntax.SortTerm term : syntax.terms()) {
            Part expression = lower(term.expression());
            sort.seekWith(expression);
            sort.terms.add(new Part.Term(expression, term.descending()));
        }
        path.parts.add(sort);
        ancestry.ofLastStep(path);
        return path;
    }

    @Override
    public Part visitFocusBinding(Syntax.FocusBinding syntax) {
        Part result = lower(syntax.base());
        Part step = result.step();
        if (!step.stages.isEmpty() || !step.predicates.isEmpty()) {
            problem("S0215", syntax.span(), "@");
        }
        if (step.kind == Part.Kind.SORT) {
            problem("S0216", syntax.span(), "@");
        }
        step.focus = syntax.variable();
        step.tuple = true;
        return result;
    }

    @Override
    public Part visitIndexBinding(Syntax.IndexBinding syntax) {
        Part result = lower(syntax.base());
        Part step = result.step();
        if (result.kind != Part.Kind.PATH) {
            result = Part.pathOf(step);
            step.predicates.forEach(predicate -> step.stages.add(new Part.Stage(predicate, null)));
            step.predicates.clear();
        }
        if (step.stages.isEmpty()) {
            step.index = syntax.variable();
        } else {
            step.stages.add(new Part.Stage(null, syntax.variable()));
        }
        step.tuple = true;
        return result;
    }
}
