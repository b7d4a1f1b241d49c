package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathStep;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.stream.Stream;

/** A function at the end of a path. AWS: it is taken for the name of a field, which is not there when the state runs. */
final class FunctionInPath extends Rule {
    FunctionInPath() {
        super("ASL-PTH-008", Severity.ERROR, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> site.path().stream()
                        .flatMap(FunctionInPath::calls)
                        .filter(call -> site.text().contains("." + call))
                        .forEach(call -> findings.add(finding(site, call))));
    }

    private static Stream<String> calls(JsonPath path) {
        return path.steps().stream()
                .filter(PathStep.Name.class::isInstance)
                .map(step -> ((PathStep.Name) step).name())
                .filter(name -> name.endsWith("()"));
    }

    private Finding finding(PathSite site, String call) {
        return atCharacter(
                site.pointer(),
                site.text().indexOf("." + call) + 1,
                "paths have no functions, AWS takes %s in %s for the name of a field; use an intrinsic function such as States.ArrayLength"
                        .formatted(call, Words.quote(site.text())));
    }
}
