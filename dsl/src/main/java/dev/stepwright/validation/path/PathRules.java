package dev.stepwright.validation.path;

import dev.stepwright.validation.rule.Rule;
import java.util.List;

/** The rules for paths, payload templates and intrinsic functions. */
public final class PathRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            new CallGivesNoText(),
            new BadPath(),
            new NoReferencePath(),
            new ResultOutsideInput(),
            new NumberFromContext(),
            new DoubtfulFilter(),
            new FunctionInPath(),
            new NullPath(),
            new PathAsText(),
            new TemplateValueNoText(),
            new TemplateNameTwice(),
            new PathNotEvaluated(),
            new TemplateNoObject(),
            new BadCall(),
            new FormatArguments(),
            new BadArgument(),
            new CallNotAllowed(),
            new CommaMissing());

    private PathRules() {}
}
